// In the build this is the address of the file that the importing script was bundled into: the loader's.
export const here = () => new URL('../../../www/embed.js', import.meta.url).href;
