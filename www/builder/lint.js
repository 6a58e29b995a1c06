// What the linter says of the state: the same rules as `cargo xtask lint-pack`, in WebAssembly, in this browser.

import { reader } from '../reader.js';
import { get } from './state.js';

/** What is wrong with a pack so that no reader takes it, in the words of a language; nothing for a pack that works. */
export const faultsOf = async (pack, language) => (await reader()).packFaults(JSON.stringify(pack), language);

/**
 * Everything there is to say in the words of a language: `{ diagnostics, isPackSound }`. The ids of fields begin with
 * `config.` or `words.`, and so do the `id`s of the diagnostics.
 */
export const check = async (state, language) => {
  const { lint } = await reader();
  const { own } = state.pack;
  const faults = own ? await faultsOf(own, language) : [];
  const at = (before) => (diagnostic) => ({ ...diagnostic, id: before + diagnostic.path });
  const ofConfig = lint(JSON.stringify(state.config), language).map(at('config.'));
  if (!get(state, ['config', 'cta', 'href'])) {
    ofConfig.push({ severity: 'warning', path: 'cta.href', id: 'config.cta.href', about: 'noHref' });
  }
  const ofPack = own ? (faults.length > 0 ? faults : lint(JSON.stringify(own), language)).map(at('words.')) : [];
  return { diagnostics: [...ofConfig, ...ofPack], isPackSound: faults.length === 0 };
};
