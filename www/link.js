// A safe link from text that the site owner wrote.

/**
 * `text` on one line; `undefined` if it is not a text.
 * @param {unknown} text
 */
export const oneLine = (text) => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '');

/**
 * `href` on one line if following it runs no script, else `undefined`; it may be relative to the page.
 * @param {unknown} href
 */
export const safeHref = (href) => {
  try {
    const line = oneLine(href);
    return line && /^(https?|mailto|tel):$/.test(new URL(line, document.baseURI).protocol) ? line : undefined;
  } catch {
    return undefined;
  }
};
