// <shindan-widget>: shows the prerendered questionnaire at once, fetches the wasm when the respondent comes near, and
// hands over to it. Every way out of trouble ends in a usable checklist, never in a broken page.
import styles from 'shindan-styles';
import { Port } from './port.js';
import { Questionnaire } from './questionnaire.js';
import { defaultPack, isPack, loadConfig, loadPack, loadWasm } from './runtime.js';

let sheet;
const mounted = new Set();

// Called by the panic hook of src/browser/panic.rs: the wasm is not to be trusted any more, on the whole page.
globalThis.__shindan_panic = (place) => {
  for (const widget of [...mounted]) {
    widget.giveUp('panic', `an internal error at ${place}: please report it; reloading the page may help`);
  }
};

const warn = (text) => console.warn(`<shindan-widget> ${text}`);

const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** A link that is safe to follow, as src/app/settings.rs has it. */
const safeLink = (href) => {
  try {
    return href && schemes.includes(new URL(href, document.baseURI).protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

export class ShindanWidget extends HTMLElement {
  #view;
  #port;
  #questionnaire;
  #app;
  #observer;
  #pressed = Promise.resolve();
  #connection = 0;
  #starting = 0;

  connectedCallback() {
    if (this.#observer) {
      return; // Moved within the page: everything still stands.
    }
    this.#connection += 1;
    this.#prepareRoot();
    this.#port ??= new Port(this, () => this.#view, () => {});
    this.#showQuestionnaire();
    this.#port.ready();
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: '100%' },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#connection += 1;
        this.#observer?.disconnect();
        this.#observer = undefined;
        this.#unmount();
      }
    });
  }

  /** Falls back to the checklist, and tells the site owner why. */
  giveUp(code, help) {
    this.#unmount();
    if (!this.#questionnaire) {
      this.#showQuestionnaire();
    }
    this.#questionnaire?.giveUp(safeLink(this.getAttribute('cta-href')));
    this.#port.error(code, help);
  }

  get #lang() {
    return this.closest('[lang]')?.lang || 'ja';
  }

  #prepareRoot() {
    if (this.shadowRoot) {
      return;
    }
    const root = this.attachShadow({ mode: 'open' });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
    }
    root.adoptedStyleSheets = [sheet];
  }

  #newView(lang) {
    const view = document.createElement('div');
    view.className = 'widget';
    view.part = 'widget';
    view.lang = lang;
    return view;
  }

  #replaceView(view) {
    this.shadowRoot.replaceChildren(view);
    this.#view = view;
  }

  #showQuestionnaire() {
    const view = this.#newView('ja');
    this.#replaceView(view);
    this.#questionnaire = undefined;
    try {
      this.#questionnaire = new Questionnaire(this.#port);
      view.append(this.#questionnaire.form);
    } catch (error) {
      warn(`shows nothing before its wasm: ${error}`);
    }
    view.addEventListener('pointerdown', () => this.#hold());
    for (const type of ['pointerdown', 'focusin']) {
      view.addEventListener(type, () => this.#start(), { once: true });
    }
  }

  /** A press that is held while the view is replaced would lose its click: wait for it. */
  #hold() {
    this.#pressed = new Promise((resolve) => {
      const release = () => setTimeout(resolve);
      for (const type of ['pointerup', 'pointercancel']) {
        addEventListener(type, release, { once: true, capture: true });
      }
    });
  }

  async #start() {
    this.#observer.disconnect();
    const connection = this.#connection;
    if (this.#starting === connection) {
      return;
    }
    this.#starting = connection;
    const isCurrent = () => this.#connection === connection;
    try {
      const [mount, pack, config] = await Promise.all([loadWasm(), this.#pack(), this.#config()]);
      await this.#released();
      if (isCurrent()) {
        await this.#mount(mount, pack, config);
      }
    } catch (error) {
      if (isCurrent()) {
        this.giveUp(error.code ?? 'internal', error.help ?? String(error));
      }
    }
  }

  /** Resolves when no press is held on the view. */
  async #released() {
    for (let press; press !== this.#pressed; ) {
      press = this.#pressed;
      await press;
    }
  }

  /** The pack to show: the one asked for, else the built-in one and a word to the site owner. */
  async #pack() {
    const name = this.getAttribute('pack') ?? defaultPack;
    if (!isPack(name)) {
      warn(`attribute pack: "${name}" is no built-in pack; write "${defaultPack}" or the address of a pack`);
      return loadPack(defaultPack, this.#lang);
    }
    try {
      return await loadPack(name, this.#lang);
    } catch (error) {
      if (name === defaultPack) {
        throw error;
      }
      this.#port.error(error.code, error.help);
      return loadPack(defaultPack, this.#lang);
    }
  }

  async #config() {
    const url = this.getAttribute('config');
    const child = this.querySelector('script[type="application/json"]');
    try {
      return child ? JSON.parse(child.textContent) : url ? await loadConfig(url) : null;
    } catch (error) {
      warn(`configuration: ${error.help ?? 'is no JSON; check it with a JSON validator'}`);
      return null;
    }
  }

  /** Mounts into a view of its own; a pack that is refused is told to the site owner, and the built-in one shown. */
  async #mount(mount, pack, config) {
    const view = this.#newView(pack.lang);
    const active = this.shadowRoot.activeElement;
    this.#port.shown = () => {
      this.#replaceView(view);
      this.#questionnaire = undefined;
      this.#refocus(active);
    };
    try {
      this.#app = mount(this, view, pack, config, this.#port.load(), this.#port);
      mounted.add(this);
    } catch (faults) {
      if (typeof faults !== 'string' || pack === (await loadPack(defaultPack, this.#lang))) {
        throw faults;
      }
      this.#port.error('pack', faults);
      await this.#mount(mount, await loadPack(defaultPack, this.#lang), config);
    }
  }

  /** The swap drops the focus: it goes to the element that took the place of `active`, else to the legend. */
  #refocus(active) {
    if (!active) {
      return;
    }
    const twin = active.name
      ? `input[name="${active.name}"][value="${active.value}"]`
      : active.part.length
        ? `[part~="${active.part[0]}"]`
        : undefined;
    (this.#view.querySelector(twin ?? 'legend') ?? this.#view.querySelector('legend, h2'))?.focus();
  }

  #unmount() {
    mounted.delete(this);
    this.#starting = 0;
    try {
      this.#app?.destroy();
    } catch {
      // After a panic nothing of it can be trusted, least of all its tidying up.
    }
    this.#app = undefined;
  }
}
