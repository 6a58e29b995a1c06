// One widget's session, events and focus, which the stepper needs before the wasm is there, and which outlive a mounted
// widget. No method throws.

import { earlierPlaceOf, identityOf, packOf } from './identity.js';

const prefix = 'shindan:';

/**
 * Whether this tab can hold a run for this page. Looking costs the first paint a tenth on a phone; who has just come from
 * elsewhere need not wait for it.
 */
const returns = () => {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  return visit?.type !== 'navigate' || document.readyState === 'complete' || document.referrer.startsWith(location.origin);
};

export class Port {
  #host;
  /** See `identity`. */
  #identity = '';
  /** The name of the entry that says which pack has taken the place of the one that the page asks for. */
  #turned;
  /**
   * Set while the run is not yet in storage as it stands; and the names of its entry, then and before.
   * @type {number | undefined}
   */
  #due;
  #name = '';
  #stored = '';
  /** The run so far, in the text form of crates/session/src/model.rs. */
  run = '';
  #isOnScreen = false;
  /**
   * The question that the page was told of last, as long as it is shown; and since when, in milliseconds.
   * @type {string | undefined}
   */
  #question;
  #since = NaN;
  /**
   * The arm of the owner's comparison that is shown, which events name: see www/variants.js.
   * @type {string | undefined}
   */
  variant;
  /**
   * Set once a link has led to the widget: whether that is still to be kept in view, by www/guard.js.
   * @type {boolean | undefined}
   */
  led;
  /**
   * Leads whoever has opened a link to the widget, if that is not where the element is: see www/modes.js.
   * @type {(() => void) | undefined}
   */
  lead;
  /**
   * Takes up the link in the page's address, once www/links.js is there.
   * @type {(() => void) | undefined}
   */
  follow;
  /**
   * Resolves to the owner's nested configuration, once it is asked for: see www/config.js.
   * @type {Promise<import('./types').Config> | undefined}
   */
  config;
  /**
   * The rule on the element that holds the owner's theme, once it is on: see www/theme.js.
   * @type {CSSStyleDeclaration | undefined}
   */
  theme;

  /**
   * `view` answers the element that is shown; `again` takes up the run anew.
   * @param {HTMLElement} host
   * @param {() => HTMLElement} view
   * @param {() => void} again
   */
  constructor(host, view, again) {
    this.#host = host;
    this.view = view;
    this.again = again;
    this.#turned = `#${packOf(host)}`;
    if (returns()) {
      this.resume();
    }
  }

  /** Takes up the pack and the run of this tab, unless there is a newer one; answers whether there was anything. */
  resume() {
    if (this.run || this.#due) {
      return false;
    }
    const pack = this.entry('sessionStorage', undefined, this.#turned) ?? this.pack;
    const turns = pack !== this.pack;
    if (turns) {
      this.#host.setAttribute('pack', pack);
    }
    this.run = this.entry('sessionStorage') ?? '';
    return Boolean(turns || this.run);
  }

  /** The pack that is asked for. */
  get pack() {
    return this.#host.getAttribute('pack') ?? 'readiness';
  }

  /** The pack of the link that is opened or answered, if there is one. */
  get linked() {
    return /\.(?:open|owner|promoter)=([^.]*)/.exec(this.run)?.[1];
  }

  /**
   * Turns to another pack, also for the next time that the page is loaded in this session.
   * @param {string} pack
   */
  turn(pack) {
    this.store();
    this.entry('sessionStorage', pack, this.#turned);
    this.#host.setAttribute('pack', pack);
  }

  /**
   * What run and leads belong to: the page and the widget in it, when it was in the document last. A router may have led
   * elsewhere since, or an owner cleaned the address.
   */
  get identity() {
    if (this.#host.isConnected) {
      this.#identity = identityOf(this.#host);
    }
    return this.#identity;
  }

  /**
   * Reads, writes or (with an empty text) removes an entry; nothing where storage is blocked or full. Those
   * without a name belong to the pack: answers to one are none to another.
   * @overload
   * @param {'sessionStorage' | 'localStorage'} kind
   * @param {undefined} [text]
   * @param {string} [name]
   * @returns {string | null | undefined}
   */
  /**
   * @overload
   * @param {'sessionStorage' | 'localStorage'} kind
   * @param {string} text
   * @param {string} [name]
   * @returns {true | undefined}
   */
  /**
   * @param {'sessionStorage' | 'localStorage'} kind
   * @param {string | undefined} [text]
   * @param {string} [name]
   * @returns {string | true | null | undefined}
   */
  entry(kind, text, name = `.${this.pack}`) {
    return this.#entry(kind, prefix + this.identity + name, text, prefix + earlierPlaceOf(this.#host) + name);
  }

  /**
   * What is kept by its `earlier` key is taken over.
   * @param {'sessionStorage' | 'localStorage'} kind
   * @param {string} key
   * @param {string | undefined} [text]
   * @param {string} [earlier]
   * @returns {any}
   */
  #entry(kind, key, text, earlier = key) {
    try {
      const storage = window[kind];
      const kept = earlier !== key && storage.getItem(earlier);
      if (kept) {
        storage.setItem(key, storage.getItem(key) ?? kept);
        storage.removeItem(earlier);
      }
      if (text === undefined) {
        return storage.getItem(key);
      }
      if (text) {
        storage.setItem(key, text);
      } else {
        storage.removeItem(key);
      }
      return true;
    } catch {
      return undefined;
    }
  }

  /**
   * Keeps the run for this tab; where storage is blocked, for the life of the element. It takes a phone longer than the
   * next question's paint, which therefore comes first.
   * @param {string} run
   */
  save(run) {
    this.run = run;
    // An app may turn to another page before that.
    this.#name = this.#runName();
    this.#due ??= requestAnimationFrame(() => setTimeout(() => this.store()));
  }

  #runName() {
    return `${prefix}${this.identity}.${this.pack}`;
  }

  /** Writes what is still to be written, also where the page has another address by now. */
  store() {
    if (this.#due) {
      this.#due = undefined;
      this.#stored = this.#name;
      this.#entry('sessionStorage', this.#name, this.run);
    } else if (this.#stored && this.#stored !== this.#runName()) {
      this.save(this.run);
      this.store();
    }
  }

  /**
   * Gives the focus to the first element of the view that fits. Not later than this: what takes the focus is scrolled to,
   * also out from under a sticky header (www/guard.js), and that has to be done when the view is painted.
   * @param {string} selector
   */
  focus(selector) {
    const found = /** @type {HTMLElement | null} */ (this.view().querySelector(selector));
    // Firefox gives the focus to nothing that it has not laid out yet.
    found?.getClientRects();
    found?.focus();
  }

  /**
   * Tells the site owner what failed, and how to fix it.
   * @param {string} code
   * @param {string} help
   */
  fail(code, help) {
    console.error(`<shindan-widget> ${code}: ${help}`);
    this.emit('error', { code, help });
  }

  /**
   * Tells the page of the question that the view shows, once for each time that it comes on screen.
   * @param {boolean} [isOnScreen] whether a part of the view can be seen; as before without it
   */
  look(isOnScreen = this.#isOnScreen) {
    this.#isOnScreen = isOnScreen;
    const view = this.view();
    const question = view.querySelector('fieldset')?.dataset.question;
    if (isOnScreen && question !== this.#question) {
      this.#question = question;
      const before = this.#since;
      this.#since = question ? performance.now() : NaN;
      if (question) {
        const { value: index, max: total } = /** @type {HTMLProgressElement} */ (view.querySelector('progress'));
        // Without a question before it the key is there all the same: data layer variables keep what nothing replaces.
        this.emit('view', { question, index, total, seconds: Math.ceil((this.#since - before) / 1000) || undefined });
      }
    }
  }

  /** Whether the visitor has agreed to measuring, as the page says now. */
  get isMeasured() {
    return Boolean(this.#host.dataset.consent?.split(/\s+/).includes('analytics'));
  }

  /** Whether the tag manager is to hear of events now; nothing where the element does not say. */
  get pushes() {
    const { layer } = this.#host.dataset;
    return layer === undefined ? layer : layer !== 'consent' || this.isMeasured;
  }

  /**
   * Tells the page, and where the owner wishes that its tag manager, what happened.
   * @param {string} name
   * @param {object} detail
   */
  emit(name, detail = {}) {
    const event = prefix + name;
    const { variant } = this;
    try {
      const whole = variant ? { ...detail, variant } : detail;
      this.#host.dispatchEvent(new CustomEvent(event, { detail: whole, bubbles: true, composed: true }));
      if (this.pushes) {
        (window.dataLayer ??= []).push({ event, ...whole });
      }
    } catch (error) {
      console.error(error);
    }
  }
}
