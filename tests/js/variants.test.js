// The comparison of variants: sound arms, the draw by weights, and what an arm changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPage } from './support/page.js';

openPage();
const { armsOf, drawn, takePart, withArm } = await import('../../www/variants.js');

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

/** A stage whose port notes what it is asked to do. */
const stageOf = (config, { run = '', kept } = {}) => {
  const calls = [];
  const port = {
    run,
    pack: 'readiness',
    variant: undefined,
    entry: (_kind, text) => (text === undefined ? kept : calls.push(['keep', text])),
    emit: (name) => calls.push(['emit', name, port.variant]),
    turn: (pack) => calls.push(['turn', pack]),
    again: () => calls.push(['again']),
  };
  const host = { asked: 'readiness', getAttribute: () => null };
  return { host, port, given: config, config: undefined, calls };
};
const variants = [{ id: 'x' }, { id: 'y', cta: { label: { ready: 'Y' } } }];

test('an arm is drawn once, kept, and told with its name', () => {
  const stage = stageOf({ variants });
  assert.equal(takePart(stage, stage.given), false);
  const { variant } = stage.port;
  assert.ok(['x', 'y'].includes(variant));
  assert.deepEqual(stage.calls, [
    ['keep', variant],
    ['emit', 'variant', variant],
  ]);
  takePart(stage, stage.given);
  assert.equal(stage.calls.length, 2, 'the same widget tells it once');
});

test('an arm that was drawn before a reload stays, whatever has been answered', () => {
  const stage = stageOf({ variants }, { run: '.at=b&a=1', kept: 'y' });
  takePart(stage, stage.given);
  assert.equal(stage.port.variant, 'y');
  assert.equal(stage.config.cta.label.ready, 'Y');
});

test('who has begun before the draw takes no part', () => {
  const stage = stageOf({ variants }, { run: '.at=b&a=1' });
  assert.equal(takePart(stage, stage.given), false);
  assert.deepEqual([stage.port.variant, stage.calls], [undefined, []]);
});

test('an arm that is kept and not there any more is drawn anew', () => {
  const stage = stageOf({ variants }, { kept: 'gone' });
  takePart(stage, stage.given);
  assert.ok(['x', 'y'].includes(stage.port.variant));
});

test('another pack begins in the place of the first one, once', () => {
  const stage = stageOf({ variants: [{ id: 'x', pack: 'adoption' }, { id: 'y', pack: 'adoption', lead: { placement: 'off' } }] });
  assert.equal(takePart(stage, stage.given), true);
  assert.deepEqual(stage.calls.slice(2), [['turn', 'adoption'], ['again']]);
  assert.equal(takePart(stage, stage.given), false);
});
