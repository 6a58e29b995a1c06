// The outbox's own code, which alone reads and changes what it keeps.

/* global LEADS_WASM_FILE */
import init, { LeadArchive } from 'shindan-leads-glue';
import { url } from '../pinned.js';
import { once, request } from '../request.js';

/** Resolves to the leads of this device (crates/outbox/src/archive.rs). Rejects with a `loadError` if a file is not there. */
export const archive = once(async () => {
  await init({ module_or_path: await request(url(LEADS_WASM_FILE), 'wasm') });
  return new LeadArchive();
});
