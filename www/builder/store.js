// What this browser keeps for the builder alone. Where storage is blocked or full nothing is kept, and all else works.

const keys = { work: 'shindan-builder:work', language: 'shindan-builder:language' };

/** What was kept under `work` or `language`, or nothing. */
export const load = (name) => {
  try {
    return JSON.parse(localStorage.getItem(keys[name]));
  } catch {
    return null;
  }
};

/** Keeps a value; answers whether it is kept. */
export const save = (name, value) => {
  try {
    localStorage.setItem(keys[name], JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};
