// All leads that this device keeps, read, changed and deleted many at a time, by the outbox's own code. A record is
// `{ id, created, page, payload, deliveries: [{ to, state, at, code, fields }] }`.

import { archive } from './core.js';

/** How many are read or written at once: few enough for the page to answer in between. */
export const slice = 250;

/** Whether the browser's database could be read. */
export const isWhole = async () => (await archive()).is_whole;

/** How many there are. */
export const count = async () => (await archive()).count();

/** Every record, in lists of at most `slice`. */
export async function* all() {
  const leads = await archive();
  for (let last = ''; leads.is_whole; ) {
    const records = JSON.parse(await leads.after(last, slice));
    yield records;
    if (records.length < slice) {
      break;
    }
    last = records.at(-1).id;
  }
  yield JSON.parse(leads.in_texts());
}

/** The records of these ids, in their order; those that are gone are left out. */
export const read = async (ids) => {
  const found = new Map(JSON.parse(await (await archive()).read(ids)).map((record) => [record.id, record]));
  return ids.map((id) => found.get(id)).filter(Boolean);
};

/** Has them sent again to `to`, or wherever they failed. Resolves to how many that changed, once it is on the disk. */
export const resend = async (ids, to) => (await archive()).resend(ids, to);

/** Deletes them. Resolves to what `putBack` takes, with its `length`. */
export const remove = async (ids) => (await archive()).remove(ids);

/** Puts deleted records back, unless there is one of that id again. */
export const putBack = async (deleted) => (await archive()).restore(deleted, 0, deleted.length);

/** Has the next page with the widget look at what is to be sent; to be called after changes. */
export const tellOutbox = async () => (await archive()).note_due();
