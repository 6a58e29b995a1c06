// A double click is one gesture: its second click is not meant for the question that has come up at its place.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { ignoreDoubleClicks } = await import('../../www/double_click.js');

let window;
let root;
let heard;
const question = (name) => `<fieldset data-question="${name}"><button>${name}</button></fieldset>`;

beforeEach(() => {
  window = openPage('<div></div>');
  root = window.document.querySelector('div');
  root.innerHTML = question('first');
  heard = [];
  ignoreDoubleClicks(root);
  root.addEventListener('click', ({ target }) => heard.push(target.textContent));
});

/** A click into the question that is shown, at this place and time (ms). */
const click = ({ x = 10, y = 10, at, detail = 1 }) => {
  const event = new window.MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y, detail });
  Object.defineProperty(event, 'timeStamp', { value: at });
  root.querySelector('button').dispatchEvent(event);
};
const showNext = () => {
  root.innerHTML = question('second');
};

test('the second click is ignored where the first has changed the view', () => {
  click({ at: 0 });
  showNext();
  click({ at: 200, detail: 2 });
  assert.deepEqual(heard, ['first']);
});

test('it counts where the view is the same', () => {
  click({ at: 0 });
  click({ at: 200, detail: 2 });
  assert.deepEqual(heard, ['first', 'first']);
});

for (const [what, second] of [
  ['later', { at: 401 }],
  ['elsewhere', { at: 200, x: 40 }],
  ['by the keyboard', { at: 200, detail: 0 }],
]) {
  test(`a click ${what} counts`, () => {
    click({ at: 0 });
    showNext();
    click(second);
    assert.deepEqual(heard, ['first', 'second']);
  });
}
