/**
 * An error whose `code` and `help` tell the site owner what to fix.
 * @param {string} code
 * @param {string} help
 * @returns {import('./types').LoadError}
 */
export const loadError = (code, help) => Object.assign(new Error(help), { code, help });

/**
 * The code and help of a caught `loadError`; `undefined` for any other error.
 * @param {unknown} error
 */
export const helpOf = (error) => /** @type {Partial<import('./types').LoadError> | undefined} */ (error)?.help;

/**
 * The code and help of any caught error; `code` where it has none.
 * @param {unknown} error
 * @returns {[code: string, help: string]}
 */
export const reasonOf = (error, code = 'internal') => {
  const known = /** @type {Partial<import('./types').LoadError>} */ (error ?? {});
  return [known.code ?? code, known.help ?? String(error)];
};
