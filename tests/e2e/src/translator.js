// Put into every page before its own scripts: changes the widgets' text as a browser's translator does. Each text node
// is taken out of the document and two nested <font> elements with its text stand in its place, at once and after every
// change. The text itself stays the same, so that a journey can compare what is read with what is meant.
(() => {
  if (window.__translator) return;
  const kept = "script, style, textarea, option, svg, .translated, [translate=no], .notranslate";
  const translator = { replaced: 0 };
  Object.defineProperty(window, "__translator", { value: translator });

  const font = (...content) => {
    const element = document.createElement("font");
    element.style.verticalAlign = "inherit";
    element.append(...content);
    return element;
  };
  const translate = (text) => {
    if (!text.data.trim() || !text.isConnected || text.parentElement?.closest(kept)) return;
    const inner = font(text.data);
    inner.className = "translated";
    text.replaceWith(font(inner));
    translator.replaced += 1;
  };
  /** Replaces every text node below `root` that is no translation. */
  translator.pass = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(translate);
  };
  /** Replaces them now, and again after every change. */
  translator.watch = (root) => {
    const observer = new MutationObserver(() => translator.pass(root));
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    translator.pass(root);
  };
  /** Whether every page is translated from the start. */
  if (window.__translates !== false) {
    addEventListener("shindan:ready", ({ target }) => target.shadowRoot && translator.watch(target.shadowRoot), true);
  }
})();
