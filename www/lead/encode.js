// Puts a lead as the core orders it: objects, forms, or lines for people. Knows no receiver.
import { json } from './json.js';

/** The text of anything in a lead; a list is joined with commas, an object with spaces. */
const said = (value) =>
  value === null || typeof value !== 'object'
    ? String(value ?? '')
    : Object.values(value)
        .map(said)
        .join(Array.isArray(value) ? ', ' : ' ');

/** Every leaf of `value` under its dotted name, in order, as pairs of texts; without empty ones. */
export const flat = (value, path = '') =>
  Object.entries(value).flatMap(([name, inner]) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? flat(inner, `${path}${name}.`)
      : said(inner)
        ? [[path + name, said(inner)]]
        : [],
  );

// Without `reduce`, of which old host pages make something else.
const at = (lead, path) => {
  for (const name of path.split('.')) {
    lead = lead?.[name];
  }
  return lead;
};

/** What a person should read who has one field for all: the same in every language. */
export const note = (lead) => {
  const { pack, version, content_hash, score, level, summary } = lead.diagnosis ?? {};
  const paragraphs = [lead.inquiry?.message, summary].filter(Boolean).map((text) => `${text}\n\n`);
  const lines = [`score: ${score} ${level}`, `receipt: ${pack} ${version} ${content_hash}`, `lead_id: ${lead.lead_id}`];
  return paragraphs.join('') + lines.join('\n');
};

/** Sets the part of that dotted name; numbers in it are places of lists. */
const put = (object, path, value) => {
  const names = path.split('.');
  const last = names.pop();
  names.forEach((name, i) => {
    object = object[name] ??= /^\d+$/.test(names[i + 1] ?? last) ? [] : {};
  });
  object[last] = value;
};

/** The lead as it travels in this try. */
const tried = ({ schema, lead_id, created_at, ...rest }, attempt) => ({ schema, lead_id, created_at, attempt, ...rest });

/** The core's order for a lead: its `kind`, whether the `whole` lead is wanted, and the fields as pairs. */
export const ordered = (leads, destination, lead, attempt = 1) => {
  const whole = tried(lead, attempt);
  const names = flat(whole).map(([name]) => name);
  const [kind, ...lines] = leads('order', destination, names.join(' ')).split('\n');
  const pairs = lines.filter((line) => line.includes('\t')).map((line) => {
    const [name, source] = line.split('\t');
    const value = /^[=#]/.test(source)
      ? source.slice(1)
      : source === 'note'
        ? note(lead)
        : kind === 'nested'
          ? at(whole, source)
          : said(at(whole, source));
    return [name, source[0] === '#' ? Number(value) : value];
  });
  return { kind, lead: whole, isWhole: lines[0] === '*', pairs };
};

/** The object that an order is for. */
export const object = ({ kind, lead, isWhole, pairs }) => {
  const made = isWhole ? { ...lead } : {};
  for (const [name, value] of pairs) {
    if (kind === 'nested') {
      put(made, name, value);
    } else {
      made[name] = value;
    }
  }
  return made;
};

/** The request that an order is for, as options of `fetch`. */
export const request = (order) => {
  const { kind, lead, isWhole, pairs } = order;
  const all = [...(isWhole ? flat(lead) : []), ...pairs];
  // Such receivers let no page read their reply.
  if (kind === 'form') {
    return { mode: 'no-cors', body: new URLSearchParams(all) };
  }
  if (kind === 'data') {
    const body = new FormData();
    all.forEach(([name, value]) => body.append(name, value));
    return { mode: 'no-cors', body };
  }
  const body = json(object(order));
  const type = 'application/json';
  return kind === 'text' ? { body } : { body, headers: { accept: type, 'content-type': type } };
};

/** The lines of an order that the respondent hands on, by mail or by copying. */
export const lines = ({ lead, isWhole, pairs }) => {
  const all = [...(isWhole ? flat(lead.contact) : []), ...pairs].map(([name, value]) => `${name}: ${value}`);
  return [...all, ...(isWhole ? [note(lead)] : [])].join('\n');
};
