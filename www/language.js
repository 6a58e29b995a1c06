/* global LANGUAGES */

/**
 * The value of the nearest `lang`, even outside a shadow root around `node`; Firefox's `:lang()` stays inside.
 * @param {Element | undefined} node
 * @returns {string | undefined}
 */
const declared = (node) =>
  node && (/** @type {HTMLElement | null} */ (node.closest('[lang]'))?.lang ?? declared(/** @type {ShadowRoot} */ (node.getRootNode()).host));

/**
 * The language for `host`: its own, else that of its surroundings, without the region; Japanese if the widget does not
 * support it.
 * @param {Element} host
 */
export const languageOf = (host) => {
  const [language] = (declared(host) ?? '').toLowerCase().split('-');
  return LANGUAGES.includes(language) ? language : 'ja';
};
