// Identity of a run and of a lead: a page, and a widget in it. A page is its path and its query, without the parameters
// that campaigns and analytics tools append to links; a widget is its id, else its pack. crates/leads/src/identity.rs
// uses it; docs/formats.md describes the consequences.

/** @typedef {HTMLElement & { requestedPack?: string }} Host The element, with the pack that its owner requests. */

/**
 * Whether a parameter of an address belongs to a campaign, even if a link was escaped twice (`&amp;utm_…`).
 * tests/fixtures/identity.json ensures that this and the outbox follow one rule.
 */
export const isOfCampaign = (/** @type {string} */ name) =>
  /^(amp;)*((utm_|_|gad_|hsa_|pk_|mtm_|igsh)|(mc_[ce]id|mkt_tok|srsltid|epik|gclsrc)$)|(clk?id|braid)$/.test(name);

/**
 * The page at an address, such as `/check?p=1`, or `/check?` without a query: earlier versions omitted the question
 * mark.
 */
export const pageOf = (/** @type {Pick<Location, 'pathname' | 'search'>} */ { pathname, search }) => {
  const rest = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => !isOfCampaign(name)));
  rest.sort();
  return `${pathname}?${rest}`;
};

/** The pack that the owner of `host` requests; the respondent may switch to another. */
export const packOf = (/** @type {Host} */ host) => (host.requestedPack ??= host.getAttribute('pack') ?? 'readiness');

/** The widgets of the page, including `host`. */
export const widgets = (/** @type {Host} */ host) => {
  const root = /** @type {Document | ShadowRoot} */ (host.getRootNode());
  return [.../** @type {NodeListOf<Host>} */ (root.querySelectorAll(host.localName))];
};

/** The widget in its page, such as `#readiness`; the second one of the same pack without an id is `#readiness~1`. */
export const slotOf = (/** @type {Host} */ host) => {
  const names = widgets(host).map((other) => other.id || packOf(other));
  const index = widgets(host).indexOf(host);
  // An id is unambiguous, even while an element is beside the one that it replaces.
  const nth = host.id ? 0 : names.slice(0, index).filter((name) => name === names[index]).length;
  return `#${names[index]}${nth ? `~${nth}` : ''}`;
};

/** The page and the widget, such as `/check?p=1#readiness`. */
export const identityOf = (/** @type {Host} */ host) => pageOf(location) + slotOf(host);

/** The page and the widget, in the form of earlier versions. */
export const earlierPlaceOf = (/** @type {Host} */ host) => `${location.pathname}#${host.id || widgets(host).indexOf(host)}`;
