// The nested configuration, and the link of the call to action in it, checked before anyone can follow it.

/** Tells the site owner. */
export const warn = (text) => console.warn(`<shindan-widget> ${text}`);

const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** Whether following `href` runs no script; `href` may be relative to the page. */
const isSafe = (href) => {
  try {
    return schemes.includes(new URL(href, document.baseURI).protocol);
  } catch {
    return false;
  }
};

/** `text` on one line; nothing for anything but text. */
export const oneLine = (text) => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '');

/** The link of the call to action, or nothing. */
export const ctaHref = (host, config, tell = () => {}) => {
  const [name, href] = host.hasAttribute('cta-href')
    ? ['attribute cta-href', host.getAttribute('cta-href')]
    : ['configuration cta.href', config?.cta?.href];
  if (href === undefined) {
    tell('attribute cta-href is missing, so no call to action is shown: add it with the link to your consultation');
  } else if (!oneLine(href) || !isSafe(oneLine(href))) {
    tell(`${name} is no link to follow, so it is left out: write one that begins with https://, http://, mailto:, tel: or /`);
  } else {
    return oneLine(href);
  }
};

/** The nested configuration: the JSON child, else what `request` fetches from the attribute's address, else nothing. */
export const readConfig = async (host, request) => {
  const address = host.getAttribute('config');
  const child = host.querySelector('script[type="application/json"]');
  try {
    if (child) {
      return JSON.parse(child.textContent);
    }
    return address && (await (await request(new URL(address, document.baseURI).href, 'config')).json());
  } catch (error) {
    warn(`configuration: ${error.help ?? 'it is no JSON: check it with a JSON validator'}`);
  }
};
