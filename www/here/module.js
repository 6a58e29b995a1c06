/** The address of the file that this stands in, as a module script. */
export const here = import.meta.url;
