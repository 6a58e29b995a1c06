// What a run belongs to: a page, and a widget in it. A page is its path and its query, without what campaigns and tools that
// measure append to links; a widget is its id, else its pack.

/** Whether a parameter of an address belongs to a campaign, also where a link was escaped twice (`&amp;utm_…`). */
export const isOfCampaign = (name) =>
  /^(amp;)*(utm_|_|gad_|gcls|hsa_|mc_|mkt_|mtm_|pk_|igsh|srsltid|epik)|(clk?id|braid)$/.test(name);

/** The page at an address, such as `/check?p=1`, or `/check?` without a query: earlier versions have named it without the mark. */
export const pageOf = ({ pathname, search }) => {
  const rest = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => !isOfCampaign(name)));
  rest.sort();
  return `${pathname}?${rest}`;
};

/** The pack that the owner of `host` asks for, which its respondent may leave for another. */
export const packOf = (host) => (host.asked ??= host.getAttribute('pack') ?? 'readiness');

/** The widgets of the page that `host` is one of. */
export const widgets = (host) => [...host.getRootNode().querySelectorAll(host.localName)];

/** The widget in its page, such as `#readiness`; the second of the same pack without an id is `#readiness~1`. */
export const slotOf = (host) => {
  const names = widgets(host).map((other) => other.id || packOf(other));
  const at = widgets(host).indexOf(host);
  const nth = names.slice(0, at).filter((name) => name === names[at]).length;
  return `#${names[at]}${nth ? `~${nth}` : ''}`;
};

/** The page and the widget, as earlier versions have named them. */
export const earlierPlaceOf = (host) => `${location.pathname}#${host.id || widgets(host).indexOf(host)}`;
