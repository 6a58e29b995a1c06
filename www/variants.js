// Selects the arm of the owner's comparison for this tab, from the key `variants` of the configuration.
// crates/settings/src/variants.rs reports faults of that key to the owner; here an invalid comparison is ignored.

import { packOf } from './identity.js';

/** Name of the entry that stores the drawn arm. */
export const armName = '#arm';

/** Maximum weight of an arm. */
const weightMax = 1000;

/** @typedef {import('./types').Arm} Arm */

/** @param {unknown} weight */
const isWeight = (weight) => Number.isInteger(weight) && Number(weight) >= 1 && Number(weight) <= weightMax;

/**
 * The arms of a valid comparison, each with its weight; otherwise an empty list.
 * @param {unknown} variants
 * @returns {Arm[]}
 */
export const armsOf = (variants) => {
  const arms = (Array.isArray(variants) ? variants : []).map((arm) => ({ ...arm, weight: arm?.weight ?? 1 }));
  const isSound = arms.every(({ id, weight }) => typeof id === 'string' && /^[a-z0-9_-]{1,40}$/.test(id) && isWeight(weight));
  return isSound && arms.length > 1 && new Set(arms.map(({ id }) => id)).size === arms.length ? arms : [];
};

/**
 * The arm selected by `random`, from 0 to below 1.
 * @param {Arm[]} arms
 * @param {number} random
 */
export const drawn = (arms, random) => {
  let left = random * arms.reduce((sum, { weight }) => sum + weight, 0);
  return arms.find(({ weight }) => (left -= weight) < 0);
};

/**
 * The configuration with the changes of the arm.
 * @param {import('./types').Config} config
 * @param {Arm} arm
 */
export const withArm = (config, { cta, lead }) => ({
  ...config,
  ...(cta?.label && { cta: { ...config.cta, label: { ...config.cta?.label, ...cta.label } } }),
  ...(lead?.placement !== undefined && { lead: { ...config.lead, placement: lead.placement } }),
});

/**
 * Sets the configuration of `stage`, with the changes of this tab's arm, if there is a comparison. Returns whether
 * another pack starts in place of this one, which ends the stage.
 * @param {import('./types').MountContext} stage
 * @param {import('./types').Config} config
 */
export const takePart = (stage, config) => {
  const { host, port } = stage;
  const arms = armsOf(config?.variants);
  const kept = port.variant ?? port.entry('sessionStorage', undefined, armName);
  const known = arms.find(({ id }) => id === kept);
  // A respondent who has started already, or opened a link, started with what the draw would change, and takes no part.
  const arm = known ?? (port.run ? undefined : drawn(arms, Math.random()));
  const isTold = port.variant === arm?.id;
  port.variant = arm?.id;
  stage.config = arm ? withArm(config, arm) : config;
  if (!arm) {
    return false;
  }
  if (!isTold) {
    port.entry('sessionStorage', arm.id, armName);
    port.emit('variant');
  }
  const pack = typeof arm.pack === 'string' ? arm.pack : packOf(host);
  if (known || pack === port.pack) {
    return false;
  }
  port.turn(pack);
  port.again();
  return true;
};
