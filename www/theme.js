// The owner's theme, loaded where there is one: applies the theme of the configuration to a widget, and tells the owner where
// colours cannot be told apart, whoever set them.

import { whenIdle } from './idle.js';
import { look } from './theme/contrast.js';
import { readTheme } from './theme/values.js';

/** By shadow root: the rule that holds what the configuration says. */
const rules = new WeakMap();

/** An empty stylesheet of `root`, also in Safari before 16.4. */
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

/** On the host, where a rule of the page for the element goes before it, and it goes before what the element inherits. */
const ruleOf = (root) => {
  if (!rules.has(root)) {
    const sheet = newSheet(root);
    sheet.insertRule(':host {}');
    rules.set(root, sheet.cssRules[0]);
  }
  return rules.get(root);
};

/**
 * Applies `config.theme` to the widget of `stage`. `isSet()` tells whether the element has a colour of its own by now;
 * `known` and `warn` are the runtime's.
 */
export const applyTheme = (stage, { isSet, known, warn }) => {
  const { root, config, isOpen } = stage;
  const { style } = ruleOf(root);
  // An earlier life of the element may have had another theme.
  style.cssText = '';
  const isByPage = isSet();
  for (const [property, value] of readTheme(config?.theme, known, warn)) {
    style.setProperty(property, value);
  }
  const judge = () => isOpen() && look(stage, isByPage, warn);
  whenIdle(judge);
};
