// The run of one widget and its entries in storage, which the stepper needs before the wasm is there, and which outlive a
// mounted widget. No method throws.

import { earlierPlaceOf, identityOf, packOf } from './identity.js';

const prefix = 'shindan:';

/**
 * Whether this tab may already hold a run for this page. Reading storage delays the first paint by a tenth on a phone, so
 * a visitor who has just come from another site does not wait for it.
 */
const returns = () => {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  return visit?.type !== 'navigate' || document.readyState === 'complete' || document.referrer.startsWith(location.origin);
};

export class SessionStore {
  #host;
  /** See `identity`. */
  #identity = '';
  /** The name of the entry that says which pack has taken the place of the one that the page asks for. */
  #switchedName;
  /**
   * Set while the run is not yet in storage as it stands; and the names of its entry, then and before.
   * @type {number | undefined}
   */
  #due;
  #name = '';
  #stored = '';
  /** The run so far, in the text form of crates/session/src/model.rs. */
  run = '';

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    this.#switchedName = `#${packOf(host)}`;
    if (returns()) {
      this.resume();
    }
  }

  /** Takes up the pack and the run of this tab, unless there is a newer one; answers whether there was anything. */
  resume() {
    if (this.run || this.#due) {
      if (`#${this.pack}` === this.#switchedName) {
        // The next load goes on with this run, not with the pack that was begun before.
        this.entry('sessionStorage', '', this.#switchedName);
      }
      return false;
    }
    const pack = this.entry('sessionStorage', undefined, this.#switchedName) ?? this.pack;
    const isSwitched = pack !== this.pack;
    if (isSwitched) {
      this.#host.setAttribute('pack', pack);
    }
    this.run = this.entry('sessionStorage') ?? '';
    return Boolean(isSwitched || this.run);
  }

  /** The requested pack. */
  get pack() {
    return this.#host.getAttribute('pack') ?? 'readiness';
  }

  /** The pack of the link that is opened or answered, if there is one. */
  get linked() {
    // A phone takes a millisecond to compile the expression, and the first paint of most visits waits for it.
    return this.run ? /\.(?:open|owner|promoter)=([^.]*)/.exec(this.run)?.[1] : undefined;
  }

  /**
   * Switches to another pack, also for the next time that the page is loaded in this session.
   * @param {string} pack
   */
  switchPack(pack) {
    this.store();
    this.entry('sessionStorage', pack, this.#switchedName);
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
    // An app may go to another page before that.
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
}
