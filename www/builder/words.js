// All that the builder says, in Japanese and English, a file a language. `{…}` is filled in here.

import { en } from './words_en.js';
import { ja } from './words_ja.js';

const all = { ja, en };

/** The words of a language: `t(key, { n: 1 })`. A key without words is itself, so that nothing is ever empty. */
export const words = (language) => {
  const own = all[language] ?? ja;
  return (key, given = {}) =>
    Object.entries(given).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => value), own[key] ?? key);
};
