// Events for the host page and its tag manager.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { HostEvents } = await import('../../www/host_events.js');

let window;
/** The events of the first widget of a page with this body. */
const eventsOn = (body) => {
  window = openPage(body);
  const host = window.document.querySelector('shindan-widget');
  return new HostEvents(host, () => host);
};
/** Has the widget show that question. */
const shows = (question, index = 1) => {
  const host = window.document.querySelector('shindan-widget');
  host.innerHTML = question
    ? `<progress value="${index}" max="3"></progress><fieldset data-question="${question}"></fieldset>`
    : '<h2>A result</h2>';
};
/** The details of each event of that name from now on. */
const detailsOf = (name) => {
  const details = [];
  window.document.addEventListener(`shindan:${name}`, ({ detail }) => details.push(detail));
  return details;
};
const widget = '<shindan-widget></shindan-widget>';

afterEach(() => window.happyDOM.close());

test('an event bubbles out of shadow roots, and goes to the tag manager only with the attribute', () => {
  const events = eventsOn(widget);
  const host = window.document.querySelector('shindan-widget');
  const seen = [];
  window.document.addEventListener('shindan:answer', ({ detail, composed }) => seen.push([detail, composed]));
  events.emit('answer', { question: 'goal', index: 1, total: 3 });
  assert.deepEqual(seen, [[{ question: 'goal', index: 1, total: 3 }, true]]);
  assert.equal(window.dataLayer, undefined);
  host.setAttribute('data-layer', '');
  events.emit('start');
  assert.deepEqual(window.dataLayer, [{ event: 'shindan:start' }]);
});

test('a question is reported once each time that it comes on screen, with its place', () => {
  const events = eventsOn(widget);
  const views = detailsOf('view');
  shows('goal');
  events.reportQuestion();
  assert.deepEqual(views, [], 'it is not on screen yet');
  events.reportQuestion(true);
  events.reportQuestion();
  events.reportQuestion(false);
  events.reportQuestion(true);
  assert.deepEqual(views, [{ question: 'goal', index: 1, total: 3, seconds: undefined }]);
  shows('risks', 2);
  events.reportQuestion();
  assert.deepEqual(views[1], { question: 'risks', index: 2, total: 3, seconds: 1 });
  shows('goal');
  events.reportQuestion();
  assert.equal(views.length, 3, 'also on the way back');
});

test('a question that changes off screen is reported once it can be seen', () => {
  const events = eventsOn(widget);
  const views = detailsOf('view');
  shows('goal');
  events.reportQuestion(true);
  events.reportQuestion(false);
  shows('risks', 2);
  events.reportQuestion();
  assert.equal(views.length, 1);
  events.reportQuestion(true);
  assert.equal(views[1].question, 'risks');
});

test('the seconds are those since the question before, and none where something else stood between', () => {
  const events = eventsOn(widget);
  const views = detailsOf('view');
  const { now } = performance;
  try {
    performance.now = () => 1000;
    shows('goal');
    events.reportQuestion(true);
    performance.now = () => 8600;
    shows('risks', 2);
    events.reportQuestion();
    shows(undefined);
    events.reportQuestion();
    shows('risks', 2);
    events.reportQuestion();
  } finally {
    performance.now = now;
  }
  assert.deepEqual(
    views.map(({ seconds }) => seconds),
    [undefined, 8, undefined],
  );
});

test('with data-layer="consent" events are pushed while the visitor agrees to measuring', () => {
  const events = eventsOn('<shindan-widget data-layer="consent"></shindan-widget>');
  const host = window.document.querySelector('shindan-widget');
  events.emit('start');
  assert.equal(window.dataLayer, undefined);
  host.dataset.consent = 'marketing analytics';
  events.emit('cta');
  host.dataset.consent = 'marketing';
  events.emit('close');
  assert.deepEqual(window.dataLayer, [{ event: 'shindan:cta' }]);
});

for (const [layer, pushes] of [[undefined, undefined], ['', true], ['on', true], ['consent', false]]) {
  test(`data-layer ${layer} without consent means ${pushes} for leads`, () => {
    const events = eventsOn(layer === undefined ? widget : `<shindan-widget data-layer="${layer}"></shindan-widget>`);
    assert.equal(events.pushes, pushes);
  });
}

test('a tag manager that throws does not stop the questionnaire', () => {
  const events = eventsOn('<shindan-widget data-layer></shindan-widget>');
  window.dataLayer = {
    push() {
      throw new Error('broken');
    },
  };
  const { error } = console;
  const reported = [];
  console.error = (what) => reported.push(what.message);
  try {
    events.emit('start');
  } finally {
    console.error = error;
  }
  assert.deepEqual(reported, ['broken']);
});
