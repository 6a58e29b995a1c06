/* global LANGUAGES */

/**
 * What the nearest `lang` says, also where that is outside of a shadow root around `node`; Firefox's `:lang()` stays inside.
 * @param {Element | undefined} node
 * @returns {string | undefined}
 */
const declared = (node) =>
  node && (/** @type {HTMLElement | null} */ (node.closest('[lang]'))?.lang ?? declared(/** @type {ShadowRoot} */ (node.getRootNode()).host));

/**
 * The language that `host` is to speak: its own, else that of what it stands in, without the region; Japanese where that
 * is none of the widget's.
 * @param {Element} host
 */
export const languageOf = (host) => {
  const [language] = (declared(host) ?? '').toLowerCase().split('-');
  return LANGUAGES.includes(language) ? language : 'ja';
};
