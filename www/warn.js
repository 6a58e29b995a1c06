/**
 * Tells the site owner what is wrong and how to fix it.
 * @param {string} text
 */
export const warn = (text) => console.warn(`<shindan-widget> ${text}`);

/**
 * Warns of keys of `object` that are none of `names`; `path` is the place of `object`, with a dot.
 * @param {object | undefined} object
 * @param {string[]} names
 * @param {string} path
 */
export const warnOfUnknown = (object, names, path) => {
  for (const name of Object.keys(object ?? {})) {
    if (!names.includes(name)) {
      warn(`configuration ${path}${name} is not known: write one of ${names.join(', ')}`);
    }
  }
};
