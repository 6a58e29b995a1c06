// <shindan-widget>: shows the prerendered questionnaire at once, fetches the wasm when the respondent comes near, and
// hands over to it. After every failure a usable checklist remains, never a broken page.
/* global MODES_FILE, PRERENDERED, RUNTIME_FILE */
import styles from 'shindan-styles-css';
import { adoptSnippet, count, snippetIn } from './adopt.js';
import { ignoreDoubleClicks } from './double_click.js';
import { listen } from './gestures.js';
import { followsToFragment } from './fragment.js';
import { HostEvents } from './host_events.js';
import { widgets } from './identity.js';
import { idle } from './idle.js';
import { languageOf } from './language.js';
import { safeHref } from './link.js';
import { reasonOf } from './load-error.js';
import { loadModule } from './pinned.js';
import { Questionnaire } from './questionnaire.js';
import { SessionStore } from './session_store.js';
import { adopt } from './styles.js';
import { warn } from './warn.js';

/** Time after `pointerup` within which a click may still arrive, in milliseconds. */
const clickTimeout = 350;

/** @param {string} lang */
const newView = (lang) => Object.assign(document.createElement('div'), { className: 'widget', part: 'widget', lang });

/**
 * Whether the page's address may have a link for `host`, which is the first widget of the page.
 * @param {HTMLElement} host
 */
const isLinked = (host) => /[#&]shindan(-\w+)?=/.test(location.hash) && widgets(host)[0] === host;

/** Whether a lead that waits on this device is due: crates/outbox/src/store.rs notes the time, in seconds. */
const hasDueLead = () => {
  try {
    return Number(localStorage.getItem('shindan:outbox') ?? Infinity) * 1000 <= Date.now();
  } catch {
    return false; // Blocked storage holds none.
  }
};

export class ShindanWidget extends HTMLElement {
  /** Distinguishes the class that has registered the name from another script's. */
  static own = true;

  /** @type {ShadowRoot} */
  #root;
  /** @type {HTMLElement} */
  #view;
  /**
   * The snippet that was in the root before, until it is taken over or replaced.
   * @type {ReturnType<typeof snippetIn> | undefined}
   */
  #snippet;
  /**
   * What belongs to this element and outlives a mounted widget.
   * @type {import('./types').Widget}
   */
  #widget;
  /**
   * The stepper, which is shown until the wasm takes over.
   * @type {Questionnaire | undefined}
   */
  #stepper;
  /** @type {IntersectionObserver | undefined} */
  #observer;
  #visibility = new IntersectionObserver((entries) => this.#widget.events.reportQuestion(entries.at(-1)?.isIntersecting));
  /** @type {AbortController} */
  #listening;
  /** @type {Promise<void>} */
  #pressed = Promise.resolve();
  /**
   * The context of the runtime once it is requested; replacing or removing it closes the runtime.
   * @type {Partial<import('./types').MountContext> | undefined}
   */
  #context;
  /**
   * Resolves to the functions that open and close the widget, if it is not inline.
   * @type {Promise<import('./types').Mode | undefined> | undefined}
   */
  #mode;

  connectedCallback() {
    if (this.#observer) {
      return; // Moved within the page: everything is still in place.
    }
    this.#root ??= this.#makeRoot();
    const view = () => this.#view;
    this.#widget ??= {
      session: new SessionStore(this),
      events: new HostEvents(this, view),
      view,
      restart: () => {
        this.#close();
        this.#showQuestionnaire();
        this.#start();
      },
    };
    this.#showQuestionnaire();
    this.#widget.events.emit('ready');
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: '100%' },
    );
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('hashchange', () => this.#followLink(), { signal });
    addEventListener('pagehide', () => this.#widget.session.store(), { signal });
    if (/^(popup|slider|side-tab)$/.test(this.getAttribute('mode') ?? '')) {
      this.#mode = this.#enter(signal);
    } else {
      this.#observer.observe(this);
      // A page's <base> makes fragments lead elsewhere.
      document.addEventListener('click', (event) => followsToFragment(event, this), { signal, capture: true });
    }
    if (this.#snippet && this.#stepper) {
      count(this.#snippet, this.#stepper);
    }
    this.#snippet = undefined;
    this.#followLink();
    idle().then(() => {
      if (this.isConnected && hasDueLead()) {
        this.#start();
      }
    });
  }

  disconnectedCallback() {
    // This runs before another element in its place requests it.
    this.#widget?.session.store();
    // A move removes the element and inserts it again in one task: it is gone only if it is still disconnected then.
    queueMicrotask(() => {
      if (!this.isConnected && this.#observer) {
        this.#observer.disconnect();
        this.#observer = undefined;
        this.#listening.abort();
        this.#widget.config = undefined;
        this.#widget.isKeptInView = undefined;
        this.#close();
        // Yew keeps the root of a view permanently. Outside the document that root keeps nothing of the page.
        this.#showView(newView(languageOf(this)));
      }
    });
  }

  /** Takes up a link in the page's address, for which www/links.js has to be there. */
  #followLink() {
    if (isLinked(this)) {
      this.#start();
      this.#widget.followLink?.();
    }
  }

  /** Opens its panel; an inline widget has none. */
  async open() {
    (await this.#mode)?.open('code');
  }

  /** Closes its panel; the answers stay. */
  async close() {
    (await this.#mode)?.close();
  }

  /**
   * Moves into the panel that www/modes.js creates; stays inline if that cannot be loaded.
   * @param {AbortSignal} signal
   */
  async #enter(signal) {
    this.#view.remove();
    try {
      const { enter } = await loadModule(MODES_FILE, 'mode');
      return await enter({ host: this, root: this.#root, widget: this.#widget, signal, start: () => this.#start() });
    } catch (error) {
      this.#root.append(this.#view);
      this.#observer?.observe(this);
      this.#widget.events.fail(...reasonOf(error));
    }
  }

  #makeRoot() {
    // The shadow root that the parser made of a template stays; attaching a new one would empty it.
    const root = this.attachInternals?.().shadowRoot ?? this.attachShadow({ mode: 'open' });
    adopt(root, styles);
    this.#snippet = snippetIn(root);
    this.#view = this.#snippet?.view;
    ignoreDoubleClicks(root);
    // If the page, or a clone of a button, keeps a click from the listeners, its form would navigate away.
    root.addEventListener('submit', (event) => event.preventDefault());
    root.addEventListener('pointerdown', () => this.#hold());
    root.addEventListener('focusin', () => this.#start());
    return root;
  }

  /**
   * @param {HTMLElement} view
   * @param {Questionnaire} [stepper]
   */
  #showView(view, stepper) {
    if (!this.#view) {
      this.#root.append(view);
    } else if (view !== this.#view) {
      this.#view.replaceWith(view);
      this.#root.querySelectorAll('[data-snippet], noscript').forEach((node) => node.remove());
    }
    this.#view = view;
    this.#stepper = stepper;
    this.#visibility.disconnect();
    this.#visibility.observe(view);
    this.#widget.events.reportQuestion();
  }

  #showQuestionnaire() {
    const lang = languageOf(this);
    /** @type {HTMLElement} */
    let view = newView(lang);
    /** @type {Questionnaire | undefined} */
    let questionnaire;
    try {
      const { pack, linked = pack, run } = this.#widget.session;
      const isPrerendered = `${pack}.${lang}` === PRERENDERED && linked === pack && (run || !isLinked(this));
      questionnaire = new Questionnaire(this.#widget, lang, Boolean(isPrerendered));
      view.append(questionnaire.form);
      if (this.#snippet) {
        view = adoptSnippet(this.#snippet, questionnaire, view);
      }
      listen(questionnaire.form, questionnaire, () => this.#widget.events.emit('cta'));
    } catch (error) {
      warn(`shows nothing before its wasm: ${error}`);
    }
    this.#showView(view, questionnaire);
  }

  /** A press that is held while the view is replaced would lose its click, so the swap waits for it. */
  #hold() {
    if (!this.#stepper) {
      return;
    }
    this.#start();
    this.#pressed = new Promise((resolve) => {
      const listening = { once: true, capture: true };
      // The click of a mouse follows `pointerup` at once, that of a finger in a later task, and some presses have none.
      for (const type of ['pointerup', 'pointercancel']) {
        addEventListener(type, () => setTimeout(resolve, clickTimeout), listening);
      }
      addEventListener('click', () => setTimeout(resolve), listening);
    });
  }

  async #start() {
    if (this.#context) {
      return;
    }
    /** @type {import('./types').MountContext} */
    const context = {
      host: this,
      root: this.#root,
      widget: this.#widget,
      newView,
      isOpen: () => this.#context === context,
      released: async () => {
        for (let press; press !== this.#pressed; ) {
          press = this.#pressed;
          await press;
        }
      },
      show: (view) => this.#showView(view),
      /** Falls back to the checklist, and reports the reason to the site owner. */
      giveUp: (code, help) => {
        const href = safeHref(this.getAttribute('cta-href') ?? context.href);
        if (this.#close({}) || !this.#stepper) {
          this.#showQuestionnaire();
        }
        this.#stepper?.giveUp(href);
        this.#widget.events.fail(code, help);
      },
    };
    this.#context = context;
    this.#observer?.disconnect();
    await idle();
    try {
      /** @type {[import('./types').Runtime, void]} */
      const [runtime] = await Promise.all([loadModule(RUNTIME_FILE, 'runtime'), this.#resume(context)]);
      await runtime.takeOver(context);
    } catch (error) {
      if (context.isOpen()) {
        context.giveUp(...reasonOf(error));
      }
    }
  }

  /**
   * A respondent who came by a link may still have a run in this tab. A run that was started meanwhile takes
   * precedence.
   * @param {import('./types').MountContext} context
   */
  async #resume(context) {
    await context.released();
    if (context.isOpen() && this.#widget.session.resume()) {
      this.#showQuestionnaire();
    }
  }

  /**
   * Ends what the runtime has started, in favour of another `context`; returns whether there was something to unmount.
   * @param {Partial<import('./types').MountContext>} [context]
   */
  #close(context) {
    const unmount = this.#context?.unmount;
    this.#context = context;
    unmount?.();
    return Boolean(unmount);
  }
}
