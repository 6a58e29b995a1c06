// The outbox's own code, which alone reads and changes what it keeps.

/* global ARCHIVE_WASM_FILE */
import init, { LeadArchive } from 'shindan-archive-glue';
import { url } from '../pinned.js';
import { once, request } from '../request.js';

/** Resolves to the leads of this device (crates/archive). Rejects with a `loadError` if a file is not there. */
export const archive = once(async () => {
  await init({ module_or_path: await request(url(ARCHIVE_WASM_FILE), 'wasm') });
  return new LeadArchive();
});
