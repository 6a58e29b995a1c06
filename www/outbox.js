// The outbox behind the lead form, a wasm of its own (crates/outbox): for those who begin to fill the form in, and for leads
// that are still on their way. A respondent who only reads a result never downloads it.

import init, { Outbox } from 'shindan-leads-glue';

/**
 * Starts the wasm of that `response`. Resolves to the class that it exports.
 * @param {Response} response
 */
export const start = async (response) => {
  await init({ module_or_path: response });
  return Outbox;
};
