// A pack at an address: www/reader.js, which is loaded only for this, reads it. Failures are reported to the site owner
// but not to the respondent, who gets the built-in pack instead.

/* global READER_FILE */
import { helpOf, loadError } from './load-error.js';
import { loadModule } from './pinned.js';
import { once, request } from './request.js';

/**
 * Whether the attribute `pack` is an address; otherwise it is an id.
 * @param {string} name
 */
export const isAddress = (name) => /\/|\.json(#|$)/.test(name);

/**
 * The attribute's address made absolute.
 * @param {string} address
 */
const hrefOf = (address) => {
  try {
    const { protocol, href, origin } = new URL(address, document.baseURI);
    // An address that the page itself made up, as the builder does, is not remote.
    if (/^https?:$/.test(protocol) || (protocol === 'blob:' && origin === location.origin)) {
      return href;
    }
  } catch {
    // It is none.
  }
  throw loadError('pack', `attribute pack: "${address}" is no address: begin it with https:// or /`);
};

const readAt = once(async (/** @type {string} */ address) => {
  const response = request(address, 'pack');
  // The reader of the promise handles a failure.
  response.catch(() => {});
  /** @type {typeof import('./reader.js')} */
  const { packIn } = await loadModule(READER_FILE, 'pack');
  return packIn(response, address);
});

/**
 * Discards answers to an older version, or to the built-in pack in its place: they do not belong to this one.
 * @param {import('./session_store.js').SessionStore} session
 * @param {string} name
 */
const forget = (session, name) => {
  const key = `.${session.pack}#version`;
  // A link's code has no answers beside it yet, and names its own pack and version.
  if ((session.entry('sessionStorage', undefined, key) ?? '') !== name && /(^|&)[^.]/.test(session.run)) {
    session.save('');
  }
  session.entry('sessionStorage', name, key);
};

/**
 * The pack at `address` as returned by www/reader.js; `undefined` after a failure, which is reported to the owner.
 * @param {string} address
 * @param {import('./types').MountContext} context
 */
export const packAt = async (address, { widget, isOpen }) => {
  let pack;
  try {
    pack = await readAt(hrefOf(address));
  } catch (error) {
    if (isOpen()) {
      widget.events.fail('pack', helpOf(error) ?? String(error));
    }
  }
  if (isOpen()) {
    forget(widget.session, pack?.name ?? '');
  }
  return pack;
};
