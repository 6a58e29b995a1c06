// Protects the widget from the page's own event handlers, sticky header and base address.

/**
 * Events that pages handle globally: keys, input, mouse, touch, selection, the clipboard. A capturing listener runs
 * before this.
 */
const events = `keydown keyup keypress beforeinput input compositionstart compositionupdate compositionend mousedown mouseup
  touchstart touchend click dblclick auxclick contextmenu selectstart dragstart copy cut paste`.split(/\s+/);

/** Keys that a surrounding dialog needs, to close and to trap the focus. */
const isOfDialogs = (/** @type {Event & { key?: string }} */ { key }) => key === 'Escape' || key === 'Tab';

/**
 * The lower edge of a sticky element at this place of the window; `undefined` if there is none.
 * @param {HTMLElement} host
 * @param {number} x
 * @param {number} y
 */
const coverAt = (host, x, y) => {
  let node = document.elementFromPoint(x, y);
  if (!node || host.contains(node)) {
    return 0;
  }
  for (let inner; (inner = node.shadowRoot?.elementFromPoint(x, y)) && inner !== node; ) {
    node = inner;
  }
  for (; node; node = node.assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host) {
    const { position } = getComputedStyle(node);
    const { bottom, height } = node.getBoundingClientRect();
    if (/^(fixed|sticky)$/.test(position) && height < innerHeight / 2) {
      return bottom;
    }
  }
  return 0;
};

/**
 * Scrolls `element` of the widget `host` out from under a sticky header.
 * @param {HTMLElement} host
 * @param {HTMLElement} element
 */
const uncover = (host, element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const rows = [1, height / 2, height - 1].map((row) => top + row).filter((y) => y >= 0 && y < innerHeight / 2);
  const bottom = Math.max(0, ...rows.map((y) => coverAt(host, left + width / 2, y)));
  if (bottom > top) {
    element.style.scrollMarginTop = `${Math.ceil(bottom) + 8}px`;
    element.scrollIntoView({ block: 'start', behavior: 'instant' });
  }
};

/**
 * Keeps the target of a link in view while the page changes, until the reader scrolls, presses or types (www/links.js);
 * returns a function that checks the position again.
 * @param {import('./types').MountContext} context
 */
const keepInView = ({ host, widget, isOpen }) => {
  const scrollToTarget = () => {
    if (widget.isKeptInView && isOpen()) {
      host.scrollIntoView({ behavior: 'instant' });
      uncover(host, widget.view());
    } else {
      observer.disconnect();
    }
  };
  const observer = new ResizeObserver(scrollToTarget);
  [host, document.body, document.documentElement].forEach((element) => observer.observe(element));
  return scrollToTarget;
};

const guarded = new WeakSet();

/**
 * Guards the widget of `context`; returns a function that scrolls to the target of a link again.
 * @param {import('./types').MountContext} context
 */
export const guard = (context) => {
  const { host, root } = context;
  if (!guarded.has(root)) {
    guarded.add(root);
    // No hotkey and no copy protection of the page receives them.
    for (const type of events) {
      root.addEventListener(type, (event) => isOfDialogs(event) || event.stopPropagation());
    }
    root.addEventListener('focusin', ({ target }) => {
      const uncoverTarget = () => uncover(host, /** @type {HTMLElement} */ (target));
      // By then the browser has scrolled to it; WebKit does so in a task of its own.
      requestAnimationFrame(() => {
        uncoverTarget();
        setTimeout(uncoverTarget);
      });
    });
  }
  return keepInView(context);
};
