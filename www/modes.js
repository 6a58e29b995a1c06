// The ways to show the widget elsewhere than in the text: a dialog (popup), a panel in a corner (slider) or at the edge
// of the window (side-tab). A file of its own, which the loader fetches where the attribute `mode` asks for one of them.
// It knows nothing of questions and results: it is handed one element, and shows or hides that.

import styles from 'shindan-modes-css';
import { configOf } from './config.js';
import { languageOf } from './language.js';
import { followLinks } from './modes/links.js';
import { Panel } from './modes/panel.js';
import { readOpen } from './modes/settings.js';
import { autoOpen } from './modes/auto_open.js';
import { adopt } from './styles.js';
import { applyTheme } from './theme.js';

/**
 * Puts the view of `widget` into a panel, and has that opened and closed until `signal` says that the widget has gone.
 * `start` has the wasm loaded. Resolves to what the methods of the element do: `open(by)` and `close()`.
 * @param {import('./types').ModeContext} context
 * @returns {Promise<import('./types').Mode | undefined>}
 */
export const enter = async ({ host, root, widget, signal, start }) => {
  adopt(root, styles);
  const config = await configOf(host, widget);
  const lang = languageOf(host);
  const settings = readOpen(config, lang);
  applyTheme(root, widget, config);
  if (signal.aborted) {
    return undefined;
  }
  const panel = new Panel({ mode: host.getAttribute('mode') ?? '', lang, settings, host, signal, root, widget, start });
  const reveal = () => panel.open('link');
  followLinks(host, signal, (link) => panel.open('link', link));
  if (widget.isKeptInView !== undefined) {
    widget.isKeptInView = undefined;
    reveal();
  }
  widget.reveal = reveal;
  autoOpen(host, settings, signal, (by) => panel.open(by));
  signal.addEventListener('abort', () => {
    widget.reveal = undefined;
    panel.remove();
  });
  return panel;
};
