// Fetches what comes after the loader, each file once a page.

/* global WASM_FILE, RUNTIME_FILE, MODES_FILE */
import { importPinned, integrityOf, nameOf, url } from './pinned.js';
import { runsWasm } from './wasm.js';

let wasm;

/** The module in a file; rejects with the words for the site owner. */
const load = (file, code) =>
  importPinned(file).catch((error) => {
    const help = `${nameOf(file)} cannot be loaded (${error}): upload it again, unchanged, and let script-src allow its address`;
    throw Object.assign(new Error(help), { code, help });
  });

/** Resolves to the module www/runtime.js and, where wasm may run, the promise of the wasm's response. */
export const loadRuntime = async () => {
  if (!wasm && runsWasm()) {
    wasm = fetch(url(WASM_FILE), { integrity: integrityOf(WASM_FILE) });
    // The runtime asks again, and tells why it fails.
    wasm.catch(() => {});
  }
  return { runtime: await load(RUNTIME_FILE, 'runtime'), wasm };
};

/** Resolves to the module www/modes.js. */
export const loadModes = () => load(MODES_FILE, 'mode');
