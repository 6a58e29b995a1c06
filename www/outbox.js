// The outbox behind the lead form, a wasm of its own (crates/outbox): for those who begin to fill the form in, and for leads
// that are still on their way. A respondent who only reads a result never downloads it.

import init, { InputCheck, Outbox } from 'shindan-leads-glue';
import { Told } from './lead/told.js';

/** Starts the wasm of that `response`. Resolves to what it exports, and what is built on it. */
export const start = async (response) => {
  await init({ module_or_path: response });
  return { Outbox, check: InputCheck.of, Told };
};
