// Starts the wasm of the twin, which stands beside this file.
/* global WASM_FILE */
import init from 'twin-glue';

init({ module_or_path: new URL(WASM_FILE, import.meta.url) });
