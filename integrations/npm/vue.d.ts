// The bare element in Vue's templates: `import type {} from 'shindan-widget/vue'`.

import type { DefineComponent, HTMLAttributes } from 'vue';
import type { ShindanAttributes, ShindanEvents } from './element.js';

/** Listeners as `@shindan:complete="…"`. */
type Listeners = { [Name in keyof ShindanEvents as `on${Capitalize<Name>}`]?: (event: ShindanEvents[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'shindan-widget': DefineComponent<HTMLAttributes & ShindanAttributes & Listeners>;
  }
}
