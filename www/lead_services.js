// What the lead form of a mounted widget asks of the loader (src/browser/lead/loader.rs): its draft, and the outbox, a wasm of
// its own that comes once somebody begins to fill the form in, or when a lead is still on its way.

/* global LEADS_WASM_FILE, OUTBOX_FILE */
import { loadModule, url } from './pinned.js';
import { armName } from './variants.js';
import { once, request } from './request.js';

/** The outbox's class, for all widgets of the page. */
const loadOutbox = once(async () => {
  /** @type {[typeof import('./outbox.js'), Response]} */
  const [{ start }, wasm] = await Promise.all([loadModule(OUTBOX_FILE, 'lead'), request(url(LEADS_WASM_FILE), 'lead')]);
  return start(wasm);
});

/** Names the entry that says that the result has been shown to this tab's respondent. */
const openName = '#open';

/** Names the entry of what was typed, or which lead was sent. */
const draftName = '#lead';

/** Names the entry of localStorage that says from when on, in seconds, there is something to be sent (crates/outbox/src/store.rs). */
const waiting = 'shindan:outbox';

/**
 * The services for an element.
 * @param {import('./types').MountContext} stage
 * @returns {import('./types').LeadLoader}
 */
export const leadServices = ({ host, port }) => {
  return {
    isMeasured: () => port.isMeasured,

    // What a frame is told of the page around it: www/frame.js.
    pageAround: () => /** @type {import('./types').FramedHost} */ (host).pageAround,

    draft: () => port.entry('sessionStorage', undefined, draftName) ?? '',
    keepDraft: (text) => port.entry('sessionStorage', text, draftName),

    run: () => port.run,

    // Who opens a link has a result already.
    isUnlocked: () => Boolean(port.entry('sessionStorage', undefined, openName)) || /(^|&)\.(day|open)=/.test(port.run),
    unlock: () => port.entry('sessionStorage', '1', openName),

    restart: () => {
      for (const name of [draftName, openName, armName]) {
        port.entry('sessionStorage', '', name);
      }
      port.variant = undefined;
      port.entry('localStorage', '');
      port.save('');
      // It ends the widget that calls.
      queueMicrotask(() => port.again());
    },

    isOutboxDue: () => {
      try {
        return Number(localStorage.getItem(waiting) ?? Infinity) <= Date.now() / 1000;
      } catch {
        return false;
      }
    },

    openOutbox: async (destinations, listener) => {
      const Outbox = await loadOutbox();
      return Outbox.open(port.identity, document.title, destinations, () => port.pushes, listener);
    },
  };
};
