// Links to a result, or to a comparison with a partner, in the fragment of the page's address (docs/formats.md); and the
// way to the widget that they lead to.

import { focusOn } from './focus.js';
import { widgets } from './identity.js';

/** The marks of crates/session/src/model.rs, by the names that links give them in their fragment. */
const marks = { shindan: '.open', 'shindan-owner': '.owner', 'shindan-promoter': '.promoter' };

/** Names the entry with the link that was taken up last. */
const linkName = '#link';

/** What the page's fragment tells, as a run; usually nothing. */
const runOfFragment = () => {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const found = Object.entries(marks).filter(([name]) => fragment.has(name));
  return found.map(([name, mark]) => `${mark}=${encodeURIComponent(fragment.get(name) ?? '')}`).join('&');
};

/**
 * Scrolls to the widget that a link leads to, or opens its panel, and keeps it in view until the reader scrolls, presses or
 * types.
 * @param {HTMLElement} host
 * @param {import('./types').Widget} widget
 */
const scrollToWidget = (host, widget) => {
  if (widget.reveal) {
    widget.reveal();
    return;
  }
  host.scrollIntoView();
  // Whoever goes on by themselves is left alone.
  widget.isKeptInView = true;
  const moved = new AbortController();
  const stop = () => {
    widget.isKeptInView = false;
    moved.abort();
  };
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    addEventListener(type, stop, { signal: moved.signal, capture: true, passive: true });
  }
};

/**
 * Has the first widget of the page take up the link in the address, now and whenever that changes. Each link is taken up
 * once in a tab, also where storage is blocked.
 * @param {import('./types').MountContext} context
 */
export const followLinks = ({ host, widget }) => {
  let followed = '';
  widget.followLink ??= () => {
    const link = runOfFragment();
    if (link && link !== followed && widgets(host)[0] === host && widget.session.entry('sessionStorage', undefined, linkName) !== link) {
      followed = link;
      widget.session.entry('sessionStorage', link, linkName);
      // Kept at once: a reload before the wasm has come, or before the first answer, takes it up again.
      widget.session.save(link);
      widget.restart();
      scrollToWidget(host, widget);
    }
  };
  widget.followLink();
};

/**
 * Begins another pack, which was offered in the place of this one.
 * @param {import('./types').MountContext} context
 * @param {string} pack
 */
export const begin = ({ host, widget }, pack) => {
  widget.session.switchPack(pack);
  widget.session.save('.offered=1');
  widget.restart();
  scrollToWidget(host, widget);
  // What takes the place of this, once the wasm has rendered it, gets the focus from it.
  focusOn(widget.view().querySelector('legend, [tabindex]'));
};
