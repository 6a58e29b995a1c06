// What a run and a lead belong to: a page, and a widget in it. A page is its path and its query, without what campaigns and
// tools that measure append to links; a widget is its id, else its pack. crates/leads/src/identity.rs takes it up; docs/formats.md
// says what follows from it.

/** @typedef {HTMLElement & { asked?: string }} Host The element, with the pack that its owner asks for. */

/**
 * Whether a parameter of an address belongs to a campaign, also where a link was escaped twice (`&amp;utm_…`).
 * tests/fixtures/identity.json holds this and the outbox to one rule.
 */
export const isOfCampaign = (/** @type {string} */ name) =>
  /^(amp;)*((utm_|_|gad_|hsa_|pk_|mtm_|igsh)|(mc_[ce]id|mkt_tok|srsltid|epik|gclsrc)$)|(clk?id|braid)$/.test(name);

/** The page at an address, such as `/check?p=1`, or `/check?` without a query: earlier versions have named it without the mark. */
export const pageOf = (/** @type {Pick<Location, 'pathname' | 'search'>} */ { pathname, search }) => {
  const rest = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => !isOfCampaign(name)));
  rest.sort();
  return `${pathname}?${rest}`;
};

/** The pack that the owner of `host` asks for, which its respondent may leave for another. */
export const packOf = (/** @type {Host} */ host) => (host.asked ??= host.getAttribute('pack') ?? 'readiness');

const rootOf = (/** @type {Host} */ host) => /** @type {Document | ShadowRoot} */ (host.getRootNode());

/** The widgets of the page that `host` is one of. */
export const widgets = (/** @type {Host} */ host) => [.../** @type {NodeListOf<Host>} */ (rootOf(host).querySelectorAll(host.localName))];

/** The widget in its page, such as `#readiness`; the second of the same pack without an id is `#readiness~1`. */
export const slotOf = (/** @type {Host} */ host) => {
  const names = widgets(host).map((other) => other.id || packOf(other));
  const at = widgets(host).indexOf(host);
  // An id says itself who is meant, also while an element stands beside the one that it replaces.
  const nth = host.id ? 0 : names.slice(0, at).filter((name) => name === names[at]).length;
  return `#${names[at]}${nth ? `~${nth}` : ''}`;
};

/** The page and the widget, such as `/check?p=1#readiness`. */
export const identityOf = (/** @type {Host} */ host) => pageOf(location) + slotOf(host);

/** The page and the widget, as earlier versions have named them. */
export const earlierPlaceOf = (/** @type {Host} */ host) => `${location.pathname}#${host.id || widgets(host).indexOf(host)}`;
