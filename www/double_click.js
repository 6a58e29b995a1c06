// Makes a double click count as one click, so that it does not answer two questions.

/** Maximum milliseconds and pixels between clicks of one gesture, such as a double click. */
const maxTime = 400;
const maxDistance = 24;

/**
 * Whether `event` belongs to the gesture that began with `first`.
 * @param {Pick<MouseEvent, 'clientX' | 'clientY' | 'timeStamp'>} first
 * @param {MouseEvent} event
 */
export const isOneGesture = (first, { clientX, clientY, timeStamp }) =>
  timeStamp - first.timeStamp < maxTime && Math.hypot(clientX - first.clientX, clientY - first.clientY) < maxDistance;

/**
 * Ignores every click of a gesture after one that has changed the view: the user did not mean what has appeared there.
 * Neither the stepper nor the wasm receives such a click on `root` or below it.
 * @param {ShadowRoot} root
 */
export const ignoreDoubleClicks = (root) => {
  /** @type {{ event: MouseEvent, target: Element, question?: string } | undefined} */
  let first;
  const onClick = (/** @type {MouseEvent} */ event) => {
    // Key presses also click, with detail 0.
    if (!event.detail) {
      return;
    }
    const target = /** @type {Element} */ (event.target);
    const { question } = root.querySelector('fieldset')?.dataset ?? {};
    if (first && isOneGesture(first.event, event) && !(first.target.isConnected && first.question === question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      first = { event, target, question };
    }
  };
  root.addEventListener('click', /** @type {EventListener} */ (onClick), true);
};
