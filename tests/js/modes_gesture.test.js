// The second click of a double click that has opened or closed a panel does nothing; every other one counts.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { endGestures } = await import('../../www/modes/gesture.js');

let window;
let host;
let heard;
let gesture;

beforeEach(() => {
  window = openPage('<button></button><div></div>');
  globalThis.addEventListener = window.addEventListener.bind(window);
  host = window.document.querySelector('div');
  heard = 0;
  gesture = endGestures(host, new window.AbortController().signal);
  host.addEventListener('click', () => {
    heard += 1;
  });
});

const click = (target, { x = 10, at, detail = 1 }) => {
  const event = new window.MouseEvent('click', { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: 10, detail });
  Object.defineProperty(event, 'timeStamp', { value: at });
  target.dispatchEvent(event);
  return event;
};

for (const [what, second, count] of [
  ['at once', { at: 150 }, 0],
  ['later', { at: 401 }, 1],
  ['elsewhere', { at: 150, x: 40 }, 1],
  ['by the keyboard', { at: 150, detail: 0 }, 1],
]) {
  test(`a second click ${what} counts ${count} times where the first has opened the panel`, () => {
    click(window.document.querySelector('button'), { at: 0 });
    gesture.changed();
    const event = click(host, second);
    assert.equal(heard, count);
    assert.equal(event.defaultPrevented, count === 0);
  });
}

test('a second click counts where nothing has opened', () => {
  click(host, { at: 0 });
  click(host, { at: 150 });
  assert.equal(heard, 2);
});

test('a click of the page beside the panel is the page’s own', () => {
  click(host, { at: 0 });
  gesture.changed();
  assert.equal(click(window.document.querySelector('button'), { at: 150 }).defaultPrevented, false);
});
