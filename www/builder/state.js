// The work in progress of the builder: one plain object, and what can be done to it. It knows no page; every function
// answers a new object and leaves the old one, so that undoing is going back to what is still there.

/**
 * Where nothing was done yet. `config` is the nested configuration as the contract has it, with whatever else its author
 * put in; `pack.own` is a pack whose wording was changed, or that was brought along; `inside` and `attributes` are what
 * an imported element holds beyond that.
 */
export const initial = {
  site: '',
  pack: { id: 'readiness', lang: 'ja', address: '', own: null },
  mode: 'inline',
  dataLayer: false,
  config: {},
  attributes: {},
  inside: '',
};

const isEmpty = (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** What stands at a path such as `['config', 'theme', 'accent']`. */
export const get = (object, path) => path.reduce((value, key) => value?.[key], object);

/** `from` with `value` at the path; `undefined` takes the key away, and what it leaves empty. */
export const set = (from, [key, ...rest], value) => {
  const object = typeof from === 'object' && from !== null ? from : undefined;
  const isList = Array.isArray(object) || (object === undefined && typeof key === 'number');
  const copy = isList ? [...(object ?? [])] : { ...object };
  const next = rest.length > 0 ? set(object?.[key], rest, value) : value;
  if (next !== undefined && !(rest.length > 0 && isEmpty(next))) {
    copy[key] = next;
  } else if (isList) {
    copy.splice(key, 1);
  } else {
    delete copy[key];
  }
  return copy;
};

/** The state with `value` at the path; text that is empty takes its key away. */
export const put = (state, path, value) => {
  const next = set(state, path, value === '' && path[0] === 'config' ? undefined : value);
  return { ...next, config: next.config ?? {} };
};

/** A path as the linter writes it: `lead.destinations[0].url`. */
export const pathText = (path) =>
  path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${key}`)).join('');

/** Whether two states, or parts of them, say the same. */
export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** A history with nothing to go back to. */
export const begin = (present) => ({ past: [], present, future: [], open: '' });

/**
 * The history after a change. Changes in a row under one `name`, as typing makes them, are one step, until `settle`.
 */
export const change = (history, next, name = '') => {
  const { past, present, open } = history;
  const goesOn = name !== '' && name === open;
  return { past: goesOn ? past : [...past.slice(-199), present], present: next, future: [], open: name };
};

/** Ends the step that is being made; if it came to nothing there is none. */
export const settle = (history) => {
  const { past, present, open } = history;
  const isNothing = open !== '' && past.length > 0 && isSame(past.at(-1), present);
  return { ...history, past: isNothing ? past.slice(0, -1) : past, open: '' };
};

/** One step back. */
export const undo = (history) => {
  const { past, present, future } = settle(history);
  return past.length > 0
    ? { past: past.slice(0, -1), present: past.at(-1), future: [present, ...future], open: '' }
    : settle(history);
};

/** One step forward again. */
export const redo = (history) => {
  const { past, present, future } = settle(history);
  return future.length > 0
    ? { past: [...past, present], present: future[0], future: future.slice(1), open: '' }
    : settle(history);
};
