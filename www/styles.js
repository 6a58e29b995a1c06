// Stylesheets of the shadow roots, each parsed once for all widgets of a page.

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Adds the stylesheet `css` to `root`, once.
 * @param {ShadowRoot} root
 * @param {string} css
 */
export const adopt = (root, css) => {
  try {
    const sheet = sheets.get(css) ?? new CSSStyleSheet();
    if (!sheets.has(css)) {
      sheet.replaceSync(css);
      sheets.set(css, sheet);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  } catch {
    // Safari before 16.4. A policy may forbid this form, so it is not the first choice.
    const style = document.createElement('style');
    style.textContent = css;
    root.prepend(style);
  }
};
