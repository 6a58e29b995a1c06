// Where a respondent came from: campaigns out of addresses, and nothing else that stands in them.

const campaign = ['source', 'medium', 'campaign', 'term', 'content', 'id'];
const clicks = ['gclid', 'gbraid', 'wbraid', 'yclid', 'fbclid', 'msclkid'];

const cut = (text, most) => [...text].slice(0, most).join('') || undefined;

const read = (address) => {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
};

/** `address` without fragment, signing-in and parameters, but for those of `kept` names. */
const stripped = (address, kept) => {
  const url = read(address);
  if (!url) {
    return undefined;
  }
  const pairs = [...url.searchParams].filter(([name]) => kept.includes(name));
  url.search = new URLSearchParams(pairs);
  url.hash = url.username = url.password = '';
  return cut(url.href, 1000);
};

/** The parameters of these names, the first that one of `addresses` has; nothing if there is none. */
const found = (addresses, names, prefix = '') => {
  const queries = addresses.map((address) => read(address)?.searchParams);
  const pairs = names.map((name) => {
    const values = queries.map((query) => query?.get(prefix + name));
    return [name, cut(values.find(Boolean) ?? '', 200)];
  });
  const there = pairs.filter(([, value]) => value);
  return there.length > 0 ? Object.fromEntries(there) : undefined;
};

/** The first page of the visit, as far as this page knows; where measuring is allowed, as far as this tab does. */
const arrival = { href: location.href, referrer: document.referrer };
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
  const { href, referrer } = isMeasured ? arrived(kept) : arrival;
  const addresses = [href, location.href];
  // HubSpot refuses a lead whose id of the visitor is none.
  const [, hutk] = (isMeasured && /(?:^|; )hubspotutk=([0-9a-f]{32})(?:;|$)/.exec(document.cookie)) || [];
  return {
    landing_url: stripped(href, kept),
    page_url: stripped(location.href, kept),
    page_title: cut(document.title, 200),
    referrer: stripped(referrer, kept),
    utm: found(addresses, campaign, 'utm_'),
    click_ids: isMeasured ? found(addresses, clicks) : undefined,
    hutk,
  };
};
