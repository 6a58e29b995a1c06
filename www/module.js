// Starts the wasm that few respondents need (crates/outbox, crates/takeaway, crates/benchmark-view), each once a page.

/* global MODULE_FILES */
import { loadModule, url } from './pinned.js';
import { once, request, startGlue } from './request.js';

/**
 * The glue of the wasm of that name, started: an object with its exports. Rejects with a `loadError` of that code.
 * @type {(name: string, code: string) => Promise<object>}
 */
export const startModule = once(async (name, code) => {
  const [script, file] = MODULE_FILES[name];
  const [glue, response] = await Promise.all([loadModule(script, code), request(url(file), code)]);
  await startGlue(glue.default, response, file, code);
  return glue;
});
