// What a run belongs to: the page without what campaigns append to links, and the widget in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { isOfCampaign, packOf, pageOf, slotOf } = await import('../../www/identity.js');

test('a page keeps its query, in whatever order, without the parameters of campaigns', () => {
  const page = (address) => pageOf(new URL(address, 'https://owner.example'));
  assert.equal(page('/check?p=1&utm_source=x&gclid=y&a=2'), page('/check?a=2&p=1'));
  assert.notEqual(page('/check?p=1'), page('/check?p=2'));
  assert.equal(page('/check'), '/check?');
});

for (const name of ['utm_source', 'amp;utm_medium', 'fbclid', 'gbraid', '_gl', 'mc_eid']) {
  test(`${name} belongs to a campaign`, () => assert.equal(isOfCampaign(name), true));
}

for (const name of ['p', 'page_id', 'lang', 'pack', 'config', 'cta-href']) {
  test(`${name} belongs to the page`, () => assert.equal(isOfCampaign(name), false));
}

test('widgets are told apart by id, else by pack, else by their number', () => {
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
