// The stepper: walks through the prerendered questions, and keeps the run, until the wasm takes over.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { Questionnaire } = await import('../../www/questionnaire.js');

/** A widget that notes what it is asked to do, and shows the stepper. */
const notingWidget = (run = '') => {
  const calls = [];
  return {
    calls,
    session: {
      run,
      save(text) {
        this.run = text;
      },
    },
    events: { reportQuestion: () => {}, emit: (name, detail) => calls.push(detail ? [name, detail] : [name]) },
    view: () => ({
      querySelector: (selector) => ({ getClientRects: () => {}, focus: () => calls.push(['focus', selector]) }),
    }),
  };
};

let widget;
let stepper;
const begin = (run, isPrerendered = true) => {
  widget = notingWidget(run);
  stepper = new Questionnaire(widget, 'en', isPrerendered);
};
const question = () => stepper.form.querySelector('fieldset')?.dataset.question;
const alert = () => stepper.form.querySelector('[role=alert]');
const checked = () => [...stepper.form.querySelectorAll(':checked')].map((input) => input.value);
const tick = (value) => {
  stepper.form.querySelector(`[value=${value}]`).checked = true;
  stepper.choose('risks', value);
};

beforeEach(() => begin(''));

test('a choice is kept, reported as the start once, and shown again on the way back', () => {
  assert.equal(question(), 'goal');
  stepper.choose('goal', 'no');
  stepper.choose('goal', 'yes');
  assert.deepEqual(widget.calls, [['start']]);
  assert.equal(widget.session.run, '.at=goal&goal=yes');
  stepper.next('goal');
  assert.equal(question(), 'risks');
  stepper.back();
  assert.equal(question(), 'goal');
  assert.deepEqual(checked(), ['yes']);
});

test('next without a choice shows the message and stays; a choice hides it again', () => {
  assert.equal(alert().hidden, true);
  stepper.next('goal');
  assert.equal(question(), 'goal');
  assert.equal(alert().hidden, false);
  stepper.choose('goal', 'yes');
  assert.equal(alert().hidden, true);
});

test('an answer is reported with its place, and the focus goes to the next question', () => {
  stepper.choose('goal', 'yes');
  stepper.next('goal');
  assert.deepEqual(widget.calls.slice(1), [
    ['answer', { question: 'goal', index: 1, total: 3 }],
    ['focus', 'legend, [tabindex]'],
  ]);
  assert.equal(widget.session.run, '.at=risks&goal=yes');
});

test('boxes are kept all together, and none of them as an empty value', () => {
  begin('goal=yes');
  tick('cost');
  tick('time');
  assert.equal(widget.session.run, '.at=risks&goal=yes&risks=cost&risks=time');
  begin('goal=yes');
  stepper.next('risks');
  assert.equal(question(), 'team');
  assert.equal(widget.session.run, '.at=team&goal=yes&risks=');
});

test('a move for a question that is not on screen changes nothing', () => {
  stepper.choose('team', 'yes');
  stepper.next('team');
  assert.equal(question(), 'goal');
  assert.equal(widget.session.run, '');
  assert.deepEqual(widget.calls, []);
});

test('a run goes on where it was left, or else at the first open question', () => {
  begin('.at=risks&goal=yes&team=no');
  assert.equal(question(), 'risks');
  begin('goal=yes&risks=cost');
  assert.equal(question(), 'team');
});

test('after the last question, and for a result from a link, it waits', () => {
  begin('goal=yes&risks=&team=no');
  assert.match(stepper.form.textContent, /One moment/);
  begin('.open=readiness.1.x');
  assert.match(stepper.form.textContent, /One moment/);
});

test('another pack than the prerendered one waits at once', () => {
  begin('', false);
  assert.match(stepper.form.textContent, /One moment/);
});

test('without the wasm the end says so, and leads to the consultation where there is one', () => {
  begin('goal=yes&risks=&team=no');
  stepper.giveUp('https://owner.example/talk');
  assert.match(stepper.form.textContent, /No result here/);
  assert.equal(stepper.form.querySelector('a').href, 'https://owner.example/talk');
  begin('goal=yes&risks=&team=no');
  stepper.giveUp(undefined);
  assert.equal(stepper.form.querySelector('a'), null);
});

test('without the wasm the questions can still be answered to the end', () => {
  stepper.giveUp(undefined);
  assert.equal(question(), 'goal');
  stepper.choose('goal', 'yes');
  stepper.next('goal');
  stepper.next('risks');
  stepper.choose('team', 'no');
  stepper.next('team');
  assert.match(stepper.form.textContent, /No result here/);
});
