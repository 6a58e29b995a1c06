// Puts a lead together (`lead/v1`). What there is not, is left out.

/* global WIDGET_VERSION */
/** Faster than this nobody fills in a form, in milliseconds. */
const haste = 3000;
/** Longest texts of consent, in characters: their version says which they were. */
const mostText = 2000;

/** `value` without what there is not, at any depth; nothing if nothing is left. */
const tidy = (value) => {
  if (!value || typeof value !== 'object' || Array.isArray(value)) {
    return value === '' || value === null ? undefined : value;
  }
  const there = Object.entries(value).map(([name, inner]) => [name, tidy(inner)]).filter(([, inner]) => inner !== undefined);
  return there.length > 0 ? Object.fromEntries(there) : undefined;
};

/** The core's words on the result, as data. */
const diagnosisOf = (text) => {
  const made = { caps: [], findings: [] };
  const summary = [];
  for (const line of text ? text.split('\n') : []) {
    const [name, value] = line.split('\t');
    const [section, level, ...causes] = value.split(' ');
    if (name === 'cap') {
      made.caps.push({ section, level, causes });
    } else if (name === 'finding') {
      made.findings.push(value);
    } else if (name === 'summary') {
      summary.push(value);
    } else {
      made[name] = name === 'score' ? Number(value) : value;
    }
  }
  const { pack, version, content_hash, score, level, caps, findings, answers } = made;
  return pack && { pack, version, content_hash, score, level, caps, findings, summary: summary.join('\n'), answers };
};

/**
 * The lead of `id`, submitted at `created` (a Date). `values` by the names of the inputs, in their normal form; `privacy`
 * and, where it was asked for, `marketing` with the `text` read and its `version`; `diagnosis` the core's lines; `elapsed`
 * milliseconds since the form came up; `honeypot` whether the input that nobody sees was filled in.
 */
export const assemble = ({ id, created, test, values, privacy, marketing, diagnosis, attribution, elapsed, honeypot, locale }) => {
  const { last_name, first_name, email, phone, company, title, size, message } = values;
  const at = created.toISOString();
  const consent = (agreed, { text, version }) => ({ agreed, text: text?.slice(0, mostText), version, at });
  return tidy({
    schema: 'lead/v1',
    lead_id: id,
    created_at: at,
    test: Boolean(test),
    contact: { last_name, first_name, email, phone, company, title, size },
    inquiry: { message },
    diagnosis: diagnosisOf(diagnosis),
    attribution,
    consent: { privacy: consent(true, privacy), marketing_email: marketing && consent(marketing.agreed, marketing) },
    antispam: { elapsed_ms: elapsed, honeypot, suspect: honeypot || elapsed < haste },
    widget: { version: WIDGET_VERSION, locale },
  });
};
