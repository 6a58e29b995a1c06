// The same for files that pages include themselves: an optimiser may make classic scripts of them, which know no `import.meta`.

/**
 * The address of the file that this stands in: what runs now is at the top of a stack, with its line and column. The `src` of
 * a script is another where the page has a `<base>` by then.
 */
export const here = /\w+:\/\/[^\s)]+?(?=:\d+:\d+)/.exec(new Error().stack)?.[0] ?? document.currentScript?.src;
