/** The address of the file that contains this code, as a module script. */
export const here = () => import.meta.url;
