#!/usr/bin/env node
// `npx shindan-widget copy FOLDER` puts the files of the site into a folder that your server or bundler serves as it is.

import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const [command, folder, ...more] = process.argv.slice(2);

if (command !== 'copy' || !folder || more.length > 0) {
  console.error('usage: npx shindan-widget copy FOLDER');
  process.exitCode = 2;
} else {
  await cp(fileURLToPath(new URL('./site/', import.meta.url)), folder, { recursive: true });
  console.log(`the files of the widget are in ${folder}: call register({ base }) with its address`);
}
