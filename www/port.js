// One widget's services: its session, its events, its focus. The stepper uses them before the wasm is there, and the
// wasm (src/browser/port.rs) afterwards. No method throws.

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

/** Reads, writes or (with an empty text) removes an entry; nothing where storage is blocked or full. */
const entry = (kind, key, text) => {
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
};

export class Port {
  #host;
  /** What tells this widget's entries from those of another on the page: its id, else its place. */
  #slot;
  #run;
  /** How far the page was scrolled for a link; whoever scrolls on is left alone. */
  #led;

  /** `view` answers the element that is shown, `shown` is called when the wasm has rendered another. */
  constructor(host, view, shown) {
    this.#host = host;
    this.#slot = prefix + location.pathname + '#' + (host.id || widgets(host).indexOf(host));
    this.view = view;
    this.shown = shown;
    this.#run = entry('sessionStorage', this.#slot) ?? '';
    this.follow();
  }

  /** Takes up the link in the page's address, unless that was done before; answers whether there was one. */
  follow() {
    const link = linked();
    const key = this.#slot + '#link';
    if (!link || widgets(this.#host)[0] !== this.#host || entry('sessionStorage', key) === link) {
      return false;
    }
    entry('sessionStorage', key, link);
    // Kept at once: a reload before the wasm has come, or before the first answer, takes it up again.
    this.save(link);
    this.#lead();
    return true;
  }

  /** Who opens a link is looking for what it holds, and not for the top of the page. */
  #lead() {
    this.#host.scrollIntoView();
    this.#led = scrollY;
  }

  /** Leads there once more when the result stands, for which there may have been no room before. */
  leadOn() {
    if (this.#led === scrollY) {
      this.#lead();
    }
    this.#led = undefined;
  }

  /** The run so far, in the text form of src/app/model.rs. */
  get run() {
    return this.#run;
  }

  /** The same with the result that is kept on the device, if any, which only the wasm needs: looking costs time. */
  load() {
    const kept = entry('localStorage', this.#slot);
    const earlier = /(^|&)\.(earlier|open|shown)=/.test(this.#run) ? '' : '&.earlier=' + kept;
    return kept ? '.kept=1&' + this.#run + earlier : this.#run;
  }

  /** Keeps the run for this tab; where storage is blocked, for the life of the element. */
  save(run) {
    this.#run = run;
    entry('sessionStorage', this.#slot, run);
  }

  /** Keeps a result on the device; an empty text forgets it. Answers whether that could be done. */
  keep(code) {
    return entry('localStorage', this.#slot, code) === true;
  }

  /** A day, counted from 1970-01-01, in the words of the widget's language. */
  date(day) {
    return new Date(day * 864e5).toLocaleDateString(this.view().lang, { dateStyle: 'long', timeZone: 'UTC' });
  }

  /** Whether the widget's language speaks of so many as of one. */
  is_one(n) {
    return new Intl.PluralRules(this.view().lang).select(n) === 'one';
  }

  focus(selector) {
    this.view().querySelector(selector)?.focus();
  }

  ready() {
    this.#emit('ready', {});
  }

  start() {
    this.#emit('start', {});
  }

  answer(question, index, total) {
    this.#emit('answer', { question, index, total });
  }

  complete(pack, version, content_hash, score, level, caps) {
    this.#emit('complete', { pack, version, content_hash, score, level, caps: JSON.parse(caps) });
  }

  cta() {
    this.#emit('cta', {});
  }

  /** Tells the site owner, in console and event, what is wrong and how to mend it. */
  error(code, help) {
    console.error(`<shindan-widget> ${code}: ${help}`);
    this.#emit('error', { code, help });
  }

  #emit(name, detail) {
    const type = prefix + name;
    try {
      this.#host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
      if (this.#host.hasAttribute('data-layer')) {
        (window.dataLayer ??= []).push({ event: type, ...detail });
      }
    } catch (error) {
      console.error(error);
    }
  }
}
