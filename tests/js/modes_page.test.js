// The scroll lock: the page stands still while any dialog is open over it, and gets its own styles back.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { lockScroll, unlockScroll } = await import('../../www/modes/page.js');

let window;
const html = () => window.document.documentElement;
const body = () => window.document.body;
const overflow = (element) => [element.style.getPropertyValue('overflow-y'), element.style.getPropertyPriority('overflow-y')];

beforeEach(() => {
  window = openPage();
  // A browser computes `visible` where nothing is set; happy-dom leaves it empty.
  globalThis.getComputedStyle = ({ style }) => ({ overflowX: style.overflowX || 'visible', overflowY: style.overflowY || 'visible' });
  globalThis.innerWidth = 800;
  Object.defineProperty(html(), 'clientWidth', { value: 800, configurable: true });
});

test('the body is held where the root has no say, and is as before afterwards', () => {
  body().setAttribute('style', 'color: red; overflow-y: auto');
  lockScroll();
  assert.deepEqual(overflow(body()), ['hidden', 'important']);
  assert.deepEqual(overflow(html()), ['', '']);
  unlockScroll();
  assert.deepEqual(overflow(body()), ['auto', '']);
  assert.equal(body().style.color, 'red');
});

test('an attribute that was not there is not left behind', () => {
  lockScroll();
  assert.ok(body().hasAttribute('style'));
  unlockScroll();
  assert.equal(body().hasAttribute('style'), false);
});

test('the root is held where the page scrolls it', () => {
  html().style.overflowY = 'scroll';
  lockScroll();
  assert.deepEqual(overflow(html()), ['hidden', 'important']);
  assert.deepEqual(overflow(body()), ['', '']);
  unlockScroll();
  assert.deepEqual(overflow(html()), ['scroll', '']);
});

test('what the scroll bar took stays taken', () => {
  Object.defineProperty(html(), 'clientWidth', { value: 785, configurable: true });
  lockScroll();
  assert.equal(html().style.getPropertyValue('scrollbar-gutter'), 'stable');
  unlockScroll();
  assert.equal(html().style.getPropertyValue('scrollbar-gutter'), '');
});

test('of two dialogs the last one lets go', () => {
  lockScroll();
  lockScroll();
  unlockScroll();
  assert.deepEqual(overflow(body()), ['hidden', 'important']);
  unlockScroll();
  assert.deepEqual(overflow(body()), ['', '']);
});
