// What a run and a lead belong to: the page without what campaigns append to links, and the widget in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { identityOf, packOf, slotOf } = await import('../../www/identity.js');

for (const { address, identity } of JSON.parse(readFileSync(new URL('../fixtures/identity.json', import.meta.url), 'utf8'))) {
  test(`${address} is the page of ${identity}`, () => {
    const host = openPage('<x-w></x-w>', `https://owner.example${address}`).document.querySelector('x-w');
    assert.equal(identityOf(host), identity);
  });
}

test('widgets are distinguished by id, else by pack, else by their number', () => {
  const window = openPage('<x-w></x-w><x-w pack="adoption"></x-w><x-w></x-w><x-w id="own"></x-w>');
  const slots = [...window.document.querySelectorAll('x-w')].map(slotOf);
  assert.deepEqual(slots, ['#readiness', '#adoption', '#readiness~1', '#own']);
});

test('the pack that the owner asks for stays, whatever the respondent turns to', () => {
  const host = openPage('<x-w pack="adoption"></x-w>').document.querySelector('x-w');
  assert.equal(packOf(host), 'adoption');
  host.setAttribute('pack', 'executive');
  assert.equal(packOf(host), 'adoption');
});
