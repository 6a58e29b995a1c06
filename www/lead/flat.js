// A lead as texts by name, for those who read it.

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

/** What a person should read who has one field for all: the same in every language. */
export const note = (lead) => {
  const { pack, version, content_hash, score, level, summary } = lead.diagnosis ?? {};
  const paragraphs = [lead.inquiry?.message, summary].filter(Boolean).map((text) => `${text}\n\n`);
  const lines = [`score: ${score} ${level}`, `receipt: ${pack} ${version} ${content_hash}`, `lead_id: ${lead.lead_id}`];
  return paragraphs.join('') + lines.join('\n');
};
