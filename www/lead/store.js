// Keeps leads on this device: IndexedDB, else localStorage, else the memory of this page. Knows records and their terms,
// and nothing of states or receivers.
//
// A record is { id, created, payload, state, due, … }: `due` is 0 while something is still to be sent, a time in seconds
// when time alone will change it, and missing where the lead only stays here. So 10,000 leads that stay cost nothing.
import { json } from './json.js';

export const prefix = 'shindan:lead:';
/** Tells www/invite.js from when on there is something to be done, in seconds; 0 is at once. */
const flag = 'shindan:outbox';

/** Some browsers never answer the first time that a database is opened. */
const patience = 4000;

/** Runs `work` on the object store in one transaction; resolves to what it passes on, once that is on the disk. */
export const transact = (mode, work) =>
  new Promise((resolve, reject) => {
    setTimeout(reject, patience);
    const opening = indexedDB.open('shindan', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('leads', { keyPath: 'id' }).createIndex('due', 'due');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const database = opening.result;
      try {
        let result;
        const transaction = database.transaction('leads', mode, { durability: 'strict' });
        transaction.oncomplete = () => resolve(result);
        transaction.onabort = reject;
        work(transaction.objectStore('leads'), (value) => (result = value));
      } catch (error) {
        reject(error);
      }
      // It ends with its last transaction.
      database.close();
    };
  });

const database = {
  list: (now) =>
    transact('readonly', (store, answer) => {
      store.index('due').getAll(IDBKeyRange.upperBound(now)).onsuccess = ({ target }) => answer(target.result);
    }),
  earliest: () =>
    transact('readonly', (store, answer) => {
      store.index('due').openKeyCursor().onsuccess = ({ target }) => answer(target.result?.key);
    }),
  get: (id) =>
    transact('readonly', (store, answer) => {
      store.get(id).onsuccess = ({ target }) => answer(target.result);
    }),
  change: (id, change) =>
    transact('readwrite', (store, answer) => {
      store.get(id).onsuccess = ({ target }) => {
        const next = change(target.result);
        answer(next);
        if (!next) {
          store.delete(id);
        } else if (next !== target.result) {
          store.put(next);
        }
      };
    }),
};

/** The same on something with the methods of localStorage, as `storage()` answers it. */
const texts = (storage) => {
  const get = (id) => JSON.parse(storage().getItem(prefix + id) ?? 'null') ?? undefined;
  const list = async (now) =>
    Object.keys(storage())
      .filter((key) => key.startsWith(prefix))
      .map((key) => get(key.slice(prefix.length)))
      .filter(({ due }) => due <= now);
  return {
    list,
    earliest: async () => (await list(Infinity)).map(({ due }) => due).sort((one, other) => one - other)[0],
    get: async (id) => get(id),
    change: async (id, change) => {
      const next = change(get(id));
      if (next) {
        storage().setItem(prefix + id, json(next));
      } else {
        storage().removeItem(prefix + id);
      }
      return next;
    },
  };
};

class Memory {
  getItem(key) {
    return this[key];
  }
  setItem(key, text) {
    this[key] = text;
  }
  removeItem(key) {
    delete this[key];
  }
}

const shadows = new Memory();
const memory = texts(() => shadows);
const lasting = [database, texts(() => localStorage)];

/** The record of a lead; what could only be changed in memory stands before what is on the disk. */
export const get = async (id) => {
  for (const store of [memory, ...lasting]) {
    const record = await store.get(id).catch(() => {});
    if (record) {
      return record;
    }
  }
};

/** What is to be sent, and what time has changed, the oldest first. */
export const list = async (now) => {
  const found = await Promise.all([...lasting, memory].map((store) => store.list(now).catch(() => [])));
  const records = new Map(found.flat().map((record) => [record.id, record]));
  return [...records.values()].sort((one, other) => one.created - other.created);
};

const note = (due) => {
  try {
    if (due === undefined) {
      localStorage.removeItem(flag);
    } else {
      localStorage.setItem(flag, due);
    }
  } catch {
    // Then another form on this site is what has the outbox looked after.
  }
};

/** Has the outbox looked after on later visits, when something is due, also where no form comes up. */
export const leave = async () => {
  const dues = await Promise.all(lasting.map((store) => store.earliest().catch(() => {})));
  note(dues.filter((due) => due !== undefined).sort((one, other) => one - other)[0]);
};

/**
 * Puts `change(record)` in the place of the record, in one go; nothing forgets it. Resolves to that once it is on the disk.
 * Where there is no room it is done in memory: whoever closes the page then has what was there before.
 */
export const change = async (id, change) => {
  const shadow = await memory.get(id);
  for (const store of lasting) {
    try {
      let isHere;
      const next = await store.change(id, (record) => {
        isHere = record;
        return record && change(shadow ?? record);
      });
      if (isHere) {
        memory.change(id, () => {});
        return next;
      }
    } catch {
      // Blocked or full.
    }
  }
  const record = await get(id);
  return record && memory.change(id, () => change(record));
};

/** Keeps a new record, unless there is one of that id. Resolves to whether it outlives this page. */
export const add = async (record) => {
  for (const store of lasting) {
    try {
      await store.change(record.id, (kept) => kept ?? record);
      note(record.due);
      return true;
    } catch {
      // Blocked or full.
    }
  }
  await memory.change(record.id, () => record);
  return false;
};
