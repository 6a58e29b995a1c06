// Reads packs that were not there when the site was built, for www/pack.js, explains settings that are broken, for
// www/config.js, and lints what is pasted in WordPress. It brings a wasm of its own (crates/reader), which a respondent
// downloads in these cases alone.

/* global READER_WASM_FILE, LANGUAGES */
import init, { lint as lint_text, read_pack } from 'shindan-reader-glue';
import { loadError } from './load-error.js';
import { url } from './pinned.js';
import { once, request, startGlue } from './request.js';
import { warn } from './warn.js';

/** Bytes of the longest file that is downloaded to its end; as in crates/authoring/src/parse.rs. */
const maxBytes = 2e6;

/** How long a pack may take to come, in milliseconds. */
const timeout = 20_000;

const start = once(async (/** @type {string} */ file) => startGlue(init, await request(url(file), 'pack'), file, 'pack'));

/**
 * The text that `response` holds, which stops being downloaded when it is longer than a pack.
 * @param {Response} response
 */
const textOf = async ({ body, url: address }) => {
  const stream = /** @type {ReadableStream<Uint8Array>} */ (body).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await stream.read().catch((/** @type {unknown} */ error) => {
      throw loadError('pack', `${address} breaks off (${error}): upload it again`);
    });
    if (done) {
      return text + decoder.decode();
    }
    bytes += value.length;
    if (bytes > maxBytes) {
      stream.cancel().catch(() => {});
      throw loadError('pack', `${address} is longer than ${maxBytes / 1e6} MB: a pack has ${maxBytes / 1e6} MB at most, name the file of one`);
    }
    text += decoder.decode(value, { stream: true });
  }
};

/**
 * The interface's language for a pack in `lang`; there may be none.
 * @param {string} lang
 * @param {string} address
 */
const around = (lang, address) => {
  const [language] = lang.toLowerCase().split('-');
  if (LANGUAGES.includes(language)) {
    return language;
  }
  warn(`${address}: the widget has no words of its own in "${lang}", so those are Japanese: "lang" may be ${LANGUAGES.join(', ')}`);
  return 'ja';
};

const read = async (/** @type {Promise<Response>} */ response) => {
  const [{ url: address }, text] = await Promise.all([response, response.then(textOf), start(READER_WASM_FILE)]);
  try {
    const pack = read_pack(text, address);
    const { packed, lang, name } = pack;
    pack.free();
    return { packed, lang: around(lang, address), name };
  } catch (refusal) {
    // What the wasm refuses it refuses in words.
    throw typeof refusal === 'string' ? loadError('pack', refusal) : refusal;
  }
};

/**
 * @param {string} address
 * @returns {Promise<never>}
 */
const late = (address) => {
  const help = `${address} has not come after ${timeout / 1000} s: see why its server is slow`;
  return new Promise((_, reject) => setTimeout(reject, timeout, loadError('pack', help)));
};

/**
 * The pack in the `response` of `address`: `packed`, `lang` (of the words around it) and `name`, which
 * tells its version from any other. Rejects with the words for the site owner.
 * @param {Promise<Response>} response
 * @param {string} address
 */
export const packIn = (response, address) => Promise.race([read(response), late(address)]);

/**
 * What there is to say about a pack or a configuration, in the words of a language: a list of `code`, `severity`, `path`,
 * `text` and `fix`.
 * @param {string} json
 * @param {string} lang
 * @returns {import('./types').Diagnostic[]}
 */
const lint = (json, lang) => JSON.parse(lint_text(json, lang));

/** Resolves to `{ lint }` once the wasm is there: for the settings page of integrations/wordpress. */
export const reader = async () => {
  await start(READER_WASM_FILE);
  return { lint };
};
