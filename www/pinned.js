// The files of one build, pinned by each other: a constant such as WASM_FILE is `NAME#sha256-…`, its name and what its bytes
// must hash to. So nothing runs but what was built together, whatever a host or a cache makes of it.

import { here } from 'shindan-here';
import { loadError } from './load-error.js';

/**
 * The address of a file beside the loader, with its hash for a fragment, which is not sent.
 * @param {string} file
 */
export const url = (file) => new URL(file, here).href;

/**
 * An address or a constant without its hash.
 * @param {string} file
 */
export const nameOf = (file) => file.split('#')[0];

/**
 * What must be fetched from an address, for `integrity`; nothing, where it does not say.
 * @param {string} address
 */
export const integrityOf = (address) => /#(sha256-.*)/.exec(address)?.[1] ?? '';

/**
 * Imports a file. What was preloaded is not loaded again, and preloading checks it.
 * @param {string} file
 */
const importPinned = async (file) => {
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    await new Promise((onload, reject) => {
      const onerror = () => reject('it is not there, or not as it was built');
      // A policy may trust the page's nonce alone. The attribute is hidden, but still there to be found.
      const nonce = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[nonce]'))?.nonce ?? '';
      document.head.append(Object.assign(link, { rel: 'modulepreload', nonce, integrity: integrityOf(file), href: url(file), onload, onerror }));
    }).finally(() => link.remove());
  }
  return import(url(file));
};

/**
 * The module in a file beside the loader; rejects with a `loadError`.
 * @param {string} file
 * @param {string} code
 */
export const loadModule = (file, code) =>
  importPinned(file).catch((error) => {
    throw loadError(code, `${nameOf(file)} cannot be loaded (${error}): upload it again, unchanged, and let script-src allow its address; if the site was updated lately, a cache still holds an old embed.js: empty it, and serve embed.js with no-cache`);
  });
