/**
 * Tells the site owner what is wrong and how to fix it.
 * @param {string} text
 */
export const warn = (text) => console.warn(`<shindan-widget> ${text}`);
