/**
 * Gives the focus to an element, if there is one. Not later than the view is shown: what takes the focus is scrolled to, also
 * out from under a sticky header (www/guard.js), and that has to be done when the view is painted.
 * @param {Element | null | undefined} element
 */
export const focusOn = (element) => {
  // Firefox gives the focus to nothing that it has not laid out yet.
  element?.getClientRects();
  /** @type {HTMLElement | null | undefined} */ (element)?.focus();
};
