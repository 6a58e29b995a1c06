// Links in the page's address become the run, and lead to the widget.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { begin, followLinks } = await import('../../www/links.js');
const { SessionStore } = await import('../../www/session_store.js');

let window;
/** How often each widget has begun anew. */
let begun;
/** What the runtime works on, for the widget at this place of the page. */
const contextAt = (nth) => {
  const host = window.document.querySelectorAll('shindan-widget')[nth];
  host.scrollIntoView = () => {};
  return { host, widget: { session: new SessionStore(host), view: () => host, restart: () => (begun += 1) } };
};
const widget = '<shindan-widget><h2 tabindex="-1"></h2></shindan-widget>';
const open = (fragment) => {
  window = openPage(widget + widget, `https://owner.example/page${fragment}`);
  begun = 0;
  return contextAt(0);
};

afterEach(() => window.happyDOM.close());

for (const [fragment, run, pack] of [
  ['#shindan=readiness.1.abc', '.open=readiness.1.abc', 'readiness'],
  ['#shindan-owner=adoption.2.x%26y', '.owner=adoption.2.x%26y', 'adoption'],
  ['#other=1&shindan-promoter=executive.1.q', '.promoter=executive.1.q', 'executive'],
]) {
  test(`the link ${fragment} becomes the run, and leads to the widget`, () => {
    const context = open(fragment);
    followLinks(context);
    assert.equal(context.widget.session.run, run);
    assert.equal(context.widget.session.linked, pack);
    assert.equal(begun, 1);
    assert.equal(context.widget.isKeptInView, true);
  });
}

test('a link is opened once in a tab, and by the first widget alone', () => {
  const context = open('#shindan=readiness.1.abc');
  followLinks(contextAt(1));
  assert.equal(begun, 0);
  followLinks(context);
  followLinks(context);
  followLinks(contextAt(0));
  assert.equal(begun, 1);
});

test('where storage is blocked a link is opened once all the same', () => {
  const context = open('#shindan=readiness.1.abc');
  window.sessionStorage.getItem = () => {
    throw new Error('blocked');
  };
  followLinks(context);
  context.widget.followLink();
  assert.equal(begun, 1);
});

test('an address without a link changes nothing', () => {
  const context = open('#contact');
  followLinks(context);
  assert.equal(context.widget.session.run, '');
  assert.equal(context.widget.session.linked, undefined);
  assert.equal(begun, 0);
});

test('a panel leads to the widget in its own way', () => {
  const context = open('#shindan=readiness.1.abc');
  let opened = 0;
  context.widget.reveal = () => (opened += 1);
  followLinks(context);
  assert.equal(opened, 1);
  assert.equal(context.widget.isKeptInView, undefined);
});

test('another pack begins with nothing', () => {
  const context = open('');
  context.widget.session.save('goal=yes');
  begin(context, 'adoption');
  assert.equal(context.widget.session.pack, 'adoption');
  assert.equal(context.widget.session.run, '.offered=1');
  assert.equal(window.document.activeElement.localName, 'h2');
});
