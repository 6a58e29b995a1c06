// The bare element in Preact's JSX: `import type {} from 'shindan-widget/preact'`.

import type { HTMLAttributes } from 'preact';
import type { ShindanAttributes, ShindanEvents, ShindanWidgetElement } from './element.js';

/** Listeners as props: `onshindan:complete={…}`. */
type Listeners = { [Name in keyof ShindanEvents as `on${Name}`]?: (event: ShindanEvents[Name]) => void };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'shindan-widget': HTMLAttributes<ShindanWidgetElement> & Omit<ShindanAttributes, 'lang'> & Listeners;
    }
  }
}
