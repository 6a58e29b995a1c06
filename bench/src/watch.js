// Runs in every page before its own scripts: notes when a question is painted, taps the first one at once, and times
// real taps. It looks once a frame, the same way in every page. `SELECTORS` is put in by visit.rs.
(() => {
  const { host, attribute, questions } = SELECTORS;
  const [first, second] = questions;
  const watch = { first: null, reacts: null };
  window.__watch = watch;

  const root = () => (host ? document.querySelector(host)?.shadowRoot : document);
  const question = (id) => root()?.querySelector(`[${attribute}="${id}"]`);
  const isShown = (id) => {
    const element = question(id);
    return !!element && element.getClientRects().length > 0 && element.checkVisibility();
  };
  // The second choice of each question leads on to the next one in order.
  const choice = (id) => question(id).querySelectorAll('label')[1];

  // A message sent in a frame's callback arrives after that frame is laid out and painted.
  const whenPainted = (id, then) => {
    const look = () => {
      if (!isShown(id)) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };

  // What a finger makes the browser say, but as soon as there is something to tap; again, where nobody listened yet.
  const tap = (element) => {
    const all = { bubbles: true, composed: true, cancelable: true, detail: 1, view: window };
    const pointer = { ...all, pointerType: 'touch', isPrimary: true };
    element.dispatchEvent(new PointerEvent('pointerdown', pointer));
    element.dispatchEvent(new PointerEvent('pointerup', pointer));
    element.dispatchEvent(new MouseEvent('mousedown', all));
    element.dispatchEvent(new MouseEvent('mouseup', all));
    element.dispatchEvent(new PointerEvent('click', pointer));
  };
  const tapFirst = () => {
    if (watch.reacts === null && isShown(first)) {
      tap(choice(first));
      setTimeout(tapFirst, 100);
    }
  };

  whenPainted(first, (now) => {
    watch.first = now;
    whenPainted(second, (then) => {
      watch.reacts = then;
    });
    tapFirst();
  });

  let taps = 0;
  watch.place = (id) => {
    const label = choice(id);
    // Elsewhere than the last one, or the widget would take it for the second click of one gesture.
    taps += 1;
    label.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = label.getBoundingClientRect();
    return new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve([left + (width * (1 + (taps % 2))) / 3, top + height / 2])));
    });
  };

  // From the finger's lifting to the paint of the next question.
  watch.expect = (id) => {
    watch.tapped = new Promise((resolve) => {
      addEventListener('pointerup', ({ timeStamp }) => whenPainted(id, (now) => resolve(now - timeStamp)), {
        once: true,
        capture: true,
      });
    });
  };

  watch.files = () =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      // What stands behind `#` says what the file has to be.
      ({ name, encodedBodySize, responseEnd }) => ({ name: name.split('#')[0], bytes: encodedBodySize, end: responseEnd }),
    );
})();
