// How a page of the staff speaks: words by key, a file a language. `{…}` is filled in here.

/**
 * The words of a language out of `all`, by language: `t(key, { n: 1 })`. A key without words is itself, so that nothing is
 * ever empty.
 */
export const speaker = (all, language) => {
  const own = all[language] ?? all.ja;
  return (key, given = {}) =>
    Object.entries(given).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => value), own[key] ?? key);
};
