// One gesture, one meaning: a double click does not answer two questions.

/** Clicks within so many milliseconds, and so many pixels, are one gesture, as a double click is. */
const gesture = { time: 400, distance: 24 };

/**
 * Whether `event` belongs to the gesture that `first` began.
 * @param {Pick<MouseEvent, 'clientX' | 'clientY' | 'timeStamp'>} first
 * @param {MouseEvent} event
 */
export const isOneGesture = (first, { clientX, clientY, timeStamp }) =>
  timeStamp - first.timeStamp < gesture.time && Math.hypot(clientX - first.clientX, clientY - first.clientY) < gesture.distance;

/**
 * Has only the first click of a gesture count where it has changed the view: the second was not meant for what has come up
 * at its place. Nobody else on `root` or below it hears of the second, neither the stepper nor the wasm.
 * @param {ShadowRoot} root
 */
export const ignoreDoubleClicks = (root) => {
  /** @type {{ clientX: number, clientY: number, timeStamp: number, target: Element, question?: string } | undefined} */
  let first;
  const heard = (/** @type {MouseEvent} */ event) => {
    const { clientX, clientY, timeStamp } = event;
    const target = /** @type {Element} */ (event.target);
    const next = { clientX, clientY, timeStamp, target, question: root.querySelector('fieldset')?.dataset.question };
    // Key presses click too, with detail 0.
    if (first && isOneGesture(first, event) && event.detail > 0 && !(first.target.isConnected && first.question === next.question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.detail > 0) {
      first = next;
    }
  };
  root.addEventListener('click', (event) => heard(/** @type {MouseEvent} */ (event)), true);
};
