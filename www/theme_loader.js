// Has www/theme.js see to the owner's theme where there is one. Nobody else downloads it.

/* global THEME_FILE */
import { helpOf } from './load-error.js';
import { loadModule } from './pinned.js';
import { known, warn } from './warn.js';

/**
 * Whether the element has a colour of the owner's: of the page, or of an earlier life.
 * @param {HTMLElement} host
 */
const hasColours = (host) => {
  const style = getComputedStyle(host);
  return ['accent', 'on-accent', 'surface', 'text'].some((name) => style.getPropertyValue(`--shindan-${name}`));
};

/**
 * Resolves when the widget of `stage` wears what its configuration says; where it cannot, the owner is told.
 * @param {import('./types').MountContext} stage
 */
export const loadTheme = async (stage) => {
  const { host, config, isOpen } = stage;
  const isSet = () => hasColours(host);
  if (config?.theme || isSet()) {
    try {
      const { applyTheme } = await loadModule(THEME_FILE, 'theme');
      if (isOpen()) {
        applyTheme(stage, { isSet, known, warn });
      }
    } catch (error) {
      warn(`theme: ${helpOf(error) ?? error}`);
    }
  }
};
