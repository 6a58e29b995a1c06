// Fetches files, with messages for the site owner when that fails.

import { helpOf, loadError } from './load-error.js';
import { integrityOf, nameOf, url } from './pinned.js';

/**
 * @param {string} address
 * @param {string} code
 */
const unreachable = (address, code) =>
  loadError(code, `${address} cannot be reached: check the address, the network and the CORS headers`);

/**
 * An address that the owner has written, made absolute.
 * @param {string} address
 * @param {string} code
 */
export const absolute = (address, code) => {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    throw loadError(code, `"${address}" is no address: begin it with https:// or /`);
  }
};

/**
 * Fetches a file; a failure names the blocked directive, the status, the address, or that the file differs.
 * @param {string} pinned
 * @param {string} code
 */
export const request = async (pinned, code) => {
  const address = nameOf(pinned);
  const integrity = integrityOf(pinned);
  const get = async (/** @type {RequestInit | undefined} */ options = undefined) => {
    const response = await fetch(address, options);
    if (!response.ok) {
      throw loadError(code, `${address} answered ${response.status}: upload the file again, or correct the address`);
    }
    return response;
  };
  /** @type {string | undefined} */
  let blocked;
  const note = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    // A policy that only reports blocks nothing.
    blocked ??= event.disposition === 'enforce' ? event.effectiveDirective : undefined;
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    return await get({ integrity });
  } catch (error) {
    if (helpOf(error)) {
      throw error;
    }
    // The report of a blocked request arrives as a separate task.
    await new Promise((resolve) => setTimeout(resolve));
    if (blocked) {
      throw loadError('csp', `the Content-Security-Policy blocks ${address} in ${blocked}: add ${new URL(address).origin} to ${blocked}`);
    }
    if (integrity) {
      // With a hash, fetch does not reveal what arrived instead; without one, it returns the status.
      await get().catch((why) => Promise.reject(helpOf(why) ? why : unreachable(address, code)));
      throw loadError('integrity', `${address} is not the file that it was built with: upload it again, unchanged`);
    }
    throw unreachable(address, code);
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
};

/**
 * Caches `load` by its first argument; a failure is not cached, so that a later widget tries again.
 * @template {unknown[]} A
 * @template T
 * @param {(...args: A) => Promise<T>} load
 */
export const once = (load) => {
  /** @type {Map<unknown, Promise<T>>} */
  const promises = new Map();
  return (/** @type {A} */ ...args) => {
    const [key] = args;
    const promise = promises.get(key) ?? load(...args);
    if (!promises.has(key)) {
      promises.set(key, promise);
      promise.catch(() => promises.delete(key));
    }
    return promise;
  };
};

/** The text of a file beside the loader, or at an address. */
export const loadText = once(async (/** @type {string} */ file, /** @type {string} */ code) => (await request(url(file), code)).text());

/**
 * Has the `init` of a glue start the wasm of `file`, which `response` brings.
 * @param {(input: { module_or_path: Response }) => Promise<unknown>} init
 * @param {Response} response
 * @param {string} file
 * @param {string} code
 */
export const startGlue = (init, response, file, code) =>
  init({ module_or_path: response }).catch((error) => {
    throw loadError(code, `${nameOf(file)} is broken or incomplete (${error}): upload it again as application/wasm`);
  });
