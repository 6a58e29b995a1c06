// Long work in small steps: a bar with words, a way to cancel it, and time for the page in between.

import { el } from '../staff/dom.js';

/** Thrown out of work that was cancelled. */
export class Cancelled extends Error {}

/** How long the page may wait for work to pause, in milliseconds. */
const patience = 30;

const pause = () => new Promise((then) => setTimeout(then));

/**
 * The panel: `{ node, isBusy, run }`. `run(key, total, work)` shows the bar under the words of `key` while `work(step)` runs;
 * `step(done)` says how far it is and is to be awaited. It rejects with `Cancelled` after a press on the button. One at a
 * time: a second run is refused with `undefined`. `busy(isBusy)` hears when it begins and ends.
 */
export const makeWork = (t, say, busy) => {
  const bar = el('progress', { id: 'progress', 'aria-labelledby': 'progress-text' });
  const text = el('span', { id: 'progress-text' });
  const cancel = el('button', { type: 'button', id: 'cancel', onclick: () => (isCancelled = true) }, t('cancel'));
  const node = el('div', { class: 'work', hidden: true }, text, bar, cancel);
  let isCancelled;
  const panel = { node, isBusy: false };

  const setBusy = (isBusy) => {
    panel.isBusy = isBusy;
    busy(isBusy);
  };

  const begin = (key, total) => {
    isCancelled = false;
    setBusy(true);
    bar.max = Math.max(total, 1);
    let last = performance.now();
    const show = (done) => {
      bar.value = done;
      text.textContent = t('progress', { what: t(key), done, total });
    };
    show(0);
    return async (done) => {
      if (performance.now() - last > patience) {
        show(done);
        node.hidden = false;
        await pause();
        last = performance.now();
      }
      if (isCancelled) {
        throw new Cancelled();
      }
    };
  };

  panel.run = async (key, total, work) => {
    if (panel.isBusy) {
      say(t('busy'));
      return undefined;
    }
    try {
      return await work(begin(key, total));
    } finally {
      setBusy(false);
      node.hidden = true;
    }
  };
  return panel;
};
