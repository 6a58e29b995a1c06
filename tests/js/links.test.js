// Links in the page's address become the run, and lead to the widget.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { begin, followLinks } = await import('../../www/links.js');
const { Port } = await import('../../www/port.js');

let window;
/** How often each widget has begun anew. */
let begun;
/** What the runtime works on, for the widget at this place of the page. */
const stageAt = (nth) => {
  const host = window.document.querySelectorAll('shindan-widget')[nth];
  host.scrollIntoView = () => {};
  return { host, port: new Port(host, () => host, () => (begun += 1)) };
};
const widget = '<shindan-widget><h2 tabindex="-1"></h2></shindan-widget>';
const open = (fragment) => {
  window = openPage(widget + widget, `https://owner.example/page${fragment}`);
  begun = 0;
  return stageAt(0);
};

afterEach(() => window.happyDOM.close());

for (const [fragment, run, pack] of [
  ['#shindan=readiness.1.abc', '.open=readiness.1.abc', 'readiness'],
  ['#shindan-owner=adoption.2.x%26y', '.owner=adoption.2.x%26y', 'adoption'],
  ['#other=1&shindan-promoter=executive.1.q', '.promoter=executive.1.q', 'executive'],
]) {
  test(`the link ${fragment} becomes the run, and leads to the widget`, () => {
    const stage = open(fragment);
    followLinks(stage);
    assert.equal(stage.port.run, run);
    assert.equal(stage.port.linked, pack);
    assert.equal(begun, 1);
    assert.equal(stage.port.led, true);
  });
}

test('a link is opened once in a tab, and by the first widget alone', () => {
  const stage = open('#shindan=readiness.1.abc');
  followLinks(stageAt(1));
  assert.equal(begun, 0);
  followLinks(stage);
  followLinks(stage);
  followLinks(stageAt(0));
  assert.equal(begun, 1);
});

test('where storage is blocked a link is opened once all the same', () => {
  const stage = open('#shindan=readiness.1.abc');
  window.sessionStorage.getItem = () => {
    throw new Error('blocked');
  };
  followLinks(stage);
  stage.port.follow();
  assert.equal(begun, 1);
});

test('an address without a link changes nothing', () => {
  const stage = open('#contact');
  followLinks(stage);
  assert.equal(stage.port.run, '');
  assert.equal(stage.port.linked, undefined);
  assert.equal(begun, 0);
});

test('a panel leads to the widget in its own way', () => {
  const stage = open('#shindan=readiness.1.abc');
  let opened = 0;
  stage.port.lead = () => (opened += 1);
  followLinks(stage);
  assert.equal(opened, 1);
  assert.equal(stage.port.led, undefined);
});

test('another pack begins with nothing', () => {
  const stage = open('');
  stage.port.save('goal=yes');
  begin(stage, 'adoption');
  assert.equal(stage.port.pack, 'adoption');
  assert.equal(stage.port.run, '');
  assert.equal(window.document.activeElement.localName, 'h2');
});
