// The live widget in a frame. Colours change in place; whatever else changes is given to a new element, which takes the
// old one's place once it shows what the old one showed, so that nothing flickers and the answers stay.

import { pageOf } from '../identity.js';
import { attributesOf, childElement, nested, themeOf } from './snippet.js';

/** The widths that the frame is seen at, in CSS pixels. */
const widths = { phone: 390, desktop: 1280 };

/** The run is kept under this name, whichever element shows it. */
const name = 'preview';

/**
 * Hands the run so far to an element with another address of the same pack (the entries of www/port.js and
 * www/pack.js), or takes it away where `from` is nothing.
 */
const carry = (page, from, to, pack) => {
  try {
    const before = `shindan:${pageOf(page.location)}#${name}`;
    const run = from && sessionStorage.getItem(`${before}.${from}`);
    for (const key of Object.keys(sessionStorage).filter((key) => key.startsWith(before))) {
      sessionStorage.removeItem(key);
    }
    if (run) {
      sessionStorage.setItem(`${before}.${to}`, run);
    }
    if (run && pack) {
      sessionStorage.setItem(`${before}.${to}#version`, `${pack.id} ${pack.version}`);
    }
  } catch {
    // Where storage is blocked the preview begins anew with each change.
  }
};

/** A frame with a widget in it. */
export class Preview {
  #frame;
  #stage;
  #told;
  #shown;
  #coming;
  #blob;
  /** The id of the pack that was shown last. */
  #pack;
  #last;
  #size = 'phone';

  /** `frame` shows www/builder-preview.html; `tell` hears of errors and of links that were not followed. */
  constructor(frame, tell) {
    this.#frame = frame;
    this.#stage = frame.parentElement;
    this.#told = tell;
    new ResizeObserver(() => this.#fit()).observe(this.#stage);
  }

  /** Shows the widget at the width of a `phone` or a `desktop`. */
  resize(size) {
    this.#size = size;
    this.#fit();
  }

  /** Shows it on a `light` or a `dark` page. */
  async paint(scheme) {
    await this.#ready();
    this.#frame.contentDocument.documentElement.className = scheme;
  }

  #fit() {
    const room = this.#stage.getBoundingClientRect();
    const width = widths[this.#size];
    const scale = Math.min(1, room.width / width);
    const { style } = this.#frame;
    style.width = `${width}px`;
    style.height = `${room.height / scale}px`;
    style.transform = `scale(${scale})`;
    style.marginInlineStart = `${Math.max(0, (room.width - width * scale) / 2)}px`;
  }

  /** Shows this state; `pack` is the JSON of its own pack as far as a reader accepts it, or nothing. */
  async show(state, pack) {
    await this.#ready();
    const what = JSON.stringify([attributesOf(state).filter(([key]) => key !== 'style'), nested(state.config), pack]);
    this.#last = [state, pack];
    if (what !== this.#shown) {
      this.#shown = what;
      this.#replace(state, pack);
    }
    this.#colour(state);
  }

  #colour(state) {
    for (const widget of this.#widgets()) {
      widget.removeAttribute('style');
      themeOf(state.config).forEach(([property, value]) => widget.style.setProperty(property, value));
    }
  }

  /** Begins with the first question again. */
  again() {
    this.#pack = undefined;
    if (this.#last) {
      this.#replace(...this.#last);
      this.#colour(this.#last[0]);
    }
  }

  #widgets() {
    return this.#frame.contentDocument.querySelectorAll('shindan-widget');
  }

  /** Resolves when the frame's own document is there, and can show a widget. */
  #ready() {
    this.#coming ??= new Promise((resolve) => {
      const look = () => {
        const page = this.#frame.contentDocument;
        const isThere = page?.querySelector('main') && page.readyState !== 'loading';
        if (isThere) {
          this.#hold(page);
          resolve(this.#frame.contentWindow.customElements.whenDefined('shindan-widget'));
        }
        return isThere;
      };
      if (!look()) {
        this.#frame.addEventListener('load', look);
      }
    });
    return this.#coming;
  }

  /** Nobody leaves the preview by a link. */
  #hold(page) {
    page.addEventListener(
      'click',
      (event) => {
        const link = event.composedPath().find((node) => node.localName === 'a' && node.hasAttribute('href'));
        if (link) {
          event.preventDefault();
          this.#told('noLinks', link.getAttribute('href'));
        }
      },
      true,
    );
    page.addEventListener('shindan:error', ({ detail }) => this.#told('error', `${detail.code}: ${detail.help}`));
  }

  #replace(state, pack) {
    const page = this.#frame.contentDocument;
    const old = this.#blob;
    this.#blob = pack ? URL.createObjectURL(new Blob([JSON.stringify(pack)], { type: 'application/json' })) : '';
    const widget = page.createElement('shindan-widget');
    widget.id = name;
    for (const [key, value] of attributesOf(state)) {
      // An address elsewhere is not asked for: nothing leaves the browser.
      if (!['style', 'pack', 'config', 'id'].includes(key)) {
        widget.setAttribute(key, value === true ? '' : value);
      }
    }
    widget.setAttribute('pack', this.#blob || state.pack.id);
    widget.lang = pack?.lang ?? state.pack.lang;
    const { cta, lead, open } = nested(state.config);
    // A lead that is tried out here goes nowhere, and nobody is at a stand.
    const tried = lead && { ...lead, destinations: undefined, kiosk: undefined };
    widget.append(page.adoptNode(childElement({ cta, lead: tried, open })));
    const [before] = this.#widgets();
    const id = pack?.id ?? state.pack.id;
    carry(page, id === this.#pack ? before?.getAttribute('pack') : undefined, widget.getAttribute('pack'), pack);
    this.#pack = id;
    this.#swap(page.querySelector('main'), widget, () => old && URL.revokeObjectURL(old));
  }

  #swap(main, widget, done) {
    const [first, ...rest] = main.children;
    rest.forEach((waiting) => waiting.remove());
    widget.className = first ? 'waiting' : '';
    widget.inert = Boolean(first);
    const over = new AbortController();
    const show = () => {
      over.abort();
      watch?.disconnect();
      if (widget.isConnected) {
        const { scrollY } = main.ownerDocument.defaultView;
        [...main.children].filter((other) => other !== widget).forEach((other) => other.remove());
        widget.className = '';
        widget.inert = false;
        main.ownerDocument.defaultView.scrollTo(0, scrollY);
        done();
      }
    };
    widget.addEventListener('shindan:error', show, { signal: over.signal });
    main.append(widget);
    const begun = widget.shadowRoot?.querySelector('.widget');
    const watch =
      widget.shadowRoot &&
      new MutationObserver(() => widget.shadowRoot.querySelector('.widget') !== begun && show());
    watch?.observe(widget.shadowRoot, { childList: true });
    if (!watch || !first) {
      show();
    }
  }
}
