// What the site owner wrote about destinations, as the core takes it.
import { warn } from '../warn.js';

const line = (text) => String(text ?? '').replace(/\s+/g, ' ').trim();

/** The lines of a destination for the core; nothing for what is none. */
const textOf = ({ type, url, fields, constants } = {}) =>
  [
    line(type),
    line(url),
    ...Object.entries(fields ?? {}).map(([name, path]) => `${line(name)}\t${line(path).replace('utm.utm_', 'utm.')}`),
    ...Object.entries(constants ?? {}).map(([name, text]) => `${line(name)}\t=${line(text)}`),
  ].join('\n');

/**
 * Reads `config.lead.destinations`: `to` are those that leads are sent to, by their names, `push` is the data layer, if
 * there is one. One that is refused is left out and told of, and counts: mending it renames none of its neighbours.
 */
export const readDestinations = (leads, list) => {
  const to = {};
  let push;
  const counts = {};
  (Array.isArray(list) ? list : []).forEach((destination, i) => {
    const text = textOf(destination ?? undefined);
    const [type] = text.split('\n');
    const sight = leads('receiver', text, '');
    const number = (counts[type] = (counts[type] ?? 0) + 1);
    if (sight[0] === '!') {
      const [path, reason, mend] = sight.slice(1).split('\t');
      warn(`configuration lead.destinations[${i}].${path} ${reason}, so this destination is left out: ${mend}`);
    } else if (sight !== 'hand') {
      to[number > 1 ? `${type}-${number}` : type] = text;
    } else if (type === 'data-layer') {
      push = text;
    }
  });
  return { to, push };
};
