// Scroll lock: keeps the page still while a dialog is open over it.

/** Number of dialogs that hold the lock, and the function that releases it. */
let holders = 0;
/** @type {(() => void) | undefined} */
let release;

/**
 * Sets a style of an element of the page; returns a function that restores it.
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
  // The body's overflow applies to the window, unless the root has its own.
  const scroller = overflowX === 'visible' && overflowY === 'visible' ? body : html;
  const undo = ['overflow-x', 'overflow-y'].map((name) => put(scroller, name, 'hidden'));
  // The space of the scroll bar stays reserved, because the page would move otherwise.
  if (innerWidth > html.clientWidth) {
    undo.push(put(html, 'scrollbar-gutter', 'stable'));
  }
  return () => undo.forEach((back) => back());
};

/** Keeps the page from scrolling and moving until `unlockScroll`. */
export const lockScroll = () => {
  holders += 1;
  release ??= hold();
};

/** Lets the page scroll again once no dialog holds the lock. */
export const unlockScroll = () => {
  holders -= 1;
  if (holders === 0) {
    release?.();
    release = undefined;
  }
};
