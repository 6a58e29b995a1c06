// The end of a visit at a stand.

import { identityOf, packOf, widgets } from './identity.js';

/**
 * Forgets a visitor, whose result may have led to another pack. Leads are the outbox's, and stay. So does the entry with the
 * link in the page's address, which a reload would open again for the next visitor.
 * @param {HTMLElement} host
 * @param {import('./session_store.js').SessionStore} session
 */
export const forget = (host, session) => {
  const own = `shindan:${session.identity}`;
  // An id may continue another one, as `stand.two` continues `stand`.
  const others = widgets(host).map((other) => `shindan:${identityOf(other)}`).filter((other) => other.length > own.length);
  for (const kind of /** @type {const} */ (['sessionStorage', 'localStorage'])) {
    try {
      for (const key of Object.keys(window[kind])) {
        const isOwn = key.startsWith(own) && !others.some((other) => key.startsWith(other));
        if (isOwn && /^[.#](?!link$)/.test(key.slice(own.length))) {
          window[kind].removeItem(key);
        }
      }
    } catch {
      // What is blocked holds nothing.
    }
  }
  host.setAttribute('pack', packOf(host));
  session.save('');
};
