// Put into every page before its own scripts: a clock that a test moves. Timers of a second and more wait for it, so that
// nobody waits for them; the shorter ones, and all else, run as ever. Waits of random length are as long as they may be.
(() => {
  const key = 'test:clock';
  /** How long WebKit's driver lets a script run, by a timer of the page (tests/e2e/src/browser.rs). */
  const ofDriver = 31557;
  const { setTimeout, clearTimeout } = window;
  const now = Date.now.bind(Date);
  /** How far the clock is ahead, in milliseconds; it outlives a reload, as a clock does. */
  let ahead = 0;
  try {
    ahead = Number(localStorage.getItem(key));
  } catch {
    // Storage is blocked: the clock begins anew with each page.
  }
  const keep = () => {
    try {
      localStorage.setItem(key, ahead);
    } catch {
      // As above.
    }
  };
  Date.now = () => now() + ahead;
  Math.random = () => 0.999;

  /** Time that has passed for timers, which no setting of the clock changes. */
  let passed = 0;
  let last = 1e9;
  const waiting = new Map();
  window.setTimeout = (work, time = 0, ...rest) => {
    if (!(time >= 1000) || time === ofDriver) {
      return setTimeout(work, time, ...rest);
    }
    waiting.set((last += 1), { at: passed + time, work: () => work(...rest) });
    return last;
  };
  window.clearTimeout = (timer) => waiting.delete(timer) || clearTimeout(timer);

  window.__clock = {
    /** Whether something is to be done when so many milliseconds have passed. */
    isAwaited: (time) => [...waiting.values()].some(({ at }) => at <= passed + time),
    /** Lets so many milliseconds pass at once. */
    advance(time) {
      passed += time;
      ahead += time;
      keep();
      for (const [timer, { at, work }] of [...waiting]) {
        if (at <= passed && waiting.delete(timer)) {
          work();
        }
      }
    },
    /** Sets the clock; no time passes. */
    set(change) {
      ahead += change;
      keep();
    },
  };
})();
