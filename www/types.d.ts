// Types that several scripts share, for the type checker alone.
import type { HostEvents } from './host_events.js';
import type { SessionStore } from './session_store.js';

/** The nested configuration as the owner wrote it, so far unchecked: anything may be anything. */
export type Config = any;

/** A failure whose `code` and `help` tell the site owner what to fix. */
export interface LoadError extends Error {
  code: string;
  help: string;
}

/** What belongs to one element, and outlives a mounted widget. */
export interface Widget {
  session: SessionStore;
  events: HostEvents;
  /** The element that is shown. */
  view(): HTMLElement;
  /** Takes up the run anew. */
  restart(): void;
  /** Set once a link has led to the widget: whether it is still to be kept in view, by `www/guard.js`. */
  isKeptInView?: boolean;
  /** Shows the widget to whoever has opened a link to it, if it is not where the element is: see `www/modes.js`. */
  reveal?(): void;
  /** Takes up the link in the page's address, once `www/links.js` is there. */
  followLink?(): void;
  /** Resolves to the owner's nested configuration, once it is requested: see `www/config.js`. */
  config?: Promise<Config>;
  /** The configuration whose faults were reported to the owner. */
  reported?: Promise<Config>;
  /** The rule on the element that holds the owner's theme, once it is applied: see `www/theme.js`. */
  theme?: CSSStyleDeclaration;
}

/** What the runtime works on: one start of one widget, which another start, or the element's removal, closes. */
export interface MountContext {
  host: HTMLElement;
  root: ShadowRoot;
  widget: Widget;
  newView(lang: string): HTMLElement;
  /** Whether this start still counts. */
  isOpen(): boolean;
  /** Resolves once no press is held. */
  released(): Promise<void>;
  /** Puts the view of the wasm in the place of the stepper's. */
  show(view: HTMLElement): void;
  /** Falls back to the checklist, and tells the site owner why. */
  giveUp(code: string, help: string): void;
  /** What the owner has set, once it is read. */
  config?: Config;
  /** The owner's link to the consultation in it. */
  href?: unknown;
  /** Takes the wasm's view off. */
  unmount?(): void;
  /** Scrolls once more to what a link has led to. */
  scrollAgain?(): void;
}

/** What the mounted widget asks of the loader: see src/browser/loader.rs. */
export interface Loader {
  viewIsReady(): void;
  host: HTMLElement;
  session: SessionStore;
  events: HostEvents;
  readonly theme: CSSStyleDeclaration | undefined;
  focus(selector: string): void;
  forget(): void;
  restart(): void;
  config: Config;
  hasReported: boolean;
  isDraft: boolean;
  report(code: string, error: unknown): void;
  pushes(): boolean | undefined;
  startModule(name: string, code: string): Promise<object>;
  textAt(address: string, code: string): Promise<string>;
  adoptStyles(css: string): void;
  begin(pack: string): void;
}

/** An arm of a comparison, so far unchecked but for id and weight. */
export interface Arm {
  id: string;
  weight: number;
  pack?: unknown;
  cta?: { label?: object };
  lead?: { placement?: unknown };
}

/** What there is to say about a pack or a configuration, in the words of a language. */
export interface Diagnostic {
  code: string;
  severity: string;
  path: string;
  text: string;
  fix: string;
}

/** What `www/runtime.js` exports. */
export interface Runtime {
  takeOver(context: MountContext): Promise<void>;
}

/** What opened the panel. */
export type Opener = 'button' | 'link' | 'delay' | 'exit' | 'code';

/** What the methods `open` and `close` of the element do in a mode that opens. */
export interface Mode {
  open(by: Opener, from?: HTMLElement): void;
  close(): void;
}

/** What a mode is made from. */
export interface ModeContext {
  host: HTMLElement;
  root: ShadowRoot;
  widget: Widget;
  /** Aborted when the element has gone. */
  signal: AbortSignal;
  /** Has the wasm loaded. */
  start(): void;
}

/** The key `open` of the configuration, checked; see `www/modes/settings.js`. */
export interface OpenSettings {
  button: string | false;
  title: string;
  close: string;
  delay?: number;
  exit: boolean;
  again: number;
}
