// The element as hosts know it: attributes, methods and events. docs/reference.md explains each.

/** The ids of the levels, from the best to the worst. */
export type ShindanLevel = 'ready' | 'nearly' | 'prepare' | 'rethink';

/** The id of a built-in diagnosis, or the address of a pack. */
export type ShindanPack = 'readiness' | 'executive' | 'adoption' | (string & {});

/** The attributes of `<shindan-widget>`, as markup has them. */
export interface ShindanAttributes {
  /** `readiness` without it. */
  pack?: ShindanPack | undefined;
  /** `ja` or `en`; without it, the language of the page around. */
  lang?: string | undefined;
  /** The link of the call to action. */
  'cta-href'?: string | undefined;
  /** In the text, or how it is opened. `inline` without it. */
  mode?: 'inline' | 'popup' | 'slider' | 'side-tab' | undefined;
  /** Where the contact form stands. `after` the result without it. */
  lead?: 'after' | 'before' | 'off' | undefined;
  /** The address of a file of settings; a JSON child goes before it. */
  config?: string | undefined;
  /** If present, events are also pushed to `window.dataLayer`; with `consent` only while `data-consent` allows measuring. */
  'data-layer'?: '' | 'on' | 'consent' | undefined;
  /** `analytics` among its words: the visitor has agreed to measuring. */
  'data-consent'?: string | undefined;
}

/** A cap of the level. */
export interface ShindanCap {
  section: string;
  level: ShindanLevel;
  causes: string[];
}

/** How a lead stands. */
export type ShindanLeadState =
  | 'queued'
  | 'sending'
  | 'retry_wait'
  | 'delivered'
  | 'accepted'
  | 'sent_unconfirmed'
  | 'action_required'
  | 'rejected'
  | 'expired'
  | 'removed';

/** What each event tells in its `detail`. */
export interface ShindanEventDetails {
  'shindan:ready': Record<string, never>;
  /** `seconds` are those on the question before, where there was one. */
  'shindan:view': { question: string; index: number; total: number; seconds?: number };
  /** The arm of a comparison is shown. */
  'shindan:variant': { variant: string };
  'shindan:start': Record<string, never>;
  'shindan:answer': { question: string; index: number; total: number };
  'shindan:complete': {
    pack: string;
    version: string;
    content_hash: string;
    /** 0 to 100. */
    score: number;
    level: ShindanLevel;
    /** The ids of the sections of `caps`, with dots between. */
    cap_ids: string;
    caps: ShindanCap[];
  };
  'shindan:cta': { booking?: true };
  'shindan:lead': { lead_id: string; state: ShindanLeadState };
  'shindan:open': { by: 'button' | 'link' | 'delay' | 'exit' | 'code' };
  'shindan:close': Record<string, never>;
  'shindan:error': { code: string; help: string };
}

/** The events by their names. */
export type ShindanEvents = { [Name in keyof ShindanEventDetails]: CustomEvent<ShindanEventDetails[Name] & { variant?: string }> };

/** `<shindan-widget>`. */
export interface ShindanWidgetElement extends HTMLElement {
  /** Opens its panel; in the text there is none. */
  open(): Promise<void>;
  /** Closes the panel; the answers stay. */
  close(): Promise<void>;
  addEventListener<K extends keyof ShindanEvents>(
    type: K,
    listener: (this: ShindanWidgetElement, event: ShindanEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ShindanEvents>(
    type: K,
    listener: (this: ShindanWidgetElement, event: ShindanEvents[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'shindan-widget': ShindanWidgetElement;
  }
  // The events bubble, so `document` hears them too.
  interface DocumentEventMap extends ShindanEvents {}
}
