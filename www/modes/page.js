// Holds the page still while a dialog is open over it.

/** How many dialogs hold it, and what lets go. */
let holders = 0;
/** @type {(() => void) | undefined} */
let release;

/**
 * Gives a style to an element of the page; answers what takes it back.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string} value
 */
const put = (element, name, value) => {
  const { style } = element;
  /** @type {[string, string]} */
  const before = [style.getPropertyValue(name), style.getPropertyPriority(name)];
  style.setProperty(name, value, 'important');
  return () => {
    style.setProperty(name, ...before);
    if (element.getAttribute('style') === '') {
      element.removeAttribute('style');
    }
  };
};

const hold = () => {
  const { documentElement: html, body } = document;
  const { overflowX, overflowY } = getComputedStyle(html);
  // What is said of the body holds for the window, unless something is said of the root.
  const scroller = overflowX === 'visible' && overflowY === 'visible' ? body : html;
  const undo = ['overflow-x', 'overflow-y'].map((name) => put(scroller, name, 'hidden'));
  // What the scroll bar took stays taken, or the page would move.
  if (innerWidth > html.clientWidth) {
    undo.push(put(html, 'scrollbar-gutter', 'stable'));
  }
  return () => undo.forEach((back) => back());
};

/** Keeps the page from scrolling, and from moving, until `unlockScroll`. */
export const lockScroll = () => {
  holders += 1;
  release ??= hold();
};

/** Lets the page scroll again, once nobody holds it any more. */
export const unlockScroll = () => {
  holders -= 1;
  if (holders === 0) {
    release?.();
    release = undefined;
  }
};
