// What the site owner set: attributes and the nested configuration. Every getter is total: a broken value becomes the
// default and one warning that says how to mend it.

const warn = (text) => console.warn(`<shindan-widget> ${text}`);

const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** Whether following `href` runs no script; `href` may be relative to the page. */
const isSafe = (href) => {
  try {
    return schemes.includes(new URL(href, document.baseURI).protocol);
  } catch {
    return false;
  }
};

const oneLine = (text) => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '');

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

const oneOf = (host, name, values, later = []) => {
  const value = host.getAttribute(name);
  const [fallback] = values;
  if (later.includes(value)) {
    warn(`attribute ${name}: "${value}" comes in a later version; until then "${fallback}" is used`);
  } else if (value !== null && !values.includes(value)) {
    warn(`attribute ${name}: "${value}" is not known, "${fallback}" is used: write "${[...values, ...later].join('", "')}"`);
  }
};

const known = (object, names, path) => {
  for (const name of Object.keys(object ?? {})) {
    if (!names.includes(name)) {
      warn(`configuration ${path}${name} is not known: write one of ${names.join(', ')}`);
    }
  }
};

const levels = ['ready', 'nearly', 'prepare', 'rethink'];

/** Checks everything, warns, and answers the lines of src/app/settings.rs. */
export const readSettings = (host, config) => {
  oneOf(host, 'mode', ['inline'], ['popup', 'slider', 'side-tab']);
  oneOf(host, 'lead', ['after', 'before', 'off']);
  known(config, ['cta', 'lead', 'theme'], '');
  known(config?.cta, ['href', 'label', 'context'], 'cta.');
  known(config?.cta?.label, levels, 'cta.label.');
  const labels = levels.map((level) => oneLine(config?.cta?.label?.[level]));
  return [ctaHref(host, config, warn) ?? '', ...labels].join('\n');
};

/** The nested configuration: the JSON child, else what `load` fetches from the attribute's address, else nothing. */
export const readConfig = async (host, load) => {
  const url = host.getAttribute('config');
  const child = host.querySelector('script[type="application/json"]');
  try {
    return child ? JSON.parse(child.textContent) : url && (await load(url));
  } catch (error) {
    warn(`configuration: ${error.help ?? 'it is no JSON: check it with a JSON validator'}`);
  }
};

/** The id of the pack that is asked for, if it is among `ids`, else the first of them. */
export const packId = (host, ids) => {
  const id = host.getAttribute('pack') ?? ids[0];
  if (ids.includes(id)) {
    return id;
  }
  warn(`attribute pack: "${id}" is no built-in pack, "${ids[0]}" is used: write ${ids.map((known) => `"${known}"`).join(' or ')}`);
  return ids[0];
};
