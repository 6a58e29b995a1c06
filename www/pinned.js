// The files of one build pin each other: a constant such as WASM_FILE is `NAME#sha256-…`, the name and the hash of the
// content. Only files of one build therefore run together, whatever a host or a cache does to them.

import { here } from 'shindan-here';
import { loadError } from './load-error.js';

/**
 * The address of a file beside the loader, with its hash as the fragment, which is not sent.
 * @param {string} file
 */
export const url = (file) => new URL(file, here()).href;

/**
 * An address or a constant without its hash.
 * @param {string} file
 */
export const nameOf = (file) => file.split('#')[0];

/**
 * The `integrity` value of an address; `undefined` if the address has none.
 * @param {string} address
 */
export const integrityOf = (address) => /#(sha256-.*)/.exec(address)?.[1] ?? '';

/**
 * How often each file could not be imported. A browser does not fetch a module again that has failed, unless its address
 * differs.
 * @type {Map<string, number>}
 */
const failures = new Map();

/**
 * Imports a file. A preloaded file is not loaded again, and preloading checks it.
 * @param {string} file
 */
const importPinned = async (file) => {
  const href = url(failures.has(file) ? file.replace('#', `?again=${failures.get(file)}#`) : file);
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    await new Promise((onload, reject) => {
      const onerror = () => reject('it is not there, or not as it was built');
      // A policy may trust only the page's nonce. The attribute is hidden, but the property still has the value.
      const nonce = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[nonce]'))?.nonce ?? '';
      document.head.append(Object.assign(link, { rel: 'modulepreload', nonce, integrity: integrityOf(file), href, onload, onerror }));
    }).finally(() => link.remove());
  }
  return import(href);
};

/**
 * The module in a file beside the loader; rejects with a `loadError`.
 * @param {string} file
 * @param {string} code
 */
export const loadModule = (file, code) =>
  importPinned(file).catch((error) => {
    failures.set(file, (failures.get(file) ?? 0) + 1);
    throw loadError(code, `${nameOf(file)} cannot be loaded (${error}): upload it again, unchanged, and allow it in script-src; after an update empty the caches, and serve embed.js with no-cache`);
  });
