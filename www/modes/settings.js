// The key `open` of the nested configuration, which the launcher needs before there is a wasm. A value that is invalid by the
// rules of crates/settings/src/open.rs becomes the default; the wasm then tells the owner so.

import { oneLine } from '../link.js';
import { messages } from './messages.js';

/** The longest delay in seconds, and the longest time in days until the panel may open automatically again. */
const longest = { delay: 3600, again: 3650 };

/** @param {unknown} value */
const isText = (value) => oneLine(value) !== '';
/** @param {number} max */
const isWhole = (max) => (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;

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
  const { button, title, close } = messages[lang] ?? messages.ja;
  return {
    button: open.button === false || isText(open.button) ? open.button : button,
    title: isText(open.title) ? open.title : title,
    close,
    delay: isWhole(longest.delay)(open.delay) ? open.delay : undefined,
    exit: open.exit === true,
    again: isWhole(longest.again)(open.again_days) ? open.again_days : 30,
  };
};
