// The loader: the one file a host page asks for. Registers <shindan-widget>; see ARCHITECTURE.md, "Loading".
import { ShindanWidget } from './element.js';

// A second copy of the loader, or a page that runs it twice, changes nothing.
if (!customElements.get('shindan-widget')) {
  customElements.define('shindan-widget', ShindanWidget);
}
