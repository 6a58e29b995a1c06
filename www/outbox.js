// The outbox behind the lead form, with a wasm of its own (leads/): for who begins to fill the form in, and for leads that
// are still on their way. Who only reads a result never downloads it.

import init, { leads } from 'shindan-leads-glue';
import { openOutbox } from './lead/outbox.js';
import { Told } from './lead/told.js';

/** Starts the wasm of that `response`. Resolves to the core's function, and what is built on it. */
export const start = async (response) => {
  await init({ module_or_path: response });
  return { leads, openOutbox, Told };
};
