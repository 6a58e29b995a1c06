// Fetches what comes after the loader, each file once a page.

/* global WASM_FILE, RUNTIME_FILE */
import { runsWasm } from './wasm.js';

const url = (file) => new URL(file, import.meta.url).href;

let wasm;

/** Resolves to the module www/runtime.js and, where wasm may run, the promise of the wasm's response. */
export const loadRuntime = async () => {
  if (!wasm && runsWasm()) {
    wasm = fetch(url(WASM_FILE));
    // The runtime asks again, and tells why it fails.
    wasm.catch(() => {});
  }
  try {
    return { runtime: await import(url(RUNTIME_FILE)), wasm };
  } catch (error) {
    const help = `${RUNTIME_FILE} cannot be loaded (${error}): upload it again, and let script-src allow its address`;
    throw Object.assign(new Error(help), { code: 'runtime', help });
  }
};
