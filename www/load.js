// Fetches the files that follow the loader, each once per page.

/* global WASM_FILE, RUNTIME_FILE, MODES_FILE */
import { integrityOf, loadModule, url } from './pinned.js';
import { runsWasm } from './wasm.js';

/** @type {Promise<Response> | undefined} */
let wasm;

/**
 * Resolves to the module www/runtime.js and, where wasm may run, the promise of the wasm's response.
 * @returns {Promise<{ runtime: import('./types').Runtime, wasm: Promise<Response> | undefined }>}
 */
export const loadRuntime = async () => {
  if (!wasm && runsWasm()) {
    wasm = fetch(url(WASM_FILE), { integrity: integrityOf(WASM_FILE) });
    // The runtime requests it again, and reports the reason of the failure.
    wasm.catch(() => {});
  }
  return { runtime: await loadModule(RUNTIME_FILE, 'runtime'), wasm };
};

/**
 * Resolves to the module www/modes.js.
 * @returns {Promise<typeof import('./modes.js')>}
 */
export const loadModes = () => loadModule(MODES_FILE, 'mode');
