// What is not needed before the respondent comes near, in a file of its own: the glue, the pack, the owner's settings
// and the words for when something fails.

/* global CONTRAST_FILE, WASM_FILE, PACK_FILES, MESSAGE_FILES */
import init, { mount } from 'shindan-glue';
import leadStyles from 'shindan-lead-css';
import styles from 'shindan-result-css';
import { configOf } from './config.js';
import { focusOn } from './focus.js';
import { forget } from './forget.js';
import { guard } from './guard.js';
import { idle } from './idle.js';
import { languageOf } from './language.js';
import { isAddress, packAt } from './pack.js';
import { begin, followLinks } from './links.js';
import { helpOf, loadError, reasonOf } from './load-error.js';
import { startModule } from './module.js';
import { loadModule, nameOf, url } from './pinned.js';
import { absolute, loadText, once, request, startGlue } from './request.js';
import { adopt } from './styles.js';
import { applyTheme, coloursOf } from './theme.js';
import { applyVariant } from './variants.js';
import { warn } from './warn.js';
import { runsWasm } from './wasm.js';

/** @typedef {import('./types').MountContext} MountContext */
/** @typedef {[pack: string, messages: string, lang: string]} LoadedPack The pack in packed form, the words around it, and the language of both. */

/**
 * The contexts with a mounted widget.
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
  for (const context of [...mounted]) {
    context.giveUp(failure.code, help);
  }
};

// Called by the panic hook of src/browser/panic.rs.
globalThis.__shindan_panic = (place) => fail(`an internal error at ${place}: please report it; reloading the page may help`);

/** Names in stacks: the wasm, and this script with its glue. */
const ownFiles = [nameOf(WASM_FILE), nameOf(import.meta.url)];

/**
 * Whether the widget's wasm has thrown an error, as the topmost frame of its stack says: a listener of the page that the wasm
 * calls may throw too. WebKit does not say of which wasm a frame is.
 * @param {unknown} error
 */
const isOurs = (error) => {
  if (helpOf(error)) {
    return false; // It is about a file, and known.
  }
  const { stack, message } = /** @type {Partial<Error>} */ (error ?? {});
  // Chromium begins the stack with the message.
  const frames = String(stack).replace(String(message), '').split('\n');
  const top = frames.find((frame) => /:\/\/|wasm/.test(frame)) ?? '';
  return ownFiles.some((file) => top.includes(file)) || (/wasm-function|\[wasm code\]/.test(top) && !top.includes('.wasm'));
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
 * The pack that the element asks for.
 * @param {MountContext} context
 * @returns {Promise<LoadedPack>}
 */
const loadPack = async (context) => {
  const { host } = context;
  const requested = host.getAttribute('pack') ?? fallback;
  const isBuiltIn = packIds.includes(requested);
  const read = !isBuiltIn && isAddress(requested) && (await packAt(requested, context));
  if (read) {
    return [read.packed, await loadText(MESSAGE_FILES[read.lang], 'pack'), read.lang];
  }
  if (!isBuiltIn && !isAddress(requested)) {
    warn(
      `attribute pack: "${requested}" is no built-in pack, "${fallback}" is used: write "${packIds.join('" or "')}", or the address of a pack`,
    );
  }
  const id = isBuiltIn ? requested : fallback;
  // A pack that is not there in the page's language is shown in Japanese, and so is all around it.
  const lang = PACK_FILES[`${id}.${languageOf(host)}`] ? languageOf(host) : 'ja';
  const files = [PACK_FILES[`${id}.${lang}`], MESSAGE_FILES[lang]];
  const [pack, messages] = await Promise.all(files.map((file) => loadText(file, 'pack')));
  return [pack, messages, lang];
};

/**
 * Loads the pack that a link was copied from, even if the page requests another one.
 * @param {MountContext} context
 */
const loadLinked = async (context) => {
  const { session } = context.widget;
  const loaded = await loadPack(context);
  const { linked, run } = session;
  const [, id] = loaded[0].split('\n', 2);
  if (!linked || linked === id || !packIds.includes(linked)) {
    return loaded;
  }
  session.switchPack(linked);
  session.save(run);
  return loadPack(context);
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
  await startGlue(init, await request(url(file), 'wasm'), file, 'wasm');
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
    focusOn(view.querySelector(twin) ?? view.querySelector('legend, h2'));
  }
};

/**
 * Mounts the widget into a view of its own, which is shown when the wasm has rendered it.
 * @param {MountContext} context
 * @param {LoadedPack} loaded
 */
const mountOn = (context, [pack, messages, lang]) => {
  const { host, root, widget } = context;
  const { session, events } = widget;
  const view = context.newView(lang);
  /** @type {import('shindan-glue').WidgetHandle} */
  let handle;

  /**
   * What src/browser/loader.rs expects.
   * @type {import('./types').Loader}
   */
  const loader = {
    viewIsReady: async () => {
      // A press may have begun since, and the element may have gone.
      await context.released();
      if (!context.isOpen() || !handle.catchUp()) {
        return;
      }
      // Of the view alone: what is around it stays, with its focus.
      const { activeElement: focused } = root;
      const active = focused && widget.view().contains(focused) ? focused : undefined;
      context.show(view);
      refocus(view, active);
      context.scrollAgain?.();
    },
    host,
    session,
    events,
    theme: widget.theme,
    focus: (selector) => focusOn(view.querySelector(selector)),
    restart: widget.restart,
    forget: () => forget(host, session),
    config: context.config,
    hasReported: widget.reported === widget.config,
    isDraft: new URLSearchParams(location.search).has('shindan-draft'),
    startModule,
    pushes: () => events.pushes,
    report: (code, error) => events.fail(...reasonOf(error, code)),
    textAt: async (address, code) => loadText(absolute(address, code), code),
    adoptStyles: (css) => adopt(root, css),
    begin: (id) => begin(context, id),
  };

  mounted.add(context);
  context.unmount = () => {
    mounted.delete(context);
    try {
      handle.destroy();
    } catch {
      // After a panic nothing of it can be trusted, least of all its tidying up.
    }
  };
  try {
    handle = mount(view, pack, messages, lang, loader);
    widget.reported = widget.config;
  } catch (error) {
    mounted.delete(context);
    context.unmount = undefined;
    // What the wasm refuses it refuses in words.
    throw typeof error === 'string' ? loadError('pack', error) : error;
  }
};

/**
 * Has www/contrast.js look at the colours of the widget, where somebody has set one. Nobody else downloads it.
 * @param {MountContext} context
 */
const checkColours = async (context) => {
  const { isSet, isByPage } = coloursOf(context);
  if (isSet && context.isOpen()) {
    try {
      /** @type {typeof import('./contrast.js')} */
      const { checkContrasts } = await loadModule(CONTRAST_FILE, 'theme');
      if (context.isOpen()) {
        checkContrasts(context, isByPage);
      }
    } catch (error) {
      warn(`theme: ${helpOf(error) ?? error}`);
    }
  }
};

/**
 * Has the wasm take over from the prerendered questionnaire on `context` (www/element.js). Rejects with the words for the site
 * owner.
 * @param {MountContext} context
 */
export const takeOver = async (context) => {
  const { host, root } = context;
  const started = startWasm(WASM_FILE);
  // Whoever awaits it handles the rejection.
  started.catch(() => {});
  followLinks(context);
  adopt(root, styles);
  adopt(root, leadStyles);
  context.scrollAgain = guard(context);
  const read = await configOf(host, context.widget);
  if (!context.isOpen() || applyVariant(context, read)) {
    return;
  }
  const { href, booking } = context.config?.cta ?? {};
  context.href = href ?? booking?.href;
  applyTheme(root, context.widget, context.config);
  const [loaded] = await Promise.all([loadLinked(context), started]);
  await context.released();
  if (failure) {
    throw failure;
  }
  if (context.isOpen()) {
    mountOn(context, loaded);
    idle().then(() => checkColours(context));
  }
};
