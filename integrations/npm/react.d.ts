import type { ForwardRefExoticComponent, HTMLAttributes, ReactNode, RefAttributes } from 'react';
import type { ShindanConfig } from './config.js';
import type { ShindanAttributes, ShindanEvents, ShindanPack, ShindanWidgetElement } from './element.js';

/** The props of the component. */
export interface ShindanWidgetProps
  extends Omit<HTMLAttributes<ShindanWidgetElement>, 'onError' | 'children' | 'dangerouslySetInnerHTML'> {
  /** The folder of `embed.js`, where neither the Vite plugin nor the browser finds it. */
  base?: string;
  pack?: ShindanPack;
  ctaHref?: string;
  mode?: ShindanAttributes['mode'];
  lead?: ShindanAttributes['lead'];
  /** Settings; read once, so give the component another `key` to change them. */
  config?: ShindanConfig;
  /** The address of a file of settings. */
  configHref?: string;
  /** `'consent'`: only while `dataConsent` allows measuring. */
  dataLayer?: boolean | 'consent';
  dataConsent?: string;
  /** What shows until the element is there, and without JavaScript. */
  children?: ReactNode;
  onView?: (event: ShindanEvents['shindan:view']) => void;
  onVariant?: (event: ShindanEvents['shindan:variant']) => void;
  onStart?: (event: ShindanEvents['shindan:start']) => void;
  onAnswer?: (event: ShindanEvents['shindan:answer']) => void;
  onComplete?: (event: ShindanEvents['shindan:complete']) => void;
  onCta?: (event: ShindanEvents['shindan:cta']) => void;
  onLead?: (event: ShindanEvents['shindan:lead']) => void;
  onOpen?: (event: ShindanEvents['shindan:open']) => void;
  onClose?: (event: ShindanEvents['shindan:close']) => void;
  onError?: (event: ShindanEvents['shindan:error']) => void;
}

/** `<shindan-widget>` as a component; a `ref` is the element. */
export const ShindanWidget: ForwardRefExoticComponent<ShindanWidgetProps & RefAttributes<ShindanWidgetElement>>;

// The bare element in JSX, of React 18 and 19.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'shindan-widget': React.DetailedHTMLProps<
        React.HTMLAttributes<ShindanWidgetElement> & ShindanAttributes & { class?: string },
        ShindanWidgetElement
      >;
    }
  }
}
