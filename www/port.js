// One widget's services: its session, its events, its focus. The stepper uses them before the wasm is there, and the
// wasm (src/browser/port.rs) afterwards. No method throws.

const prefix = 'shindan:';

/** What tells this widget's session from that of another on the page: its id, else its place among the widgets. */
const slotOf = (host) => {
  const all = [...host.getRootNode().querySelectorAll(host.localName)];
  return prefix + location.pathname + '#' + (host.id || all.indexOf(host));
};

export class Port {
  #host;
  #slot;
  #run;

  /** `view` answers the element that is shown, `shown` is called when the wasm has rendered another. */
  constructor(host, view, shown) {
    this.#host = host;
    this.#slot = slotOf(host);
    this.view = view;
    this.shown = shown;
  }

  /** The run so far, in the text form of src/app/model.rs. */
  load() {
    if (this.#run === undefined) {
      try {
        this.#run = sessionStorage.getItem(this.#slot) ?? '';
      } catch {
        this.#run = '';
      }
    }
    return this.#run;
  }

  /** Keeps the run for this tab; where storage is blocked, for the life of the element. */
  save(run) {
    this.#run = run;
    try {
      if (run) {
        sessionStorage.setItem(this.#slot, run);
      } else {
        sessionStorage.removeItem(this.#slot);
      }
    } catch {
      // Blocked or full: the element remembers.
    }
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
