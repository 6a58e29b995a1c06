// The key `open` of the configuration: every wrong value costs that value and one warning with the fix.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPage, warningsOf } from './support/page.js';

openPage();
const { readOpen } = await import('../../www/modes/settings.js');

const defaults = { button: 'Start the self-check', title: 'Self-check', close: 'Close', delay: undefined, exit: false, again: 30 };

/** The settings of `open` and the warnings. */
const read = (open, lang = 'en') => {
  let settings;
  const warnings = warningsOf(() => {
    settings = readOpen({ open }, lang);
  });
  return { settings, warnings };
};

test('without the key the defaults hold, in the language of the widget', () => {
  assert.deepEqual(readOpen(undefined, 'en'), defaults);
  assert.deepEqual(readOpen({}, 'en'), defaults);
  assert.equal(readOpen({}, 'ja').button, '診断をはじめる');
  assert.equal(readOpen({}, 'xx').title, '自己診断');
});

test('right values are taken over without a warning', () => {
  const open = { button: 'Check', title: 'Are you ready?', delay: 0, exit: true, again_days: 3650 };
  assert.deepEqual(read(open), { settings: { ...defaults, button: 'Check', title: 'Are you ready?', delay: 0, exit: true, again: 3650 }, warnings: [] });
  assert.equal(read({ button: false }).settings.button, false);
});

for (const [open, place] of [
  [{ button: '' }, 'open.button'],
  [{ button: true }, 'open.button'],
  [{ title: 7 }, 'open.title'],
  [{ delay: -1 }, 'open.delay'],
  [{ delay: 3601 }, 'open.delay'],
  [{ delay: '20' }, 'open.delay'],
  [{ delay: NaN }, 'open.delay'],
  [{ exit: 'yes' }, 'open.exit'],
  [{ again_days: 3651 }, 'open.again_days'],
  [{ again_days: null }, 'open.again_days'],
]) {
  test(`${JSON.stringify(open)} is the default and one warning`, () => {
    const { settings, warnings } = read(open);
    assert.deepEqual(settings, defaults);
    assert.equal(warnings.length, 1);
    assert.ok(warnings[0].includes(`${place} is not used`) && warnings[0].includes('write '), warnings[0]);
  });
}

test('a wrong value leaves the others as they are', () => {
  assert.equal(read({ delay: -1, exit: true }).settings.exit, true);
});

test('a key that is not known is warned about', () => {
  const { settings, warnings } = read({ delya: 3 });
  assert.deepEqual(settings, defaults);
  assert.match(warnings[0], /open\.delya is not known/);
});

for (const open of ['popup', 7, true, []]) {
  test(`${JSON.stringify(open)} in place of an object is the default and one warning`, () => {
    const { settings, warnings } = read(open);
    assert.deepEqual(settings, defaults);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /configuration open is no object: write \{/);
  });
}
