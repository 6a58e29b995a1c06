// The panel that contains the widget, and the button that opens it. In the mode popup the panel is a native modal
// <dialog>, else a popover, which lies over the page without blocking it.

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
 * An ancestor with a transform, a filter or the like becomes the containing block of fixed elements, and may scroll
 * them away. Once the button is not fully visible it moves to the top layer, but not earlier, because there it also
 * covers the page's dialogs.
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

/** Height of an on-screen keyboard at the lower edge of the window, in CSS pixels; pinch zoom does not count. */
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
 * @property {import('../types').Widget} widget
 * @property {() => void} start
 */

export class Panel {
  #root;
  #widget;
  #start;
  #isModal;
  /** State of the gesture that has opened or closed the panel. */
  #gesture;
  /** @type {HTMLButtonElement | undefined} */
  #launcher;
  /**
   * A `<dialog>` where it is modal, else a `<div>`, which has no `showModal` and no `close`.
   * @type {HTMLDialogElement}
   */
  #panel;
  /**
   * The element that had the focus before, and gets it back.
   * @type {HTMLElement | null | undefined}
   */
  #from;
  /**
   * Removes the listeners that are active while the panel is open.
   * @type {AbortController | undefined}
   */
  #opened;

  /** @param {PanelParts} parts */
  constructor({ mode, lang, settings, host, signal, root, widget, start }) {
    this.#root = root;
    this.#widget = widget;
    this.#start = start;
    this.#isModal = mode === 'popup';
    this.#gesture = endGestures(host, signal);
    const body = el('div', { class: 'panel-body' }, widget.view());
    const close = el('button', { type: 'button', part: 'close', class: 'panel-close', 'aria-label': settings.close }, '×');
    const head = el('div', { class: 'panel-head' }, el('p', { id }, settings.title), close);
    // A popover is above everything that the page puts over its content, and independent of the element's containing
    // block. A <dialog> as a popover would take the focus from a visitor who did not ask for it.
    const kind = this.#isModal ? { closedby: 'any' } : { role: 'dialog', popover: 'manual' };
    const attributes = { part: 'panel', class: `panel ${mode}`, lang, tabindex: '-1', 'aria-labelledby': id, ...kind };
    this.#panel = /** @type {HTMLDialogElement} */ (el(this.#isModal ? 'dialog' : 'div', attributes, head, body));
    close.addEventListener('click', () => this.close());
    // After Escape. By now the page may have opened it again.
    this.#panel.addEventListener('close', () => this.#panel.open || this.#hasClosed());
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
      // The rest of the gesture that has opened it does not close it, even if it hits the backdrop.
      const beside = (/** @type {PointerEvent} */ event) => this.#panel.setAttribute('closedby', this.#gesture.isRest(event) ? 'closerequest' : 'any');
      addEventListener('pointerdown', beside, { capture: true, signal });
    }
  }

  /**
   * Opens it, and reports the opener to the page; `from` gets the focus back. A visitor who did not ask for a panel
   * keeps the focus.
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
    this.#widget.events.emit('open', { by });
  }

  /** Closes it; the answers stay. */
  close() {
    if (!this.#opened) {
      return;
    }
    const hadFocus = this.#isModal || this.#panel.contains(this.#root.activeElement);
    if (this.#isModal) {
      this.#panel.close();
    } else {
      this.#panel.hidePopover?.();
      this.#panel.removeAttribute('open');
    }
    this.#hasClosed(hadFocus);
  }

  /** Removes it, and moves the view back. */
  remove() {
    this.#unlockScroll();
    this.#root.append(this.#widget.view());
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
      // Safari before 17, Firefox before 125: the panel stays at the element's own place.
      this.#panel.setAttribute('open', '');
    }
  }

  /**
   * Keeps the whole panel above an on-screen keyboard.
   * @param {AbortSignal} signal
   */
  #fit(signal) {
    const fit = () => this.#panel.style.setProperty('--keyboard', `${keyboard()}px`);
    window.visualViewport?.addEventListener('resize', fit, { signal });
    fit();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // A modal dialog handles this by itself. Escape also ends the composition of Japanese text.
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
    this.#widget.events.emit('close');
  }
}
