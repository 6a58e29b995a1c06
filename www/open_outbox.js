// The outbox, a wasm of its own that comes once somebody begins to fill the lead form in, or when a lead is still on its way.

/* global LEADS_WASM_FILE, OUTBOX_FILE */
import { loadModule, url } from './pinned.js';
import { once, request } from './request.js';

/** The outbox's class, for all widgets of the page. */
const loadOutbox = once(async () => {
  /** @type {[typeof import('./outbox.js'), Response]} */
  const [{ start }, wasm] = await Promise.all([loadModule(OUTBOX_FILE, 'lead'), request(url(LEADS_WASM_FILE), 'lead')]);
  return start(wasm);
});

/**
 * Opens it for the widget of `port`, as src/browser/loader.rs says.
 * @param {import('./port.js').Port} port
 * @param {string} destinations
 * @param {(status: object) => void} listener
 */
export const openOutbox = async (port, destinations, listener) => {
  const Outbox = await loadOutbox();
  return Outbox.open(port.identity, document.title, destinations, () => port.pushes, listener);
};
