// Stylesheets of the shadow roots, each parsed once for all widgets of a page.

const sheets = new Map();

/** Adds the stylesheet `css` to `root`, once. */
export const adopt = (root, css) => {
  try {
    if (!sheets.has(css)) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(css, sheet);
    }
    const sheet = sheets.get(css);
    if (!root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  } catch {
    // Safari before 16.4. A policy may forbid this form, which is why it is not the first choice.
    const style = document.createElement('style');
    style.textContent = css;
    root.prepend(style);
  }
};
