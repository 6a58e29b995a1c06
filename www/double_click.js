// One gesture, one meaning: a double click does not answer two questions.

/** Clicks within so many milliseconds, and so many pixels, are one gesture, as a double click is. */
const gesture = { time: 400, distance: 24 };

/**
 * Has only the first click of a gesture count where it has changed the view: the second was not meant for what has come up
 * at its place. Nobody else on `root` or below it hears of the second, neither the stepper nor the wasm.
 * @param {ShadowRoot} root
 */
export const ignoreDoubleClicks = (root) => {
  /** @type {{ x: number, y: number, time: number, target: Element, question?: string } | undefined} */
  let first;
  const heard = (/** @type {MouseEvent} */ event) => {
    const { clientX: x, clientY: y, timeStamp: time } = event;
    const target = /** @type {Element} */ (event.target);
    const next = { x, y, time, target, question: root.querySelector('fieldset')?.dataset.question };
    const isOne = first && time - first.time < gesture.time && Math.hypot(x - first.x, y - first.y) < gesture.distance;
    // Key presses click too, with detail 0.
    if (first && isOne && event.detail > 0 && !(first.target.isConnected && first.question === next.question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.detail > 0) {
      first = next;
    }
  };
  root.addEventListener('click', (event) => heard(/** @type {MouseEvent} */ (event)), true);
};
