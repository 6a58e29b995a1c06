// Which arm of the owner's comparison this tab sees: the key `variants` of the configuration. What is wrong with that key the
// owner reads from crates/settings/src/variants.rs; here a comparison that is not sound does not take place.

import { packOf } from './identity.js';

/** Names the entry that says which arm was drawn. */
const armName = '#arm';

/** The largest weight of an arm. */
const weightMax = 1000;

/** @typedef {import('./types').Arm} Arm */

/** @param {unknown} weight */
const isWeight = (weight) => Number.isInteger(weight) && Number(weight) >= 1 && Number(weight) <= weightMax;

/**
 * The arms of a sound comparison, each with its weight; none otherwise.
 * @param {unknown} variants
 * @returns {Arm[]}
 */
export const armsOf = (variants) => {
  const arms = (Array.isArray(variants) ? variants : []).map((arm) => ({ ...arm, weight: arm?.weight ?? 1 }));
  const isSound = arms.every(({ id, weight }) => typeof id === 'string' && /^[a-z0-9_-]{1,40}$/.test(id) && isWeight(weight));
  return isSound && arms.length > 1 && new Set(arms.map(({ id }) => id)).size === arms.length ? arms : [];
};

/**
 * The arm that `random`, from 0 to below 1, falls into.
 * @param {Arm[]} arms
 * @param {number} random
 */
export const drawn = (arms, random) => {
  let left = random * arms.reduce((sum, { weight }) => sum + weight, 0);
  return arms.find(({ weight }) => (left -= weight) < 0);
};

/**
 * The configuration with what the arm changes in it.
 * @param {import('./types').Config} config
 * @param {Arm} arm
 */
export const withArm = (config, { cta, lead }) => ({
  ...config,
  ...(cta?.label && { cta: { ...config.cta, label: { ...config.cta?.label, ...cta.label } } }),
  ...(lead?.placement !== undefined && { lead: { ...config.lead, placement: lead.placement } }),
});

/**
 * Gives `context` its configuration, with the arm of the comparison in it that this tab sees, if there is one. Answers whether
 * another pack begins in the place of this one, which ends the context.
 * @param {import('./types').MountContext} context
 * @param {import('./types').Config} config
 */
export const applyVariant = (context, config) => {
  const { host, widget } = context;
  const { session, events } = widget;
  const arms = armsOf(config?.variants);
  const kept = events.variant ?? session.entry('sessionStorage', undefined, armName);
  const known = arms.find(({ id }) => id === kept);
  // Whoever has begun already, opened a link or took an offer began with what the draw would change: they take no part.
  const hasBegun = session.run || session.pack !== packOf(host);
  const arm = known ?? (hasBegun ? undefined : drawn(arms, Math.random()));
  const isReported = events.variant === arm?.id;
  events.variant = arm?.id;
  context.config = arm ? withArm(config, arm) : config;
  if (!arm) {
    return false;
  }
  if (!isReported) {
    session.entry('sessionStorage', arm.id, armName);
    events.emit('variant');
  }
  const pack = typeof arm.pack === 'string' ? arm.pack : packOf(host);
  if (known || pack === session.pack) {
    return false;
  }
  session.switchPack(pack);
  widget.restart();
  return true;
};
