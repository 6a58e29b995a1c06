import type { ShindanWidgetElement } from './element.js';

/** Where the files are. */
export interface RegisterOptions {
  /** The folder of `embed.js`, with `/` at its end: an address, or a path of the page. */
  base?: string | URL;
}

/**
 * Brings `<shindan-widget>` into the page, once, and resolves to its class; on a server to nothing.
 * Rejects where the files are not there.
 */
export function register(options?: RegisterOptions): Promise<(new () => ShindanWidgetElement) | undefined>;
