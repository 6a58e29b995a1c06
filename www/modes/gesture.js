// Ignores the second click of a double click that has opened or closed the panel: the user did not mean what has
// appeared there.

import { isOneGesture } from '../double_click.js';

/**
 * Ignores clicks on `host` that belong to the gesture that opened or closed its panel, until `signal`. Returns
 * `changed`, to be called when the panel opens or closes, and `isRest`, which tells whether a press belongs to that
 * gesture.
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
  const onPress = (/** @type {MouseEvent} */ event) => {
    const isKey = event.type === 'click' && event.detail === 0;
    if (event.type === 'click' && !isKey && isRest(event) && event.composedPath().includes(host)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (!isKey) {
      last = event;
    }
  };
  // The listener is on the window, because the first click may have been on a link or button of the page. A press on
  // the backdrop closes a dialog before its click arrives.
  addEventListener('pointerup', onPress, { capture: true, signal });
  addEventListener('click', onPress, { capture: true, signal });
  const changed = () => {
    change = last;
  };
  return { changed, isRest };
};
