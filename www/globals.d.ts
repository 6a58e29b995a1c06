// What scripts find without importing it, for the type checker: constants and modules of the build
// (xtask/src/bundle/esbuild.rs), and names of the window that the checker does not know.

/** The languages of the interface. */
declare const LANGUAGES: string[];
/** The pack and language whose first questions the loader carries, such as `readiness.ja`. */
declare const PRERENDERED: string;
/** What the snippet with the first of them bears: `PACK VERSION LANGUAGE HASH`. */
declare const SNIPPET: string;
/** Files beside the loader, as `NAME#sha256-…`. */
declare const MODES_FILE: string;
declare const RUNTIME_FILE: string;
declare const THEME_FILE: string;
declare const WASM_FILE: string;

declare module 'shindan-styles-css' {
  const css: string;
  export default css;
}

declare module 'shindan-modes-css' {
  const css: string;
  export default css;
}

declare module 'shindan-here' {
  /** The address of the script that this stands in. */
  export const here: string;
}

declare module 'shindan-questionnaire' {
  /** Names of steps with their HTML. */
  const steps: [name: string, html: string][];
  export default steps;
}

interface Window {
  /** The list that tag managers read. */
  dataLayer?: object[];
  /** Known to Chromium alone. */
  trustedTypes?: { createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string } };
}
