// What the site owner set: attributes and the nested configuration. Every getter is total: a broken value becomes the
// default and one warning that says how to mend it.

import { ctaHref, oneLine, warn } from './link.js';

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
  for (const name of ['lead', 'theme']) {
    if (config?.[name]) {
      warn(`configuration ${name} comes in a later version and has no effect yet`);
    }
  }
  known(config?.cta, ['href', 'label', 'context'], 'cta.');
  known(config?.cta?.label, levels, 'cta.label.');
  const labels = levels.map((level) => oneLine(config?.cta?.label?.[level]));
  return [ctaHref(host, config, warn) ?? '', ...labels].join('\n');
};
