// One widget's services: its session, its events, its focus. The stepper uses them before the wasm is there; for the
// wasm www/services.js adds to them. No method throws.

const prefix = 'shindan:';

/** The widgets of the page that `host` is one of. */
const widgets = (host) => [...host.getRootNode().querySelectorAll(host.localName)];

/** The marks of src/app/model.rs, by the names that links give them in their fragment. */
const marks = { shindan: '.open', 'shindan-owner': '.owner', 'shindan-promoter': '.promoter' };

/** What the page's fragment tells, as a run; usually nothing. */
const linked = () => {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const names = Object.keys(marks).filter((name) => fragment.has(name));
  return names.map((name) => `${marks[name]}=${encodeURIComponent(fragment.get(name))}`).join('&');
};

export class Port {
  #host;
  /** What tells this widget's entries from those of another on the page: its id, else its place. */
  #slot;
  /** The run so far, in the text form of src/app/model.rs. */
  run;

  /** `view` answers the element that is shown. */
  constructor(host, view) {
    this.#host = host;
    this.#slot = prefix + location.pathname + '#' + (host.id || widgets(host).indexOf(host));
    this.view = view;
    this.run = this.entry('sessionStorage') ?? '';
    this.follow();
  }

  /** Reads, writes or (with an empty text) removes an entry; nothing where storage is blocked or full. */
  entry(kind, text, name = '') {
    const key = this.#slot + name;
    try {
      const storage = window[kind];
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

  /** Takes up the link in the page's address, unless that was done before; answers whether there was one. */
  follow() {
    const link = linked();
    const name = '#link';
    if (!link || widgets(this.#host)[0] !== this.#host || this.entry('sessionStorage', undefined, name) === link) {
      return false;
    }
    this.entry('sessionStorage', link, name);
    // Kept at once: a reload before the wasm has come, or before the first answer, takes it up again.
    this.save(link);
    this.lead();
    return true;
  }

  /** Who opens a link is looking for what it holds, and not for the top of the page. */
  lead() {
    this.#host.scrollIntoView();
    /** How far the page was scrolled for a link; whoever scrolls on is left alone. */
    this.led = scrollY;
  }

  /** Keeps the run for this tab; where storage is blocked, for the life of the element. */
  save(run) {
    this.run = run;
    this.entry('sessionStorage', run);
  }

  focus(selector) {
    this.view().querySelector(selector)?.focus();
  }

  /** Tells the page, and where the owner wishes that its tag manager, what happened. */
  emit(name, detail = {}) {
    const event = prefix + name;
    try {
      this.#host.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }));
      if (this.#host.hasAttribute('data-layer')) {
        (window.dataLayer ??= []).push({ event, ...detail });
      }
    } catch (error) {
      console.error(error);
    }
  }
}
