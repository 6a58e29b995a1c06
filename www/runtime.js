// What is not needed before the respondent comes near, in a file of its own: the glue, the pack, the owner's settings
// and the words for when something fails.

/* global CONTRAST_FILE, WASM_FILE, PACK_FILES, WORD_FILES */
import init, { mount } from 'shindan-glue';
import leadStyles from 'shindan-lead-css';
import styles from 'shindan-result-css';
import { readConfig } from './config.js';
import { guard } from './guard.js';
import { whenIdle } from './idle.js';
import { languageOf } from './language.js';
import { isAddress, packAt } from './pack.js';
import { begin, followLinks } from './links.js';
import { helpOf, loadError, reasonOf } from './load-error.js';
import { startModule } from './module.js';
import { loadModule, nameOf, url } from './pinned.js';
import { loadText, once, request } from './request.js';
import { adopt } from './styles.js';
import { applyTheme, coloursOf } from './theme.js';
import { takePart } from './variants.js';
import { warn } from './warn.js';
import { runsWasm } from './wasm.js';

/** @typedef {import('./types').MountContext} MountContext */
/** @typedef {[pack: string, messages: string, lang: string]} LoadedPack The pack in packed form, the words around it, and the language of both. */

/**
 * The stages with a mounted widget.
 * @type {Set<MountContext>}
 */
const mounted = new Set();

/**
 * Set once the wasm has failed: nothing of it is to be trusted any more, on the whole page.
 * @type {import('./types').LoadError | undefined}
 */
let failure;

const fail = (/** @type {string} */ help) => {
  failure ??= loadError('panic', help);
  for (const stage of [...mounted]) {
    stage.giveUp(failure.code, help);
  }
};

// Called by the panic hook of src/browser/panic.rs.
globalThis.__shindan_panic = (place) => fail(`an internal error at ${place}: please report it; reloading the page may help`);

/**
 * Whether an error came out of the widget's wasm. WebKit does not say of which wasm a frame is.
 * @param {unknown} error
 */
const isOurs = (error) => {
  const stack = String(/** @type {Error | undefined} */ (error)?.stack);
  return stack.includes(nameOf(WASM_FILE)) || (/wasm-function|\[wasm code\]/.test(stack) && !/\.wasm/.test(stack));
};

/**
 * A panic or a trap in a listener, a timer or a future comes here: it ends in the checklist, and never in the host page.
 * @param {Event} event
 * @param {unknown} error
 */
const notice = (event, error) => {
  if (isOurs(error)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    fail(`an internal error (${error}): please report it; reloading the page may help`);
  }
};
addEventListener('error', (event) => notice(event, event.error), true);
addEventListener('unhandledrejection', (event) => notice(event, event.reason), true);

/** The ids of the built-in packs. */
const packIds = [...new Set(Object.keys(PACK_FILES).map((name) => name.split('.')[0]))];
/** The one whose first questions the loader carries. */
const fallback = 'readiness';

/**
 * The built-in pack that is asked for, else the default.
 * @param {string} id
 */
const packId = (id) => {
  if (packIds.includes(id)) {
    return id;
  }
  if (!isAddress(id)) {
    warn(
      `attribute pack: "${id}" is no built-in pack, "${fallback}" is used: write "${packIds.join('" or "')}", or the address of a pack`,
    );
  }
  return fallback;
};

/**
 * The pack that the element asks for.
 * @param {MountContext} stage
 * @returns {Promise<LoadedPack>}
 */
const loadPack = async (stage) => {
  const { host } = stage;
  const asked = host.getAttribute('pack') ?? fallback;
  const read = !packIds.includes(asked) && isAddress(asked) && (await packAt(asked, stage));
  if (read) {
    return [read.packed, await loadText(WORD_FILES[read.lang], 'pack'), read.lang];
  }
  const id = packId(asked);
  // A pack that is not there in the page's language is shown in Japanese, and so is all around it.
  const lang = PACK_FILES[`${id}.${languageOf(host)}`] ? languageOf(host) : 'ja';
  const files = [PACK_FILES[`${id}.${lang}`], WORD_FILES[lang]];
  const [pack, messages] = await Promise.all(files.map((file) => loadText(file, 'pack')));
  return [pack, messages, lang];
};

/**
 * The same for the pack that a link was copied from, also where the page asks another.
 * @param {MountContext} stage
 */
const loadLinked = async (stage) => {
  const { port } = stage;
  const loaded = await loadPack(stage);
  const { linked, run } = port;
  const [, id] = loaded[0].split('\n', 2);
  if (!linked || linked === id || !packIds.includes(linked)) {
    return loaded;
  }
  port.turn(linked);
  port.save(run);
  return loadPack(stage);
};

/** Starts the wasm, once for all widgets of the page. */
const startWasm = once(async (/** @type {string} */ file) => {
  if (!runsWasm()) {
    throw typeof WebAssembly === 'object'
      ? loadError(
          'csp-wasm',
          "the Content-Security-Policy blocks WebAssembly in script-src: add 'wasm-unsafe-eval' to script-src",
        )
      : loadError('no-wasm', 'this browser has no WebAssembly, or it is switched off');
  }
  try {
    await init({ module_or_path: await request(url(file), 'wasm') });
  } catch (error) {
    throw helpOf(error)
      ? error
      : loadError('wasm', `${nameOf(file)} is broken or incomplete (${error}): upload it again as application/wasm`);
  }
});

/**
 * The swap drops the focus: it goes to what took the place of `active`, else to the heading.
 * @param {HTMLElement} view
 * @param {Element | undefined} active
 */
const refocus = (view, active) => {
  if (active) {
    const { name, value } = /** @type {HTMLInputElement} */ (active);
    const twin = name ? `[name="${name}"][value="${value}"]` : `[part~="${active.part[0]}"]`;
    const found = /** @type {HTMLElement | null} */ (view.querySelector(twin) ?? view.querySelector('legend, h2'));
    // Firefox gives the focus to nothing that it has not laid out yet.
    found?.getClientRects();
    found?.focus();
  }
};

/**
 * Mounts the widget into a view of its own, which is shown when the wasm has rendered it.
 * @param {MountContext} stage
 * @param {LoadedPack} loaded
 */
const mountOn = (stage, [pack, messages, lang]) => {
  const { host, port, root } = stage;
  const view = stage.newView(lang);
  /** @type {import('shindan-glue').WidgetHandle} */
  let handle;

  /**
   * What src/browser/loader.rs expects.
   * @type {import('./types').Loader}
   */
  const loader = {
    viewIsReady: async () => {
      // A press may have begun since, and the element may have gone.
      await stage.released();
      if (!stage.isOpen() || !handle.catchUp()) {
        return;
      }
      // Of the view alone: what is around it stays, with its focus.
      const { activeElement: focused } = root;
      const active = focused && port.view().contains(focused) ? focused : undefined;
      stage.show(view);
      refocus(view, active);
      stage.leadOn?.();
    },
    host,
    port,
    config: stage.config,
    isDraft: new URLSearchParams(location.search).has('shindan-draft'),
    startModule,
    pushes: () => port.pushes,
    report: (code, error) => port.fail(...reasonOf(error, code)),
    textAt: (address, code) => loadText(new URL(address, document.baseURI).href, code),
    adoptStyles: (css) => adopt(root, css),
    begin: (id) => begin(stage, id),
  };

  mounted.add(stage);
  stage.leave = () => {
    mounted.delete(stage);
    try {
      handle.destroy();
    } catch {
      // After a panic nothing of it can be trusted, least of all its tidying up.
    }
  };
  try {
    handle = mount(view, pack, messages, lang, loader);
  } catch (error) {
    mounted.delete(stage);
    stage.leave = undefined;
    // What the wasm refuses it refuses in words.
    throw typeof error === 'string' ? loadError('pack', error) : error;
  }
};

/**
 * Has www/contrast.js look at the colours of the widget, where somebody has set one. Nobody else downloads it.
 * @param {MountContext} stage
 */
const checkColours = async (stage) => {
  const { isSet, isByPage } = coloursOf(stage);
  if (isSet && stage.isOpen()) {
    try {
      /** @type {typeof import('./contrast.js')} */
      const { checkContrasts } = await loadModule(CONTRAST_FILE, 'theme');
      if (stage.isOpen()) {
        checkContrasts(stage, isByPage);
      }
    } catch (error) {
      warn(`theme: ${helpOf(error) ?? error}`);
    }
  }
};

/**
 * Has the wasm take over from the prerendered questionnaire on `stage` (www/element.js). Rejects with the words for the site
 * owner.
 * @param {MountContext} stage
 */
export const takeOver = async (stage) => {
  const { host, root } = stage;
  const started = startWasm(WASM_FILE);
  // Whoever still waits for it hears of a failure.
  started.catch(() => {});
  followLinks(stage);
  adopt(root, styles);
  adopt(root, leadStyles);
  stage.leadOn = guard(stage);
  stage.port.config ??= readConfig(host, (help) => stage.port.fail('config', help));
  const read = await stage.port.config;
  if (!stage.isOpen() || takePart(stage, read)) {
    return;
  }
  applyTheme(root, stage.port, stage.config);
  const [loaded] = await Promise.all([loadLinked(stage), started]);
  await stage.released();
  if (failure) {
    throw failure;
  }
  if (stage.isOpen()) {
    mountOn(stage, loaded);
    whenIdle(() => checkColours(stage));
  }
};
