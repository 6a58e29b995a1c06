// What scripts find without importing it, for the type checker: constants and modules of the build
// (xtask/src/bundle/esbuild.rs), and names of the window that the checker does not know.

/** The languages of the interface. */
declare const LANGUAGES: string[];
/** The pack and language whose first questions the loader carries, such as `readiness.ja`. */
declare const PRERENDERED: string;
/** What the snippet with the first of them bears: `PACK VERSION LANGUAGE HASH`. */
declare const SNIPPET: string;
/** Files beside the loader, as `NAME#sha256-…`. */
declare const CONTRAST_FILE: string;
declare const MODES_FILE: string;
declare const READER_FILE: string;
declare const READER_WASM_FILE: string;
declare const RUNTIME_FILE: string;
declare const WASM_FILE: string;

/** The linter's pairs of colours: custom properties of front and back, the minimum contrast, and the words for the pair. */
declare const CONTRAST_PAIRS: [front: string, back: string, minRatio: number, what: string][];
/** By the name of a wasm that few respondents need, its glue and itself. */
declare const MODULE_FILES: Record<string, [script: string, wasm: string]>;
/** The packs, by id and language such as `readiness.ja`. */
declare const PACK_FILES: Record<string, string>;
/** The messages of the interface, by language. */
declare const MESSAGE_FILES: Record<string, string>;

/** Called by src/browser/panic.rs with the place of a panic. */
declare var __shindan_panic: (place: string) => void;

declare module 'shindan-styles-css' {
  const css: string;
  export default css;
}

declare module 'shindan-result-css' {
  const css: string;
  export default css;
}

declare module 'shindan-lead-css' {
  const css: string;
  export default css;
}

declare module 'shindan-modes-css' {
  const css: string;
  export default css;
}

declare module 'shindan-here' {
  /** The address of the script that this stands in. */
  export const here: () => string;
}

declare module 'shindan-questionnaire' {
  /** Names of steps with their HTML. */
  const steps: [name: string, html: string][];
  export default steps;
}

/** The glue of the widget's wasm: src/embed.rs. */
declare module 'shindan-glue' {
  export default function init(options: { module_or_path: Response }): Promise<unknown>;
  export class WidgetHandle {
    private constructor();
    catchUp(): boolean;
    destroy(): void;
  }
  /** Throws words for the site owner. */
  export function mount(
    root: Element,
    pack: string,
    messages: string,
    lang: string,
    loader: import('./types').Loader,
  ): WidgetHandle;
}

/** The glue of the reader's wasm: crates/reader. */
declare module 'shindan-reader-glue' {
  export default function init(options: { module_or_path: Response }): Promise<unknown>;
  /** Answers the JSON of a list of `Diagnostic`. */
  export function lint(json: string, lang: string): string;
  /** Throws words for the site owner. */
  export function read_pack(json: string, address: string): { name: string; lang: string; packed: string; free(): void };
}

interface Window {
  /** The list that tag managers read. */
  dataLayer?: object[];
  /** Known to Chromium alone. */
  trustedTypes?: { createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string } };
}
