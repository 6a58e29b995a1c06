/** Tells the site owner what is wrong and how to mend it. */
export const warn = (text) => console.warn(`<shindan-widget> ${text}`);
