// One gesture, one meaning: a double click does not answer two questions.

/** Clicks within so many milliseconds, and so many pixels, are one gesture, as a double click is. */
const gesture = { time: 400, distance: 24 };

/** What a click at `target` is meant for. */
const controlOf = (target) => target.closest('label')?.control ?? target.closest('button, a, summary, input, select, textarea');

/**
 * Has only the first click of a gesture count where it has changed the view: the second was not meant for what has come up
 * at its place. Nobody else on `root` or below it hears of the second, neither the stepper nor the wasm.
 */
export const ignoreDoubleClicks = (root) => {
  let first;
  const heard = (event) => {
    const { clientX: x, clientY: y, timeStamp: time, target } = event;
    const next = { x, y, time, target, control: controlOf(target), question: root.querySelector('fieldset')?.dataset.question };
    const isOne = first && time - first.time < gesture.time && Math.hypot(x - first.x, y - first.y) < gesture.distance;
    // Key presses click too, with detail 0.
    if (isOne && event.detail > 0 && !(first.target.isConnected && first.question === next.question && first.control === next.control)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.detail > 0) {
      first = next;
    }
  };
  root.addEventListener('click', heard, true);
};
