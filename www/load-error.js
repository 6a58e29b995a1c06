/**
 * A failure whose `code` and `help` tell the site owner what to fix.
 * @param {string} code
 * @param {string} help
 * @returns {import('./types').LoadError}
 */
export const loadError = (code, help) => Object.assign(new Error(help), { code, help });
