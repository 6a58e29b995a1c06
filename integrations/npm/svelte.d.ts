// The bare element in Svelte's markup: `import type {} from 'shindan-widget/svelte'`.

import type { HTMLAttributes } from 'svelte/elements';
import type { ShindanAttributes, ShindanEvents, ShindanWidgetElement } from './element.js';

/** Listeners as `onshindan:complete={…}`. */
type Listeners = { [Name in keyof ShindanEvents as `on${Name}`]?: (event: ShindanEvents[Name]) => void };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'shindan-widget': Omit<HTMLAttributes<ShindanWidgetElement>, 'lang'> & ShindanAttributes & Listeners;
  }
}
