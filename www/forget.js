// The end of a visit at a stand.

import { packOf } from './identity.js';

/**
 * Forgets a visitor, whose result may have led to another pack. Leads are the outbox's, and stay. So does the entry with the
 * link in the page's address, which a reload would open again for the next visitor.
 * @param {HTMLElement} host
 * @param {import('./session_store.js').SessionStore} session
 */
export const forget = (host, session) => {
  const own = `shindan:${session.identity}`;
  for (const kind of /** @type {const} */ (['sessionStorage', 'localStorage'])) {
    try {
      for (const key of Object.keys(window[kind])) {
        if (key.startsWith(own) && /^[.#](?!link$)/.test(key.slice(own.length))) {
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
