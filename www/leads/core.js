// The widget's own rules about the outbox, for what only they may change: loaded when something is to be sent again.

/* global LEADS_WASM_FILE */
import init, { leads } from 'shindan-leads-glue';
import { url } from '../pinned.js';
import { once, request } from '../request.js';

/** The core's function `leads`. Rejects with a `loadError` if its file is not there. */
export const core = once(async () => {
  await init({ module_or_path: await request(url(LEADS_WASM_FILE), 'wasm') });
  return leads;
});
