// Reports to the owner where the widget's colours cannot be distinguished, whoever set them. Loaded when the browser has time, and only
// where somebody has set a colour.

/* global CONTRAST_PAIRS */
import { warn } from './warn.js';

/** @typedef {[red: number, green: number, blue: number, opacity: number]} Colour Parts from 0 to 1. */

/** Warnings that any widget of the page has reported. */
const reported = new Set();

/**
 * What is seen where the first colour lies on the opaque second one.
 * @param {Colour} front
 * @param {Colour} back
 * @returns {Colour}
 */
const over = ([r, g, b, a], [s, h, c]) => [r * a + s * (1 - a), g * a + h * (1 - a), b * a + c * (1 - a), 1];

/**
 * Relative luminance of an opaque colour, 0 to 1.
 * @param {Colour} colour
 */
const luminance = (colour) => {
  const [r, g, b] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/**
 * The contrast of two opaque colours, 1 to 21.
 * @param {Colour} one
 * @param {Colour} other
 */
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/**
 * What any colour comes to on `probe`.
 * @param {HTMLElement} probe
 * @param {string} colour
 * @returns {Colour}
 */
const computed = (probe, colour) => {
  // What is mixed is written alike for every kind of colour: `color(srgb 0 0.5 1 / 0.5)`.
  probe.style.color = `color-mix(in srgb, ${colour}, ${colour})`;
  const parts = getComputedStyle(probe).color.replaceAll('none', '0').match(/-?\d[\d.]*(e[-+]?\d+)?/gi) ?? [];
  const [r, g, b, a = 1] = parts.map((part) => Math.min(Math.max(Number(part), 0), 1));
  return [r, g, b, a];
};

/**
 * What is behind the element: the colours of those around it, down to the page's canvas.
 * @param {HTMLElement} host
 * @param {HTMLElement} probe
 */
const behind = (host, probe) => {
  const layers = [];
  /** @type {Element | null} */
  let around = host;
  while (around) {
    layers.unshift(computed(probe, getComputedStyle(around).backgroundColor));
    around = around.parentElement ?? /** @type {ShadowRoot} */ (around.getRootNode()).host;
  }
  return layers.reduce((back, front) => over(front, back), computed(probe, 'Canvas'));
};

/**
 * The pairs of the linter whose colours cannot be distinguished on `probe`, as sentences.
 * @param {HTMLElement} host
 * @param {HTMLElement} probe
 */
const faults = (host, probe) => {
  const ground = behind(host, probe);
  const seen = (/** @type {string} */ name, /** @type {Colour} */ back) => over(computed(probe, `var(${name})`), back);
  return CONTRAST_PAIRS.flatMap(([front, back, minRatio, what]) => {
    const ratio = contrast(seen(front, seen(back, ground)), seen(back, ground));
    // Cut, not rounded: 4.499 is below 4.5, and must not read as 4.5.
    return ratio < minRatio ? [`${what} has a contrast of ${Math.floor(ratio * 100) / 100} and needs ${minRatio}`] : [];
  });
};

/**
 * The schemes that the page has.
 * @param {HTMLElement} host
 */
const schemesOf = (host) => {
  const { colorScheme } = getComputedStyle(host);
  const meta = document.querySelector('meta[name="color-scheme"]')?.getAttribute('content');
  const schemes = ((colorScheme === 'normal' && meta) || colorScheme).match(/\b(light|dark)\b/g);
  return schemes ?? ['light'];
};

/**
 * Checks a widget, and warns where something cannot be distinguished. Where the page itself sets colours (`isByPage`), it may
 * set others for another scheme, so only what is shown now is judged; else every scheme of the page.
 * @param {import('./types').MountContext} context
 * @param {boolean} isByPage
 */
export const checkContrasts = ({ host, root, newView }, isByPage) => {
  if (matchMedia('(forced-colors: active)').matches) {
    return; // The visitor has chosen every colour.
  }
  const probe = newView('');
  probe.hidden = true;
  probe.style.transition = 'none';
  root.append(probe);
  const isDark = luminance(computed(probe, 'CanvasText')) > 0.5;
  for (const scheme of isByPage ? [isDark ? 'dark' : 'light'] : schemesOf(host)) {
    probe.style.colorScheme = isByPage ? '' : scheme;
    const found = faults(host, probe).join(', ');
    const warning = `theme: ${found} (${scheme} scheme): choose colours further apart, for each scheme by light-dark(LIGHT, DARK)`;
    if (found && !reported.has(warning)) {
      reported.add(warning);
      warn(warning);
    }
  }
  probe.remove();
};
