// The loader, the one file that a host page requests. Registers <shindan-widget>; see ARCHITECTURE.md, "From the page
// to the verdict".
import { ShindanWidget } from './element.js';
import { warn } from './warn.js';

const name = 'shindan-widget';
const first = /** @type {typeof ShindanWidget | undefined} */ (customElements.get(name));
// A second copy of the loader, or a page that runs it twice, changes nothing.
if (!first) {
  customElements.define(name, ShindanWidget);
} else if (!first.own) {
  warn('another script has taken this name before embed.js: rename its element');
}
