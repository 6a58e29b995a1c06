// Starts the wasm of a page for staff, and does nothing else. Where that fails, the page says so.

/* global APP_WASM_FILE */
import init from 'shindan-app-glue';

init({ module_or_path: new URL(APP_WASM_FILE, import.meta.url) }).catch((error) => {
  console.error(error);
  document.getElementById('failed').hidden = false;
});
