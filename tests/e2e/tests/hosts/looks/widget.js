// The body of a function that answers how the inside of a widget looks: every computed property of every element, but
// for what follows from the room and the face that the page gives, which is the page's business.
const [nth, selector] = arguments;
const left = new Set([
  "width", "height", "inline-size", "block-size", "perspective-origin", "transform-origin", "font-family", "color-scheme",
  // Of an automatic margin and of columns the room that is left over.
  "margin-left", "margin-inline-start", "grid-template-columns", "grid-template-rows",
]);
const root = window.__probe.root(nth);
// Whether a browser draws the ring of what has the focus depends on how it came there.
root.activeElement?.blur();
const looks = {};
let number = 0;
for (const element of root.querySelectorAll(selector)) {
  const style = getComputedStyle(element);
  const found = {};
  for (let i = 0; i < style.length; i++) {
    const name = style[i];
    // Custom properties of the page are handed down to the widget, as to everything on it, and where something that is
    // positioned stands says how much room is around it, as does a margin that keeps it clear of the page's header.
    if (!left.has(name) && !/^(--|inset-|scroll-margin|(top|right|bottom|left)$)/.test(name)) found[name] = style.getPropertyValue(name);
  }
  looks[`${number++} ${element.localName}.${element.className} ${element.getAttribute("part") ?? ""}`] = found;
}
return JSON.stringify(looks);
