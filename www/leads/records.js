// All leads that this device keeps, wherever the outbox (www/lead/store.js) has put them: read, changed and deleted many
// at a time. Knows records and their ids, and nothing of states.

import { leave, prefix, transact } from '../lead/store.js';

/** How many are read or written at once: few enough for the page to answer in between. */
export const slice = 250;

const keysOf = () => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
};

const parsed = (key) => {
  try {
    const record = JSON.parse(localStorage.getItem(key));
    return record?.id === key.slice(prefix.length) ? record : undefined;
  } catch {
    return undefined;
  }
};

/** Where the database cannot be opened, the outbox has put leads into localStorage, and what is read is what is there. */
let isBlocked = false;

const look = async (work, otherwise) => {
  try {
    return await transact('readonly', work);
  } catch {
    isBlocked = true;
    return otherwise;
  }
};

/** Whether the browser's database could be read so far. */
export const isWhole = () => !isBlocked;

/** How many there are. */
export const count = async () => {
  isBlocked = false;
  const inDatabase = await look((store, answer) => {
    store.count().onsuccess = ({ target }) => answer(target.result);
  }, 0);
  return inDatabase + keysOf().length;
};

/** Every record, in lists of at most `slice`. */
export async function* all() {
  for (let last = ''; !isBlocked; ) {
    const records = await look((store, answer) => {
      store.getAll(IDBKeyRange.lowerBound(last, true), slice).onsuccess = ({ target }) => answer(target.result);
    }, []);
    yield records;
    if (records.length < slice) {
      break;
    }
    last = records.at(-1).id;
  }
  yield keysOf().map(parsed).filter(Boolean);
}

/** The records of these ids, in their order; those that are gone are left out. */
export const read = async (ids) => {
  const found = new Map();
  if (!isBlocked) {
    await look((store) => {
      for (const id of ids) {
        store.get(id).onsuccess = ({ target }) => target.result && found.set(id, target.result);
      }
    });
  }
  return ids.map((id) => found.get(id) ?? parsed(prefix + id)).filter(Boolean);
};

const write = (record, next) => {
  if (!next) {
    localStorage.removeItem(prefix + record.id);
  } else if (next !== record) {
    localStorage.setItem(prefix + next.id, JSON.stringify(next));
  }
};

/**
 * Puts `change(record)` in the place of each record of these ids, in one go; nothing deletes it, and the very same is left
 * alone. Resolves to what was there and was changed, once that is on the disk.
 */
export const change = async (ids, change) => {
  const before = [];
  const here = new Set();
  const changeIn = (store) => ({ target: { result: record } }) => {
    if (!record) {
      return;
    }
    here.add(record.id);
    const next = change(record);
    if (next !== record) {
      before.push(record);
    }
    if (!next) {
      store.delete(record.id);
    } else if (next !== record) {
      store.put(next);
    }
  };
  if (!isBlocked) {
    await transact('readwrite', (store) => ids.forEach((id) => (store.get(id).onsuccess = changeIn(store))));
  }
  for (const record of ids.filter((id) => !here.has(id)).map((id) => parsed(prefix + id)).filter(Boolean)) {
    const next = change(record);
    if (next !== record) {
      write(record, next);
      before.push(record);
    }
  }
  return before;
};

/** Puts deleted records back, unless there is one of that id again. */
export const putBack = async (records) => {
  if (isBlocked) {
    records.forEach((record) => parsed(prefix + record.id) ?? write(undefined, record));
    return;
  }
  await transact('readwrite', (store) => {
    for (const record of records) {
      store.get(record.id).onsuccess = ({ target }) => target.result ?? store.put(record);
    }
  });
};

/** Has the next page with the widget look at what is to be sent; to be called after changes. */
export const tellOutbox = leave;
