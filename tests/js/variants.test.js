// The comparison of variants: sound arms, the draw by weights, and what an arm changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { armsOf, drawn, applyVariant, withArm } = await import('../../www/variants.js');

const arms = [
  { id: 'a', weight: 1 },
  { id: 'b', weight: 3, cta: { label: { ready: 'B' } } },
  { id: 'c', weight: 6, lead: { placement: 'before' } },
];

test('arms are drawn with their weights: chi-square over 100,000 draws', () => {
  // A generator with a seed (mulberry32), so that this is the same each time.
  let state = 20261128;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const draws = 100_000;
  const counts = { a: 0, b: 0, c: 0 };
  for (let n = 0; n < draws; n += 1) {
    counts[drawn(arms, random()).id] += 1;
  }
  const chi = arms.reduce((sum, { id, weight }) => {
    const expected = (draws * weight) / 10;
    return sum + (counts[id] - expected) ** 2 / expected;
  }, 0);
  // The 99.9 % quantile of two degrees of freedom.
  assert.ok(chi < 13.82, `${chi}: ${JSON.stringify(counts)}`);
});

test('each end of the line falls into an arm', () => {
  assert.equal(drawn(arms, 0).id, 'a');
  assert.equal(drawn(arms, 0.0999).id, 'a');
  assert.equal(drawn(arms, 0.1).id, 'b');
  assert.equal(drawn(arms, 1 - Number.EPSILON).id, 'c');
});

for (const [what, variants] of [
  ['no list', { a: 1 }],
  ['one arm', [{ id: 'a' }]],
  ['an id twice', [{ id: 'a' }, { id: 'a' }]],
  ['no id', [{ id: 'a' }, {}]],
  ['an id that is none', [{ id: 'a' }, { id: 'Ä' }]],
  ['a weight of nothing', [{ id: 'a' }, { id: 'b', weight: 0 }]],
  ['a weight that is no number', [{ id: 'a' }, { id: 'b', weight: '2' }]],
  ['an entry that is none', [{ id: 'a' }, null]],
]) {
  test(`${what} makes no comparison`, () => {
    assert.deepEqual(armsOf(variants), []);
  });
}

test('without a weight an arm weighs one', () => {
  assert.deepEqual(armsOf([{ id: 'a' }, { id: 'b' }]).map(({ weight }) => weight), [1, 1]);
});

test('an arm changes what it names, and nothing else', () => {
  const config = { cta: { href: '/a', label: { ready: 'A', nearly: 'N' } }, lead: { placement: 'after', skip: true } };
  assert.deepEqual(withArm(config, arms[0]), config);
  assert.deepEqual(withArm(config, arms[1]).cta, { href: '/a', label: { ready: 'B', nearly: 'N' } });
  assert.deepEqual(withArm(config, arms[2]).lead, { placement: 'before', skip: true });
  assert.equal(config.cta.label.ready, 'A');
});

/** A context whose widget notes what it is asked to do. */
const contextOf = (config, { run = '', kept } = {}) => {
  const calls = [];
  const session = {
    run,
    pack: 'readiness',
    entry: (_kind, text) => (text === undefined ? kept : calls.push(['keep', text])),
    switchPack: (pack) => calls.push(['switch', pack]),
  };
  const events = { variant: undefined, emit: (name) => calls.push(['emit', name, events.variant]) };
  const host = { getAttribute: () => null };
  const widget = { session, events, restart: () => calls.push(['restart']) };
  return { host, widget, given: config, config: undefined, calls };
};
const variants = [{ id: 'x' }, { id: 'y', cta: { label: { ready: 'Y' } } }];

test('an arm is drawn once, kept, and reported with its name', () => {
  const context = contextOf({ variants });
  assert.equal(applyVariant(context, context.given), false);
  const { variant } = context.widget.events;
  assert.ok(['x', 'y'].includes(variant));
  assert.deepEqual(context.calls, [
    ['keep', variant],
    ['emit', 'variant', variant],
  ]);
  applyVariant(context, context.given);
  assert.equal(context.calls.length, 2, 'the same widget tells it once');
});

test('an arm that was drawn before a reload stays, whatever has been answered', () => {
  const context = contextOf({ variants }, { run: '.at=b&a=1', kept: 'y' });
  applyVariant(context, context.given);
  assert.equal(context.widget.events.variant, 'y');
  assert.equal(context.config.cta.label.ready, 'Y');
});

test('who has begun before the draw takes no part', () => {
  const context = contextOf({ variants }, { run: '.at=b&a=1' });
  assert.equal(applyVariant(context, context.given), false);
  assert.deepEqual([context.widget.events.variant, context.calls], [undefined, []]);
});

test('who has taken the offer of another pack takes no part, also before the first answer', () => {
  const context = contextOf({ variants });
  context.widget.session.pack = 'executive';
  assert.equal(applyVariant(context, context.given), false);
  assert.deepEqual([context.widget.events.variant, context.calls], [undefined, []]);
});

test('an arm that is kept and not there any more is drawn anew', () => {
  const context = contextOf({ variants }, { kept: 'gone' });
  applyVariant(context, context.given);
  assert.ok(['x', 'y'].includes(context.widget.events.variant));
});

test('another pack begins in the place of the first one, once', () => {
  const context = contextOf({ variants: [{ id: 'x', pack: 'adoption' }, { id: 'y', pack: 'adoption', lead: { placement: 'off' } }] });
  assert.equal(applyVariant(context, context.given), true);
  assert.deepEqual(context.calls.slice(2), [['switch', 'adoption'], ['restart']]);
  assert.equal(applyVariant(context, context.given), false);
});
