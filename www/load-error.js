/**
 * A failure whose `code` and `help` tell the site owner what to fix.
 * @param {string} code
 * @param {string} help
 * @returns {import('./types').LoadError}
 */
export const loadError = (code, help) => Object.assign(new Error(help), { code, help });

/**
 * What a caught `loadError` tells the site owner to fix; nothing for any other failure.
 * @param {unknown} error
 */
export const helpOf = (error) => /** @type {Partial<import('./types').LoadError> | undefined} */ (error)?.help;
