// Puts the owner's theme on: the button that opens a panel and the stepper have it before there is a wasm, which reports later
// what of it is no value (src/browser/configuration.rs).

/** By key of the configuration, the property of CSS that takes such a value. */
const kinds = {
  accent: 'color',
  on_accent: 'color',
  surface: 'color',
  text: 'color',
  radius: 'padding-left',
  font: 'font-family',
};

/** What is only known where it is used (`var()` and its like), and what is not written as it reads. */
const unknowable = /--|\\|\b(var|env|attr|if|inherit)\(/i;

const { style: probe } = document.createElement('i');

/**
 * The first value of `light-dark(…)` in a browser that does not support it; any other text unchanged.
 * @param {string} text
 */
const inThisBrowser = (text) => {
  const [, light] = (!CSS.supports('color', 'light-dark(red, red)') && /^\s*light-dark\(((?:[^(),]|\([^()]*\))+)/i.exec(text)) || [];
  return light ?? text;
};

/**
 * `value` as the browser writes it, so that nothing of it reaches beyond its property; nothing, if that does not take it.
 * @param {string} property
 * @param {unknown} value
 */
const asWritten = (property, value) => {
  probe.cssText = '';
  if (typeof value === 'string' && !unknowable.test(value)) {
    probe.setProperty(property, inThisBrowser(value));
  }
  return probe.getPropertyValue(property);
};

/**
 * A stylesheet of `root`, also in Safari before 16.4, where a policy may forbid it.
 * @param {ShadowRoot} root
 */
const newSheet = (root) => {
  try {
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    const style = document.createElement('style');
    root.prepend(style);
    return style.sheet;
  }
};

/**
 * A rule on the host, where a rule of the page for the element goes before it, and it goes before what the element inherits.
 * @param {ShadowRoot} root
 */
const newRule = (root) => {
  const sheet = newSheet(root);
  sheet?.insertRule(':host {}');
  const rule = /** @type {CSSStyleRule | undefined} */ (sheet?.cssRules[0]);
  return rule?.style ?? document.createElement('i').style;
};

const nameOf = (/** @type {string} */ key) => `--shindan-${key.replace('_', '-')}`;

/**
 * Puts the theme of `config` on the widget in `root`, in the place of an earlier one.
 * @param {ShadowRoot} root
 * @param {import('./types').Widget} widget
 * @param {import('./types').Config} config
 */
export const applyTheme = (root, widget, config) => {
  widget.theme ??= newRule(root);
  widget.theme.cssText = '';
  for (const [key, property] of Object.entries(kinds)) {
    widget.theme.setProperty(nameOf(key), asWritten(property, config?.theme?.[key]));
  }
};

/**
 * Whether a colour of the widget is set, and whether the page has set one of them, in whichever way.
 * @param {import('./types').MountContext} context
 */
export const coloursOf = ({ host, widget }) => {
  const style = getComputedStyle(host);
  const set = ['accent', 'on_accent', 'surface', 'text'].map(nameOf).filter((name) => style.getPropertyValue(name));
  return { isSet: set.length > 0, isByPage: set.some((name) => style.getPropertyValue(name) !== widget.theme?.getPropertyValue(name)) };
};
