// Links that a site owner wrote: what a browser may follow, and what would run a script.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPage } from './support/page.js';

openPage('', 'https://owner.example/folder/page.html');
const { oneLine, safeHref } = await import('../../www/link.js');

for (const href of ['https://other.example/', 'http://127.0.0.1:8080/', 'mailto:a@owner.example', 'tel:+81-3-0000-0000', 'talk.html', '#form', '//cdn.example/x']) {
  test(`${href} may be followed`, () => assert.equal(safeHref(href), href));
}

for (const href of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:https://owner.example/1', 'https://[', '', '   ', null, undefined, 7, {}, ['https://other.example/']]) {
  test(`${JSON.stringify(href)} may not be followed`, () => assert.equal(safeHref(href), undefined));
}

test('a scheme that is broken by white space is only an address of the page\'s own site', () => {
  for (const href of ['java\nscript:alert(1)', 'java\tscript:alert(1)']) {
    assert.equal(new URL(safeHref(href), document.baseURI).origin, 'https://owner.example');
  }
});

test('white space becomes one space, and anything but text is no text', () => {
  assert.equal(oneLine('  Talk\n\t to  us '), 'Talk to us');
  assert.equal(oneLine(undefined), '');
  assert.equal(oneLine(['a']), '');
});

test('a link is handed on without what surrounds it', () => {
  assert.equal(safeHref('  https://other.example/a  '), 'https://other.example/a');
});
