// What is not needed before the wasm is there, in a file of its own: the glue and the owner's settings.
export { default as init, mount } from 'shindan-glue';
export { readSettings } from './settings.js';
