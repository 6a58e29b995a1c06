// Links of the host page to the element: which ones open the panel, and which are left alone.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { followLinks } = await import('../../www/modes/links.js');

let window;
let over;
/** Opens a page with a link and an element of this id; answers what was opened by. */
const follow = (href, { id = 'check', url = 'https://owner.example/page' } = {}) => {
  window = openPage(`<a href="${href}"><b>Check</b></a><shindan-widget id="${id}"></shindan-widget>`, url);
  over = new window.AbortController();
  const opened = [];
  followLinks(window.document.querySelector('shindan-widget'), over.signal, (link) => opened.push(link?.href ?? 'address'));
  return opened;
};
/** Clicks into the link; answers whether the browser would still follow it. */
const click = (keys = {}) =>
  window.document.querySelector('b').dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...keys }));

afterEach(() => over.abort());

test('a link to the element opens it in place of being followed', () => {
  const opened = follow('#check');
  assert.equal(click(), false);
  assert.deepEqual(opened, ['https://owner.example/page#check']);
});

test('an id with letters beyond ASCII is found, as browsers encode it in a link', () => {
  const opened = follow('#%E8%A8%BA%E6%96%AD', { id: '診断' });
  assert.equal(click(), false);
  assert.equal(opened.length, 1);
});

test('a link with the parameters of a campaign leads to the same page', () => {
  const opened = follow('/page?p=1&utm_source=mail#check', { url: 'https://owner.example/page?p=1' });
  assert.equal(click(), false);
  assert.equal(opened.length, 1);
});

for (const href of ['#other', '/elsewhere#check', '/page?p=2#check', 'https://other.example/page#check', '/page']) {
  test(`${href} is left alone`, () => {
    const opened = follow(href);
    assert.equal(click(), true);
    assert.deepEqual(opened, []);
  });
}

for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
  test(`with ${key} it opens another tab, as anywhere`, () => {
    const opened = follow('#check');
    assert.equal(click({ [key]: true }), true);
    assert.deepEqual(opened, []);
  });
}

test('an element without an id has no link', () => {
  const opened = follow('#', { id: '' });
  assert.equal(click(), true);
  assert.deepEqual(opened, []);
});

test('an address that leads to the element opens it at once, and when it comes to lead there', () => {
  assert.deepEqual(follow('#check', { url: 'https://owner.example/page#check' }), ['address']);
  const opened = follow('#check');
  window.location.hash = '#check';
  globalThis.location = window.location;
  window.dispatchEvent(new window.Event('hashchange'));
  assert.ok(opened.includes('address'));
});

test('once the element has gone nothing is opened', () => {
  const opened = follow('#check');
  over.abort();
  assert.equal(click(), true);
  assert.deepEqual(opened, []);
});
