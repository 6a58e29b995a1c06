// For `node --import`: lets the tests import modules of www/ that import what only a build has.
import { register } from 'node:module';

register('./hooks.js', import.meta.url);
