// The key `open` of the nested configuration. Total: an invalid value becomes the default and causes one warning with
// the fix.

import { oneLine } from '../link.js';
import { warn, warnOfUnknown } from '../warn.js';
import { words } from './words.js';

/** The longest delay in seconds, and the longest time in days until the panel may open automatically again. */
const longest = { delay: 3600, again: 3650 };

/** @param {unknown} value */
const isText = (value) => oneLine(value) !== '';
/** @param {number} max */
const isWithin = (max) => (/** @type {unknown} */ value) => typeof value === 'number' && value >= 0 && value <= max;

/**
 * How the panel is opened. `button`: the label of the widget's own button, or `false` for none. `title`: the name of
 * the panel. `delay`: seconds until it opens, or never if undefined. `exit`: whether it opens when the mouse leaves the
 * page. `again`: days until it may open automatically again for a visitor who closed it.
 * @param {import('../types').Config} config
 * @param {string} lang
 * @returns {import('../types').OpenSettings}
 */
export const readOpen = (config, lang) => {
  const open = config?.open ?? {};
  const isObject = typeof open === 'object' && !Array.isArray(open);
  if (!isObject) {
    warn('configuration open is no object: write { "button": "…", "delay": 20, "exit": true, "again_days": 30 }');
  } else {
    warnOfUnknown(open, ['button', 'title', 'delay', 'exit', 'again_days'], 'open.');
  }
  /**
   * @template T
   * @param {string} name
   * @param {(value: any) => boolean} isRight
   * @param {string} fix
   * @param {T} usual
   * @returns {T}
   */
  const read = (name, isRight, fix, usual) => {
    const value = isObject ? open[name] : undefined;
    if (value !== undefined && !isRight(value)) {
      warn(`configuration open.${name} is not used, as it is ${JSON.stringify(value)?.slice(0, 40)}: write ${fix}`);
      return usual;
    }
    return value ?? usual;
  };
  const { button, title, close } = words[lang] ?? words.ja;
  const isButton = (/** @type {unknown} */ value) => value === false || isText(value);
  return {
    button: read('button', isButton, 'the words on the button, or false for none', /** @type {string | false} */ (button)),
    title: read('title', isText, 'a few words', title),
    close,
    delay: read('delay', isWithin(longest.delay), `seconds, from 0 to ${longest.delay}`, /** @type {number | undefined} */ (undefined)),
    exit: read('exit', (value) => typeof value === 'boolean', 'true or false', false),
    again: read('again_days', isWithin(longest.again), `days, from 0 to ${longest.again}`, 30),
  };
};
