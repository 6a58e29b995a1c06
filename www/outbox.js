// The outbox behind the lead form, a wasm of its own (crates/outbox): for respondents who begin to fill in the form,
// and for leads that are not delivered yet. A respondent who only reads a result never downloads it.

import init, { Outbox } from 'shindan-leads-glue';

/**
 * Starts the wasm of that `response`. Resolves to the class that it exports.
 * @param {Response} response
 */
export const start = async (response) => {
  await init({ module_or_path: response });
  return Outbox;
};
