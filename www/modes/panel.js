// The panel that the widget is shown in, and the button that opens it. For the mode popup the panel is a native modal
// <dialog>, else a popover, which lies over the page and leaves it alone.

import { el } from './dom.js';
import { endGestures } from './gesture.js';
import { lockScroll, unlockScroll } from './page.js';

const id = 'shindan-title';

/**
 * @param {string} mode
 * @param {string} text
 * @returns {HTMLButtonElement}
 */
const makeLauncher = (mode, text) =>
  el('button', { type: 'button', part: 'open', class: `launcher ${mode}`, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' }, el('span', {}, text));

/**
 * An ancestor with a transform, a filter or the like holds what is fixed in its own place, and may scroll it away. Once the
 * button cannot be seen whole it goes over the page, where nothing holds it: not at once, as there it lies over the page's
 * dialogs too.
 */
const keepInWindow = (/** @type {HTMLElement} */ launcher) => {
  const observer = new IntersectionObserver(
    ([{ intersectionRatio }]) => {
      if (intersectionRatio < 1 && launcher.showPopover && launcher.isConnected) {
        observer.disconnect();
        launcher.popover = 'manual';
        launcher.showPopover();
        // WebKit leaves the box where it was until it is made anew.
        launcher.style.display = 'none';
        launcher.getBoundingClientRect();
        launcher.style.display = '';
      }
    },
    { threshold: 1 },
  );
  observer.observe(launcher);
};

/** How much of the window a keyboard on the screen takes from below, in CSS pixels; pinching takes nothing. */
const keyboard = () => {
  const { height, scale } = window.visualViewport ?? { height: innerHeight, scale: 1 };
  return Math.max(0, Math.round(innerHeight - height * scale));
};

/**
 * @typedef {object} PanelParts
 * @property {string} mode
 * @property {string} lang
 * @property {import('../types').OpenSettings} settings
 * @property {HTMLElement} host
 * @property {AbortSignal} signal
 * @property {ShadowRoot} root
 * @property {import('../port.js').Port} port
 * @property {() => void} start
 */

export class Panel {
  #root;
  #port;
  #start;
  #isModal;
  /** What is known of the gesture that has opened or closed it. */
  #gesture;
  /** @type {HTMLButtonElement | undefined} */
  #launcher;
  /**
   * A `<dialog>` where it is modal, else a `<div>`, which has no `showModal` and no `close`.
   * @type {HTMLDialogElement}
   */
  #panel;
  /**
   * What had the focus before, and gets it back.
   * @type {HTMLElement | null | undefined}
   */
  #from;
  /**
   * Ends what is listened to while it is open.
   * @type {AbortController | undefined}
   */
  #opened;

  /** @param {PanelParts} parts */
  constructor({ mode, lang, settings, host, signal, root, port, start }) {
    this.#root = root;
    this.#port = port;
    this.#start = start;
    this.#isModal = mode === 'popup';
    this.#gesture = endGestures(host, signal);
    const body = el('div', { class: 'panel-body' }, port.view());
    const close = el('button', { type: 'button', part: 'close', class: 'panel-close', 'aria-label': settings.close }, '×');
    const head = el('div', { class: 'panel-head' }, el('p', { id }, settings.title), close);
    // A popover is over whatever the page puts above its content, and free of what holds the element's own place. A <dialog>
    // that is one would take the focus from who has not asked for it.
    const kind = this.#isModal ? { closedby: 'any' } : { role: 'dialog', popover: 'manual' };
    const attributes = { part: 'panel', class: `panel ${mode}`, lang, tabindex: '-1', 'aria-labelledby': id, ...kind };
    this.#panel = /** @type {HTMLDialogElement} */ (el(this.#isModal ? 'dialog' : 'div', attributes, head, body));
    close.addEventListener('click', () => this.close());
    this.#panel.addEventListener('close', () => this.#hasClosed());
    this.#panel.addEventListener('keydown', (event) => this.#key(event));
    if (settings.button) {
      this.#launcher = makeLauncher(mode, settings.button);
      this.#launcher.lang = lang;
      this.#launcher.addEventListener('click', () => this.open('button', this.#launcher));
      root.append(this.#launcher);
      if (!this.#isModal) {
        keepInWindow(this.#launcher);
      }
    }
    root.append(this.#panel);
    if (this.#isModal) {
      // The rest of the gesture that has opened it does not close it, where it comes upon the backdrop.
      const beside = (/** @type {PointerEvent} */ event) => this.#panel.setAttribute('closedby', this.#gesture.isRest(event) ? 'closerequest' : 'any');
      addEventListener('pointerdown', beside, { capture: true, signal });
    }
  }

  /**
   * Opens it, and tells the page what by; `from` gets the focus back. Who has not asked for a panel keeps the focus.
   * @param {import('../types').Opener} by
   * @param {HTMLElement} [from]
   */
  open(by, from) {
    if (this.#opened || !this.#panel.isConnected) {
      return;
    }
    this.#gesture.changed();
    this.#opened = new AbortController();
    this.#from = from ?? /** @type {HTMLElement | null} */ (this.#root.activeElement ?? document.activeElement);
    this.#show();
    this.#fit(this.#opened.signal);
    this.#launcher?.setAttribute('aria-expanded', 'true');
    this.#start();
    if (this.#isModal || !['delay', 'exit'].includes(by)) {
      this.#panel.focus();
    }
    this.#port.emit('open', { by });
  }

  /** Closes it; what was answered stays. */
  close() {
    if (!this.#opened) {
      return;
    }
    if (this.#isModal) {
      // The rest is done when it says so, as after Escape.
      this.#panel.close();
      return;
    }
    const hadFocus = this.#panel.contains(this.#root.activeElement);
    this.#panel.hidePopover?.();
    this.#panel.removeAttribute('open');
    this.#hasClosed(hadFocus);
  }

  /** Takes it away, and puts the view back where it was. */
  remove() {
    this.#unlockScroll();
    this.#root.append(this.#port.view());
    this.#panel.remove();
    this.#launcher?.remove();
  }

  #show() {
    if (this.#isModal) {
      lockScroll();
      this.#panel.showModal();
    } else if (this.#panel.showPopover) {
      this.#panel.showPopover();
    } else {
      // Safari before 17, Firefox before 125: in the element's own place.
      this.#panel.setAttribute('open', '');
    }
  }

  /**
   * Keeps all of it above a keyboard on the screen.
   * @param {AbortSignal} signal
   */
  #fit(signal) {
    const fit = () => this.#panel.style.setProperty('--keyboard', `${keyboard()}px`);
    window.visualViewport?.addEventListener('resize', fit, { signal });
    fit();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // A modal one does that by itself. Escape also ends the composing of Japanese letters.
    if (event.key === 'Escape' && !event.isComposing && !this.#isModal) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  #unlockScroll() {
    if (this.#opened && this.#isModal) {
      unlockScroll();
    }
    this.#opened?.abort();
    this.#opened = undefined;
  }

  #hasClosed(hadFocus = true) {
    if (!this.#opened) {
      return;
    }
    this.#gesture.changed();
    this.#unlockScroll();
    this.#launcher?.setAttribute('aria-expanded', 'false');
    if (hadFocus) {
      const isThere = this.#from?.isConnected && this.#from !== document.body;
      (isThere ? this.#from : this.#launcher)?.focus({ preventScroll: true });
    }
    this.#from = undefined;
    this.#port.emit('close');
  }
}
