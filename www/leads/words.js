// All that the lead console says, in Japanese and English, a file a language.

import { speaker } from '../staff/words.js';
import { en } from './words_en.js';
import { ja } from './words_ja.js';

/** The words of a language: `t(key, { n: 1 })`. */
export const words = (language) => speaker({ ja, en }, language);
