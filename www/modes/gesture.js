// One gesture, one meaning: the second click of a double click that has opened or closed the panel was not meant for what has
// come up at its place.

import { isOneGesture } from '../double_click.js';

/**
 * Has clicks on `host` do nothing that belong to the gesture that opened or closed its panel, until `signal`. Answers `changed`,
 * which is to be called when the panel opens or closes, and `isRest`, which says whether a press belongs to that gesture.
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 */
export const endGestures = (host, signal) => {
  /**
   * The last press of a pointer, and the one that has opened or closed the panel.
   * @type {MouseEvent | undefined}
   */
  let last;
  /** @type {MouseEvent | undefined} */
  let change;
  const isRest = (/** @type {MouseEvent} */ event) => change !== undefined && isOneGesture(change, event);
  const heard = (/** @type {MouseEvent} */ event) => {
    const isKey = event.type === 'click' && event.detail === 0;
    if (event.type === 'click' && !isKey && isRest(event) && event.composedPath().includes(host)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (!isKey) {
      last = event;
    }
  };
  // On the window, as a link or a button of the page may have been what was clicked first. A press on the backdrop closes a
  // dialog before its click comes.
  addEventListener('pointerup', heard, { capture: true, signal });
  addEventListener('click', heard, { capture: true, signal });
  const changed = () => {
    change = last;
  };
  return { changed, isRest };
};
