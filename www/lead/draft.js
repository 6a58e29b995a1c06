// What was typed so far, for this tab alone, so that a reload takes nothing away; and which lead was sent, so that it
// takes no second one. Personal data goes from here as soon as the lead is written down elsewhere.

const name = '#lead';

/** What there is of `port`'s widget: `{ id, since, values }` or `{ sent, run }`. */
export const readDraft = (port) => {
  try {
    return JSON.parse(port.entry('sessionStorage', undefined, name)) ?? {};
  } catch {
    return {};
  }
};

/** Puts `draft` in its place; nothing forgets it. */
export const writeDraft = (port, draft) => port.entry('sessionStorage', draft ? JSON.stringify(draft) : '', name);
