// <shindan-widget>: shows the prerendered questionnaire at once, fetches the wasm when the respondent comes near, and
// hands over to it. Every way out of trouble ends in a usable checklist, never in a broken page.
import styles from 'shindan-styles-css';
import { listen } from './gestures.js';
import { languageOf } from './language.js';
import { safeHref } from './link.js';
import { loadRuntime } from './load.js';
import { Port } from './port.js';
import { Questionnaire } from './questionnaire.js';
import { adopt } from './styles.js';
import { warn } from './warn.js';

/** How long after `pointerup` a click may still come, in milliseconds. */
const clickPatience = 350;

/** Calls back when the browser has nothing better to do, such as painting or reacting. */
const whenIdle = (callback) => (window.requestIdleCallback ?? setTimeout)(callback, { timeout: 1000 });

// Called by the panic hook of src/browser/panic.rs: the wasm is not to be trusted any more, on the whole page.
const mounted = new Set();
globalThis.__shindan_panic = (place) => {
  for (const widget of [...mounted]) {
    widget.giveUp('panic', `an internal error at ${place}: please report it; reloading the page may help`);
  }
};

export class ShindanWidget extends HTMLElement {
  #root;
  #view;
  #port;
  #config;
  /** Who takes the respondent's moves: the stepper, then the wasm. */
  #runner;
  #observer;
  #listening;
  #pressed = Promise.resolve();
  /** Counts connections to a page; what was begun in an earlier one is not to be finished. */
  #connection = 0;
  #started = 0;
  #app;

  connectedCallback() {
    if (this.#observer) {
      return; // Moved within the page: everything still stands.
    }
    this.#connection += 1;
    this.#root ??= this.#makeRoot();
    this.#port ??= new Port(this, () => this.#view);
    this.#showQuestionnaire();
    this.#port.ready();
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: '100%' },
    );
    this.#observer.observe(this);
    this.#listening = new AbortController();
    addEventListener('hashchange', () => this.#port.follow() && this.#again(), { signal: this.#listening.signal });
  }

  disconnectedCallback() {
    // A move takes the element out and puts it back in one task: only what is still out then has gone.
    queueMicrotask(() => {
      if (!this.isConnected && this.#observer) {
        this.#connection += 1;
        this.#observer.disconnect();
        this.#observer = undefined;
        this.#listening.abort();
        this.#unmount();
      }
    });
  }

  /** Falls back to the checklist, and tells the site owner why. */
  giveUp(code, help) {
    if (this.#unmount() || !this.#runner) {
      this.#showQuestionnaire();
    }
    this.#runner?.giveUp(safeHref(this.getAttribute('cta-href') ?? this.#config?.cta?.href));
    this.#port.error(code, help);
  }

  /** Takes up another run. */
  #again() {
    this.#connection += 1;
    this.#unmount();
    this.#showQuestionnaire();
    this.#start();
  }

  #makeRoot() {
    const root = this.attachShadow({ mode: 'open' });
    adopt(root, styles);
    listen(root, () => this.#runner, () => this.#port.cta());
    root.addEventListener('pointerdown', () => this.#hold());
    root.addEventListener('focusin', () => this.#start());
    return root;
  }

  #newView(lang) {
    const view = document.createElement('div');
    view.className = 'widget';
    view.part = 'widget';
    view.lang = lang;
    return view;
  }

  #showView(view, runner) {
    this.#view?.remove();
    this.#root.append(view);
    this.#view = view;
    this.#runner = runner;
  }

  #showQuestionnaire() {
    const lang = languageOf(this);
    const view = this.#newView(lang);
    let questionnaire;
    try {
      const isPrerendered = lang === 'ja' && (this.getAttribute('pack') ?? 'readiness') === 'readiness';
      questionnaire = new Questionnaire(this.#port, lang, isPrerendered);
      view.append(questionnaire.form);
    } catch (error) {
      warn(`shows nothing before its wasm: ${error}`);
    }
    this.#showView(view, questionnaire);
  }

  /** A press that is held while the view is replaced would lose its click: the swap waits for it. */
  #hold() {
    if (this.#app && this.#runner === this.#app) {
      return;
    }
    this.#start();
    this.#pressed = new Promise((resolve) => {
      const over = new AbortController();
      const release = () => {
        over.abort();
        resolve();
      };
      const listening = { signal: over.signal, capture: true };
      // The click of a mouse follows `pointerup` at once, that of a finger in a later task, and some presses have none.
      for (const type of ['pointerup', 'pointercancel']) {
        addEventListener(type, () => setTimeout(release, clickPatience), listening);
      }
      addEventListener('click', () => setTimeout(release), listening);
    });
  }

  async #released() {
    for (let press; press !== this.#pressed; ) {
      press = this.#pressed;
      await press;
    }
  }

  async #start() {
    const connection = this.#connection;
    if (this.#started === connection) {
      return;
    }
    this.#started = connection;
    this.#observer.disconnect();
    await new Promise(whenIdle);
    try {
      const { runtime, wasm } = await loadRuntime();
      this.#config = await runtime.readConfig(this);
      const prepared = await runtime.prepare(this, this.#config, wasm);
      await this.#released();
      if (this.#connection === connection) {
        this.#mount(prepared);
      }
    } catch (error) {
      if (this.#connection === connection) {
        // What the wasm refuses it refuses in words.
        this.giveUp(error.code ?? (typeof error === 'string' ? 'pack' : 'internal'), error.help ?? String(error));
      }
    }
  }

  #mount({ lang, mount }) {
    const view = this.#newView(lang);
    // Yew may take more than a task to render. Moves made meanwhile are not in the run that it starts from: they wait.
    const moves = [];
    const { activeElement } = this.#root;
    this.#port.shown = async () => {
      // A press may have begun since, and the element may have gone.
      await this.#released();
      if (this.#app !== app) {
        return;
      }
      this.#showView(view, app);
      this.#refocus(activeElement);
      this.#port.leadOn();
      for (const [move, ...names] of moves) {
        app[move](...names);
      }
    };
    const app = mount(view, this.#port.load(), this.#port);
    this.#app = app;
    this.#runner = {
      choose: (...names) => moves.push(['choose', ...names]),
      next: (...names) => moves.push(['next', ...names]),
      back: () => moves.push(['back']),
    };
    mounted.add(this);
  }

  /** The swap drops the focus: it goes to what took the place of `active`, else to the heading. */
  #refocus(active) {
    if (active) {
      const twin = active.name ? `[name="${active.name}"][value="${active.value}"]` : `[part~="${active.part[0]}"]`;
      (this.#view.querySelector(twin) ?? this.#view.querySelector('legend, h2'))?.focus();
    }
  }

  /** Answers whether there was something to take off. */
  #unmount() {
    mounted.delete(this);
    const app = this.#app;
    this.#app = undefined;
    try {
      app?.destroy();
    } catch {
      // After a panic nothing of it can be trusted, least of all its tidying up.
    }
    return Boolean(app);
  }
}
