// The run as text in the tab's storage, the focus, and events for the host page.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { Port } = await import('../../www/port.js');

let window;
/** The port of the first widget of a page with this body. */
const portOn = (body, url) => {
  window = openPage(body, url);
  return portOf(window.document.querySelector('shindan-widget'));
};
const portOf = (host) => new Port(host, () => host, () => {});
/** Has the widget show that question. */
const shows = (question, index = 1) => {
  const host = window.document.querySelector('shindan-widget');
  host.innerHTML = question
    ? `<progress value="${index}" max="3"></progress><fieldset data-question="${question}"></fieldset>`
    : '<h2>A result</h2>';
};
/** The details of each event of that name from now on. */
const hears = (name) => {
  const details = [];
  window.document.addEventListener(`shindan:${name}`, ({ detail }) => details.push(detail));
  return details;
};
const stored = () => Object.fromEntries(Object.entries(window.sessionStorage));
const widget = '<shindan-widget></shindan-widget>';

afterEach(() => window.happyDOM.close());

test('a run is kept under the page, the place and the pack of the widget', () => {
  const port = portOn(`<shindan-widget></shindan-widget><shindan-widget id="second" pack="adoption"></shindan-widget>`);
  const second = portOf(window.document.querySelector('#second'));
  port.save('.at=risks&goal=yes');
  port.store();
  second.save('goal=no');
  second.store();
  assert.deepEqual(stored(), {
    'shindan:/page?#readiness.readiness': '.at=risks&goal=yes',
    'shindan:/page?#second.adoption': 'goal=no',
  });
});

test('the next page of the tab takes the run up again', () => {
  portOn(widget);
  const host = window.document.querySelector('shindan-widget');
  window.sessionStorage.setItem('shindan:/page?#readiness.readiness', '.at=risks&goal=yes');
  assert.equal(portOf(host).run, '.at=risks&goal=yes');
});

test('a run that an earlier version has kept is taken over', () => {
  portOn(widget);
  const host = window.document.querySelector('shindan-widget');
  window.sessionStorage.setItem('shindan:/page#0.readiness', '.at=risks&goal=yes');
  assert.equal(portOf(host).run, '.at=risks&goal=yes');
  assert.deepEqual(stored(), { 'shindan:/page?#readiness.readiness': '.at=risks&goal=yes' });
});

test('an empty run takes its entry away', () => {
  const port = portOn(widget);
  port.save('goal=yes');
  port.store();
  port.save('');
  port.store();
  assert.deepEqual(stored(), {});
});

test('where storage is blocked the run is kept for the life of the element', () => {
  const port = portOn(widget);
  Object.defineProperty(window, 'sessionStorage', {
    get() {
      throw new Error('blocked');
    },
  });
  port.save('goal=yes');
  port.store();
  assert.equal(port.run, 'goal=yes');
  assert.equal(port.entry('sessionStorage'), undefined);
});

test('another pack has a run of its own, and the tab remembers it', () => {
  const port = portOn(widget);
  port.save('goal=yes');
  port.turn('adoption');
  assert.equal(port.pack, 'adoption');
  assert.deepEqual(stored(), { 'shindan:/page?#readiness.readiness': 'goal=yes', 'shindan:/page?#readiness#readiness': 'adoption' });
  const host = window.document.querySelector('shindan-widget');
  host.setAttribute('pack', 'readiness');
  assert.equal(portOf(host).pack, 'adoption');
});

test('an event bubbles out of shadow roots, and goes to the tag manager only with the attribute', () => {
  const port = portOn(widget);
  const host = window.document.querySelector('shindan-widget');
  const seen = [];
  window.document.addEventListener('shindan:answer', ({ detail, composed }) => seen.push([detail, composed]));
  port.emit('answer', { question: 'goal', index: 1, total: 3 });
  assert.deepEqual(seen, [[{ question: 'goal', index: 1, total: 3 }, true]]);
  assert.equal(window.dataLayer, undefined);
  host.setAttribute('data-layer', '');
  port.emit('start');
  assert.deepEqual(window.dataLayer, [{ event: 'shindan:start' }]);
});

test('a question is told once each time that it comes on screen, with its place', () => {
  const port = portOn(widget);
  const views = hears('view');
  shows('goal');
  port.look();
  assert.deepEqual(views, [], 'it is not on screen yet');
  port.look(true);
  port.look();
  port.look(false);
  port.look(true);
  assert.deepEqual(views, [{ question: 'goal', index: 1, total: 3, seconds: undefined }]);
  shows('risks', 2);
  port.look();
  assert.deepEqual(views[1], { question: 'risks', index: 2, total: 3, seconds: 1 });
  shows('goal');
  port.look();
  assert.equal(views.length, 3, 'also on the way back');
});

test('a question that changes out of sight is told once it can be seen', () => {
  const port = portOn(widget);
  const views = hears('view');
  shows('goal');
  port.look(true);
  port.look(false);
  shows('risks', 2);
  port.look();
  assert.equal(views.length, 1);
  port.look(true);
  assert.equal(views[1].question, 'risks');
});

test('the seconds are those since the question before, and none where something else stood between', () => {
  const port = portOn(widget);
  const views = hears('view');
  const { now } = performance;
  try {
    performance.now = () => 1000;
    shows('goal');
    port.look(true);
    performance.now = () => 8600;
    shows('risks', 2);
    port.look();
    shows(undefined);
    port.look();
    shows('risks', 2);
    port.look();
  } finally {
    performance.now = now;
  }
  assert.deepEqual(
    views.map(({ seconds }) => seconds),
    [undefined, 8, undefined],
  );
});

test('with data-layer="consent" events are pushed while the visitor agrees to measuring', () => {
  const port = portOn('<shindan-widget data-layer="consent"></shindan-widget>');
  const host = window.document.querySelector('shindan-widget');
  port.emit('start');
  assert.equal(window.dataLayer, undefined);
  host.dataset.consent = 'marketing analytics';
  port.emit('cta');
  host.dataset.consent = 'marketing';
  port.emit('close');
  assert.deepEqual(window.dataLayer, [{ event: 'shindan:cta' }]);
});

for (const [layer, pushes] of [[undefined, undefined], ['', true], ['on', true], ['consent', false]]) {
  test(`data-layer ${layer} without consent means ${pushes} for leads`, () => {
    const port = portOn(layer === undefined ? widget : `<shindan-widget data-layer="${layer}"></shindan-widget>`);
    assert.equal(port.pushes, pushes);
  });
}

test('a tag manager that throws does not stop the questionnaire', () => {
  const port = portOn('<shindan-widget data-layer></shindan-widget>');
  window.dataLayer = {
    push() {
      throw new Error('broken');
    },
  };
  const { error } = console;
  const reported = [];
  console.error = (what) => reported.push(what.message);
  try {
    port.emit('start');
  } finally {
    console.error = error;
  }
  assert.deepEqual(reported, ['broken']);
});
