// Links of the host page to the element by its id: they behave like any fragment link, and without the loader lead to
// its place.

import { pageOf } from '../identity.js';

/**
 * Calls `open(link)` when a link to `host` is followed, and `open()` when the page's address leads there. A link that
 * should open another tab does so.
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 * @param {(link?: HTMLAnchorElement) => void} open
 */
export const followLinks = (host, signal, open) => {
  /** @param {HTMLAnchorElement | Location} address */
  const leadsHere = (address) => {
    const here = host.id && new URL(`#${host.id}`, location.href).hash;
    return here && address.hash === here && address.origin === location.origin && pageOf(address) === pageOf(location);
  };
  document.addEventListener(
    'click',
    (event) => {
      const path = /** @type {Element[]} */ (event.composedPath());
      const link = /** @type {HTMLAnchorElement | undefined} */ (path.find(({ localName }) => localName === 'a'));
      const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      // This applies whatever a <base> of the page makes of it.
      const isFragment = host.id && link?.getAttribute('href')?.trim() === `#${host.id}` && !link.target;
      if (link && !isElsewhere && (isFragment || leadsHere(link))) {
        event.preventDefault();
        open(link);
      }
    },
    // This runs before routers of the page, which ignore prevented events.
    { capture: true, signal },
  );
  const openIfLinked = () => {
    if (leadsHere(location)) {
      open();
    }
  };
  addEventListener('hashchange', openIfLinked, { signal });
  openIfLinked();
};
