// A pack at an address: has it read by www/reader.js, which is only loaded for that. Whatever goes wrong is told to the
// site owner, and nothing of it to the respondent, who gets the built-in pack instead.

/* global READER_FILE */
import { helpOf, loadError } from './load-error.js';
import { loadModule } from './pinned.js';
import { once, request } from './request.js';

/**
 * Whether the attribute `pack` means an address; else it is an id.
 * @param {string} name
 */
export const isAddress = (name) => /\/|\.json(#|$)/.test(name);

/** @param {string} address */
const absolute = (address) => {
  try {
    const { protocol, href, origin } = new URL(address, document.baseURI);
    // What the page itself made up, such as the builder's, is not elsewhere.
    return (/^https?:$/.test(protocol) || (protocol === 'blob:' && origin === location.origin)) && href;
  } catch {
    return undefined;
  }
};

const readAt = once(async (/** @type {string} */ address) => {
  const asked = request(address, 'pack');
  // Whoever reads it hears of a failure.
  asked.catch(() => {});
  /** @type {typeof import('./reader.js')} */
  const { packIn } = await loadModule(READER_FILE, 'pack');
  return packIn(asked, address);
});

/**
 * Answers given to an older version, or to the built-in pack in its place, are not answers to this one.
 * @param {import('./port.js').Port} port
 * @param {string} name
 */
const forget = (port, name) => {
  const key = `.${port.pack}#version`;
  // A link's code has no answers beside it yet, and says itself what it is of.
  if ((port.entry('sessionStorage', undefined, key) ?? '') !== name && /(^|&)[^.]/.test(port.run)) {
    port.save('');
  }
  port.entry('sessionStorage', name, key);
};

/**
 * The pack at `address` as www/reader.js answers it; nothing where there is none to be had, which the owner is told.
 * @param {string} address
 * @param {import('./types').MountContext} stage
 */
export const packAt = async (address, { port, isOpen }) => {
  let pack;
  let help;
  try {
    const href = absolute(address);
    if (!href) {
      throw loadError('pack', `attribute pack: "${address}" is no address: begin it with https:// or /`);
    }
    pack = await readAt(href);
  } catch (error) {
    help = helpOf(error) ?? String(error);
  }
  if (isOpen()) {
    if (help) {
      console.error(`<shindan-widget> pack: ${help}`);
      port.emit('error', { code: 'pack', help });
    }
    forget(port, pack?.name ?? '');
  }
  return pack;
};
