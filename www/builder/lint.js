// What the linter says of the state: the same rules as `cargo xtask lint-pack`, in WebAssembly, in this browser.

import { reader } from '../reader.js';
import { get } from './state.js';

/** Lines of a refusal, `PATH: REASON; MEND`, as remarks. */
const ofRefusal = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, path, reason, mend = ''] = /^(.*?): (.*?)(?:; (.*))?$/.exec(line) ?? [line, '', line];
      return { severity: 'error', path, reason, mend };
    });

/** What is wrong with a pack so that no reader takes it; nothing for a pack that works. */
export const faultsOf = async (pack) => {
  const { readPack } = await reader();
  try {
    readPack(JSON.stringify(pack));
    return [];
  } catch (error) {
    if (typeof error !== 'string') {
      throw error;
    }
    return ofRefusal(error);
  }
};

/**
 * Everything there is to say: `{ remarks, isPackSound }`. The ids of fields begin with `config.` or `words.`, and so do
 * the `id`s of the remarks.
 */
export const check = async (state) => {
  const { lint } = await reader();
  const { own } = state.pack;
  const faults = own ? await faultsOf(own) : [];
  const at = (before) => (remark) => ({ ...remark, id: before + remark.path });
  const ofConfig = lint(JSON.stringify(state.config)).map(at('config.'));
  if (!get(state, ['config', 'cta', 'href'])) {
    ofConfig.push({ severity: 'warning', path: 'cta.href', id: 'config.cta.href', about: 'noHref' });
  }
  const ofPack = own ? (faults.length > 0 ? faults : lint(JSON.stringify(own))).map(at('words.')) : [];
  return { remarks: [...ofConfig, ...ofPack], isPackSound: faults.length === 0 };
};
