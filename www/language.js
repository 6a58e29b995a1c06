/* global LANGUAGES */

/**
 * The language that `host` is to speak: its own, else that of what it stands in, without the region; Japanese where that
 * is none of the widget's.
 */
export const languageOf = (host) => {
  const [language] = (host.closest('[lang]')?.lang ?? '').toLowerCase().split('-');
  return LANGUAGES.includes(language) ? language : 'ja';
};
