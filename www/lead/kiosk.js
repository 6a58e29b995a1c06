// A tablet at a stand: when nobody has touched it for a while, the widget goes back to the start and forgets the visitor.
// Leads that were handed over stay in the outbox.

import { writeDraft } from './draft.js';

/** Has the widget in `root` start anew when it was touched, and then not for so many seconds; `lock` undoes `unlock`. */
export const watch = (root, port, lock, seconds) => {
  let timer;
  const restart = () => {
    writeDraft(port);
    lock();
    port.entry('localStorage', '');
    port.save('');
    port.again();
  };
  const touched = () => {
    clearTimeout(timer);
    timer = setTimeout(restart, seconds * 1000);
  };
  for (const type of ['pointerdown', 'keydown', 'input']) {
    root.addEventListener(type, touched);
  }
};
