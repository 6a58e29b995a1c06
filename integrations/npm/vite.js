// The plugin for Vite: serves the files of the site under their own names, and tells the entry where.

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const site = fileURLToPath(new URL('./site/', import.meta.url));
const base = fileURLToPath(new URL('./base.js', import.meta.url));
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The files of the site by their paths below it, with `/`. */
const files = () =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(site.length).split(sep).join('/'));

/** The plugin. `folder` is where the files go below Vite's `base`, `shindan` by default. */
export default ({ folder = 'shindan' } = {}) => ({
  name: 'shindan-widget',

  // Bundled beforehand, the entry would not be found any more.
  config: () => ({ optimizeDeps: { exclude: ['shindan-widget'] } }),

  load(id) {
    if (id.split('?')[0] === base.split(sep).join('/') || id === base) {
      return `export default import.meta.env.BASE_URL + ${JSON.stringify(`${folder}/`)};`;
    }
    return undefined;
  },

  configureServer(server) {
    const known = new Set(files());
    const before = `${server.config.base}${folder}/`;
    server.middlewares.use((request, response, next) => {
      const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = path.startsWith(before) ? path.slice(before.length) : '';
      if (!known.has(file)) {
        next();
        return;
      }
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(join(site, file)));
    });
  },

  generateBundle() {
    // What only a server renders needs no files.
    if (this.environment?.name === 'ssr') {
      return;
    }
    for (const file of files()) {
      this.emitFile({ type: 'asset', fileName: `${folder}/${file}`, source: readFileSync(join(site, file)) });
    }
  },
});
