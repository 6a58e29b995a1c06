// Where the files of the site lie: beside this one, unless the Vite plugin puts another module in this one's place.

/** The folder of `embed.js`. */
export default new URL('./site/', import.meta.url).href;
