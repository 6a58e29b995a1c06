// @ts-nocheck
// Fetching, with words for the site owner when it fails.

import { loadError } from './load-error.js';
import { integrityOf, nameOf, url } from './pinned.js';

const unreachable = (url, code) =>
  loadError(code, `${url} cannot be reached: check the address, the network and the CORS headers`);

/** Fetches, and where that fails names the blocked directive, the status, the address, or that it is another file. */
export const request = async (pinned, code) => {
  const url = nameOf(pinned);
  const integrity = integrityOf(pinned);
  const get = async (options) => {
    const response = await fetch(url, options);
    if (!response.ok) {
      throw loadError(code, `${url} answered ${response.status}: upload the file again, or correct the address`);
    }
    return response;
  };
  let blocked;
  const note = (event) => {
    blocked ??= event.effectiveDirective;
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    return await get({ integrity });
  } catch (error) {
    if (error.help) {
      throw error;
    }
    // The report of a blocked request arrives as a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    if (blocked) {
      throw loadError('csp', `the Content-Security-Policy blocks ${url} in ${blocked}: add ${new URL(url).origin} to ${blocked}`);
    }
    if (integrity) {
      // Who asks for certain bytes is not told what came instead: without them the status is.
      await get().catch((why) => Promise.reject(why.help ? why : unreachable(url, code)));
      throw loadError('integrity', `${url} is not the file that it was built with: upload it again, unchanged`);
    }
    throw unreachable(url, code);
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
};

/** `load` by key, each key once; a failure is not remembered, so that a later widget tries again. */
export const once = (load) => {
  const promises = new Map();
  return (key, ...rest) => {
    if (!promises.has(key)) {
      const promise = load(key, ...rest);
      promises.set(key, promise);
      promise.catch(() => promises.delete(key));
    }
    return promises.get(key);
  };
};

/** The text of a file beside the loader. */
export const loadText = once(async (file) => (await request(url(file), 'pack')).text());
