// Opens the panel automatically: after a delay, or when the mouse leaves the page. It never opens twice on a page, for
// a visitor who has closed it recently, or while somebody types.

const day = 864e5;

/** Fallback if storage is blocked: for each name, the time at which it was closed. */
/** @type {Map<string, number>} */
const closed = new Map();

/**
 * @param {string} name
 * @param {number} days
 */
const wasClosed = (name, days) => {
  /** @type {number | string | null | undefined} */
  let closedAt = closed.get(name);
  try {
    closedAt ??= localStorage.getItem(name);
  } catch {
    // Only this page's own memory is available then.
  }
  return closedAt !== undefined && closedAt !== null && Date.now() - Number(closedAt) < days * day;
};

/** @param {string} name */
const noteClosed = (name) => {
  closed.set(name, Date.now());
  try {
    localStorage.setItem(name, String(Date.now()));
  } catch {
    // The memory of the page is used instead.
  }
};

const isTyping = () => {
  let { activeElement: element } = document;
  // Even inside a shadow root of the page's own.
  while (element?.shadowRoot?.activeElement) {
    element = element.shadowRoot.activeElement;
  }
  return Boolean(/** @type {HTMLElement | null} */ (element)?.isContentEditable || element?.matches('input, textarea, select, iframe'));
};

/**
 * Calls `open(by)` automatically as the settings say. Only closing is stored, and only where it can open automatically.
 * @param {HTMLElement} host
 * @param {Pick<import('../types').OpenSettings, 'delay' | 'exit' | 'again'>} settings
 * @param {AbortSignal} signal
 * @param {(by: 'delay' | 'exit') => void} open
 */
export const autoOpen = (host, { delay, exit, again }, signal, open) => {
  const name = `shindan:closed${host.id && `#${host.id}`}`;
  if ((delay === undefined && !exit) || wasClosed(name, again)) {
    return;
  }
  const over = new AbortController();
  const listening = { signal: over.signal };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** Milliseconds until it opens; counted only while the page is visible. */
  let left = (delay ?? 0) * 1000;
  /** @type {number | undefined} */
  let since;
  signal.addEventListener('abort', () => over.abort(), listening);
  listening.signal.addEventListener('abort', () => clearTimeout(timer));
  host.addEventListener('shindan:open', ({ target }) => target === host && over.abort(), listening);
  host.addEventListener('shindan:close', ({ target }) => target === host && noteClosed(name), { signal });
  const goOn = () => {
    clearTimeout(timer);
    if (since !== undefined) {
      left = Math.max(0, left - Math.max(0, Date.now() - since));
      since = undefined;
    }
    if (document.visibilityState === 'visible') {
      since = Date.now();
      timer = setTimeout(due, left);
    }
  };
  const due = () => {
    since = undefined;
    if (isTyping()) {
      left = 1000;
      goOn();
    } else {
      open('delay');
    }
  };
  if (delay !== undefined) {
    document.addEventListener('visibilitychange', goOn, listening);
    goOn();
  }
  if (exit) {
    /** @param {PointerEvent} event */
    const leaves = ({ clientY, relatedTarget, pointerType }) => pointerType === 'mouse' && !relatedTarget && clientY <= 0;
    document.addEventListener('pointerout', (event) => leaves(event) && !isTyping() && open('exit'), listening);
  }
};
