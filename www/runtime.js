// What is not needed before the respondent comes near, in a file of its own: the glue, the pack, the owner's settings
// and the words for when something fails.

/* global WASM_FILE, PACK_FILES, WORD_FILES */
import init, { mount } from 'shindan-glue';
import styles from 'shindan-result-css';
import { languageOf } from './language.js';
import { LoadError, once, request, url } from './request.js';
import { readSettings } from './settings.js';
import { adopt } from './styles.js';
import { listenForTaking } from './take.js';
import { warn } from './warn.js';
import { runsWasm } from './wasm.js';

export { readConfig } from './settings.js';

/** The ids of the built-in packs. */
const packIds = [...new Set(Object.keys(PACK_FILES).map((name) => name.split('.')[0]))];
/** The one whose first questions the loader carries. */
const fallback = 'readiness';

/** The pack that is asked for, if it is built in, else the default. */
const packId = (host) => {
  const id = host.getAttribute('pack') ?? fallback;
  if (packIds.includes(id)) {
    return id;
  }
  warn(`attribute pack: "${id}" is no built-in pack, "${fallback}" is used: write "${packIds.join('" or "')}"`);
  return fallback;
};

const loadText = once(async (file) => (await request(url(file), 'pack')).text());

/** Starts the wasm from the response that the loader asked for, or asks again where that failed, to learn why. */
const startWasm = once(async (file, early) => {
  if (!runsWasm()) {
    throw typeof WebAssembly === 'object'
      ? new LoadError(
          'csp-wasm',
          "the Content-Security-Policy blocks WebAssembly in script-src: add 'wasm-unsafe-eval' to script-src",
        )
      : new LoadError('no-wasm', 'this browser has no WebAssembly, or it is switched off');
  }
  const response = await early?.catch(() => {});
  try {
    const usable = response?.ok && !response.bodyUsed;
    await init({ module_or_path: usable ? response : await request(url(file), 'wasm') });
  } catch (error) {
    throw error instanceof LoadError
      ? error
      : new LoadError('wasm', `${file} is broken or incomplete (${error}): upload it again as application/wasm`);
  }
});

/**
 * Makes everything ready for `host`; resolves to the language, and to a function that mounts the widget into a view, from
 * a run so far and with a port. `early` resolves to the response with the wasm, if the loader asked for it.
 */
export const prepare = async (host, config, early) => {
  const id = packId(host);
  // A pack that is not there in the page's language is shown in Japanese, and so is all around it.
  const lang = PACK_FILES[`${id}.${languageOf(host)}`] ? languageOf(host) : 'ja';
  const files = [PACK_FILES[`${id}.${lang}`], WORD_FILES[lang]];
  const [pack, words] = await Promise.all([...files.map((file) => loadText(file)), startWasm(WASM_FILE, early)]);
  return {
    lang,
    mount: (view, run, port) => {
      adopt(host.shadowRoot, styles);
      const now = new Date();
      const today = Math.floor((now - now.getTimezoneOffset() * 6e4) / 864e5);
      const app = mount(view, pack, words, readSettings(host, config), run, port, today);
      listenForTaking(view, app, port);
      return app;
    },
  };
};
