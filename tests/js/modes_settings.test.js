// The key `open` of the configuration: every wrong value costs that value alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPage, warningsOf } from './support/page.js';

openPage();
const { readOpen } = await import('../../www/modes/settings.js');

const defaults = { button: 'Start the self-check', title: 'Self-check', close: 'Close', delay: undefined, exit: false, again: 30 };

/** The settings of `open`; the wasm tells what is wrong with them. */
const read = (open, lang = 'en') => {
  let settings;
  const warnings = warningsOf(() => {
    settings = readOpen({ open }, lang);
  });
  assert.deepEqual(warnings, []);
  return settings;
};

test('without the key the defaults hold, in the language of the widget', () => {
  assert.deepEqual(readOpen(undefined, 'en'), defaults);
  assert.deepEqual(readOpen(null, 'en'), defaults);
  assert.deepEqual(readOpen({}, 'en'), defaults);
  assert.equal(readOpen({}, 'ja').button, '診断をはじめる');
  assert.equal(readOpen({}, 'xx').title, '自己診断');
});

test('valid values are used', () => {
  const open = { button: 'Check', title: 'Are you ready?', delay: 0, exit: true, again_days: 3650 };
  assert.deepEqual(read(open), { ...defaults, button: 'Check', title: 'Are you ready?', delay: 0, exit: true, again: 3650 });
  assert.equal(read({ button: false }).button, false);
});

for (const open of [
  { button: '' },
  { button: true },
  { title: 7 },
  { delay: -1 },
  { delay: 3601 },
  { delay: 1.5 },
  { delay: '20' },
  { delay: NaN },
  { exit: 'yes' },
  { again_days: 3651 },
  { again_days: null },
  { delya: 3 },
  'popup',
  7,
  true,
  [],
  null,
]) {
  test(`${JSON.stringify(open)} is the default`, () => assert.deepEqual(read(open), defaults));
}

test('a wrong value leaves the others as they are', () => {
  assert.equal(read({ delay: -1, exit: true }).exit, true);
});
