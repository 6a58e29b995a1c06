// Brings <shindan-widget> into the page, once. Importing this module does nothing by itself, on a server nothing at all.

import found from './base.js';

let registered;

/**
 * Resolves to the element's class once `<shindan-widget>` is defined; on a server, where there is no page, to nothing.
 * `base` is the folder of `embed.js`; the first call of a page decides. Rejects where the files are not there, and may then
 * be called again.
 */
export const register = ({ base = found } = {}) => {
  if (typeof document === 'undefined') {
    return Promise.resolve();
  }
  registered ??= load(base).catch((error) => {
    registered = undefined;
    throw error;
  });
  return registered;
};

const load = async (base) => {
  const folder = new URL(base, document.baseURI);
  // The files name each other, so they stay as they are: no bundler is to follow this.
  await import(/* @vite-ignore */ /* webpackIgnore: true */ new URL('embed.js', folder).href);
  return customElements.whenDefined('shindan-widget');
};
