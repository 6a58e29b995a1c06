// Between the widget and the page around it: what the page's own handlers, header and base would do to it.

/** What a page takes for its own: keys, input, mouse, fingers, selecting, the clipboard. A listener that captures comes before. */
const events = `keydown keyup keypress beforeinput input compositionstart compositionupdate compositionend mousedown mouseup
  touchstart touchend click dblclick auxclick contextmenu selectstart dragstart copy cut paste`.split(/\s+/);

/** Keys that a dialog around the widget needs, to close and to hold the focus. */
const isOfDialogs = (/** @type {Event & { key?: string }} */ { key }) => key === 'Escape' || key === 'Tab';

/** Has what is done in `root` end there: no hotkey and no protection against copying of the page takes it. */
const endEvents = (/** @type {ShadowRoot} */ root) => {
  for (const type of events) {
    root.addEventListener(type, (event) => isOfDialogs(event) || event.stopPropagation());
  }
};

/**
 * Where a thing ends that stays at the top of the window while the page scrolls, and lies there; else nothing.
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
 * Brings `element` of the widget `host` out from under a header that stays at the top of the window.
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
 * Keeps what a link has led to in view, whatever the page does meanwhile, for as long as the reader has not scrolled, pressed
 * or typed (www/port.js); answers what looks once more.
 * @param {import('./types').MountContext} stage
 */
const keepInView = ({ host, port, isOpen }) => {
  const look = () => {
    if (port.led && isOpen()) {
      host.scrollIntoView({ behavior: 'instant' });
      uncover(host, port.view());
    } else {
      observer.disconnect();
    }
  };
  const observer = new ResizeObserver(look);
  [host, document.body, document.documentElement].forEach((element) => observer.observe(element));
  return look;
};

const guarded = new WeakSet();

/**
 * Guards the widget of `stage`; answers what leads once more to what a link has led to.
 * @param {import('./types').MountContext} stage
 */
export const guard = (stage) => {
  const { host, root } = stage;
  if (!guarded.has(root)) {
    guarded.add(root);
    endEvents(root);
    root.addEventListener('focusin', ({ target }) => {
      const look = () => uncover(host, /** @type {HTMLElement} */ (target));
      // By then the browser has scrolled to it; WebKit does so in a task of its own.
      requestAnimationFrame(() => {
        look();
        setTimeout(look);
      });
    });
  }
  return keepInView(stage);
};
