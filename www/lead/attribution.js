// Where a respondent came from: campaigns out of addresses, and nothing else that stands in them.

const campaign = ['source', 'medium', 'campaign', 'term', 'content', 'id'];
const clicks = ['gclid', 'gbraid', 'wbraid', 'yclid', 'fbclid', 'msclkid'];

const longest = { value: 200, address: 1000 };

/** The first characters of a text; what is escaped counts, and stays whole. */
const cut = (text, most) => (String(text ?? '').match(/%[0-9a-f]{2}|./gisu) ?? []).slice(0, most).join('') || undefined;

const read = (address) => {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
};

/** A part of an address in characters; what is in another encoding than UTF-8 stays as it was written. */
const decoded = (text) => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
};

/** The parameters of an address as pairs of name and raw value. A link that was escaped twice has `&amp;` between them. */
const pairsOf = (address) =>
  (read(address)?.search.slice(1).split('&') ?? []).filter(Boolean).map((pair) => {
    const [name, ...value] = pair.split('=');
    return [decoded(name).replace(/^(amp;)+/, ''), value.join('=')];
  });

/** `value`, no longer than it may be, as it stands in an address. */
const shortened = (value) => {
  const text = cut(decoded(value), longest.value) ?? '';
  return decoded(value) === value ? cut(value, longest.value) ?? '' : encodeURIComponent(text);
};

/** `address` without fragment, signing-in and parameters, but for those of `kept` names that there is room for. */
const stripped = (address, kept) => {
  const url = read(address);
  if (!url) {
    return undefined;
  }
  const pairs = pairsOf(address).filter(([name]) => kept.includes(name));
  url.search = url.hash = url.username = url.password = '';
  const add = (text, [name, value]) => {
    const more = `${text}${text.includes('?') ? '&' : '?'}${name}=${shortened(value)}`;
    return more.length <= longest.address ? more : text;
  };
  return pairs.reduce(add, cut(url.href, longest.address));
};

/** The parameters of these names, the first that one of `addresses` has; nothing if there is none. */
const found = (addresses, names, prefix = '') => {
  const pairs = addresses.flatMap(pairsOf);
  const values = names.map((name) => {
    const [, value = ''] = pairs.find(([other, value]) => other === prefix + name && value) ?? [];
    return [name, cut(decoded(value), longest.value)];
  });
  const there = values.filter(([, value]) => value);
  return there.length > 0 ? Object.fromEntries(there) : undefined;
};

/** The first page of the visit, as far as this page knows; where measuring is allowed, as far as this tab does. */
const [visit] = performance.getEntriesByType('navigation');
// A page may clean its address before anything of this is loaded; what it was loaded by stays known.
const loaded = read(visit?.name) ? visit.name : location.href;
const arrival = { href: loaded, referrer: document.referrer };
const name = 'shindan:arrival';

const arrived = (kept) => {
  try {
    const { href, referrer } = arrival;
    sessionStorage[name] ??= JSON.stringify({ href: stripped(href, kept), referrer: stripped(referrer, kept) });
    return JSON.parse(sessionStorage[name]);
  } catch {
    return arrival;
  }
};

/**
 * The part `attribution` of a lead. Click ids, HubSpot's visitor id and the first page of a visit of several pages only where
 * the attribute `data-consent` of `host` has the word `analytics`: the page says so when the visitor has agreed to
 * measuring, and takes it away when they have not. Without it nothing is stored.
 */
export const attribution = (host) => {
  const isMeasured = /(^|\s)analytics(\s|$)/.test(host.dataset.consent ?? '');
  const kept = [...campaign.map((name) => `utm_${name}`), ...(isMeasured ? clicks : [])];
  // In a frame the page around it tells: www/frame.js.
  const around = host.pageAround;
  const { href, referrer } = around ?? (isMeasured ? arrived(kept) : arrival);
  const here = around?.href ?? location.href;
  const addresses = [href, here, location.href];
  // HubSpot refuses a lead whose id of the visitor is none.
  const [, hutk] = (isMeasured && /(?:^|; )hubspotutk=([0-9a-f]{32})(?:;|$)/.exec(document.cookie)) || [];
  return {
    landing_url: stripped(href, kept),
    page_url: stripped(here, kept),
    page_title: cut(around?.title ?? document.title, 200),
    referrer: stripped(referrer, kept),
    utm: found(addresses, campaign, 'utm_'),
    click_ids: isMeasured ? found(addresses, clicks) : undefined,
    hutk,
  };
};
