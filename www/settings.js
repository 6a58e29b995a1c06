// @ts-nocheck
// What the site owner set: attributes and the nested configuration. Every getter is total: a broken value becomes the
// default and one warning that says how to mend it.

import { oneLine, safeHref } from './link.js';
import { warn } from './warn.js';

const oneOf = (host, name, values) => {
  const value = host.getAttribute(name);
  const [fallback] = values;
  if (value !== null && !values.includes(value)) {
    warn(`attribute ${name}: "${value}" is not known, "${fallback}" is used: write "${values.join('", "')}"`);
  } else {
    return value;
  }
};

export const known = (object, names, path) => {
  for (const name of Object.keys(object ?? {})) {
    if (!names.includes(name)) {
      warn(`configuration ${path}${name} is not known: write one of ${names.join(', ')}`);
    }
  }
};

const levels = ['ready', 'nearly', 'prepare', 'rethink'];

/** The link of the call to action, or nothing. */
const ctaHref = (host, config) => {
  const [name, href] = host.hasAttribute('cta-href')
    ? ['attribute cta-href', host.getAttribute('cta-href')]
    : ['configuration cta.href', config?.cta?.href];
  const safe = safeHref(href);
  if (href === undefined) {
    warn('attribute cta-href is missing, so no call to action is shown: add it with the link to your consultation');
  } else if (!safe) {
    warn(`${name} is no link to follow, so it is left out: write one that begins with https://, http://, mailto:, tel: or /`);
  }
  return safe ?? '';
};

const placements = ['after', 'before', 'off'];

/** Where the lead form stands: what the attribute says goes before the configuration. Warns. */
export const placementOf = (host, config) => {
  const { placement = '' } = config?.lead ?? {};
  const isKnown = placement === '' || placements.includes(placement);
  if (!isKnown) {
    warn(`configuration lead.placement: "${placement}" is not known: write "${placements.join('", "')}"`);
  }
  return oneOf(host, 'lead', placements) ?? ((isKnown && placement) || 'after');
};

/** Checks all else, warns, and answers the lines of src/app/settings.rs. */
export const readSettings = (host, config) => {
  oneOf(host, 'mode', ['inline', 'popup', 'slider', 'side-tab']);
  known(config, ['cta', 'lead', 'theme', 'open'], '');
  known(config?.cta, ['href', 'label', 'context'], 'cta.');
  known(config?.cta?.label, levels, 'cta.label.');
  const labels = levels.map((level) => oneLine(config?.cta?.label?.[level]));
  return [ctaHref(host, config), ...labels, config?.cta?.context === true ? '1' : ''].join('\n');
};
