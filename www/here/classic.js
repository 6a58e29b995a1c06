// The same for files that pages include themselves: an optimiser may turn them into classic scripts, which have no
// `import.meta`.

const { currentScript } = document;

/**
 * The address of the file that contains this code: the running code is at the top of a stack trace, with its line and
 * column. The `src` of a script would differ if the page has a `<base>` by then. Not before it is needed: for a stack trace
 * a browser reads the whole file once more.
 */
export const here = () =>
  /\w+:\/\/[^\s)]+?(?=:\d+:\d+)/.exec(new Error().stack)?.[0] ?? /** @type {HTMLScriptElement | null} */ (currentScript)?.src ?? '';
