// The body of a function that answers how the host page stands: all that the widget must leave alone. It runs on pages
// that have replaced the methods of arrays, and therefore uses none.
const places = document.querySelectorAll("shindan-widget, [data-place]");

/** Set by how much room a widget takes, in whatever it stands in. */
const ofRoom = new Set(["height", "block-size", "perspective-origin", "transform-origin"]);

const holdsOne = (element) => {
  for (const place of places) {
    if (element.contains(place)) return true;
  }
  return false;
};

/** Every computed property, and where the element begins. */
const styleOf = (element, roomCounts) => {
  const style = getComputedStyle(element);
  const found = { left: `${element.getBoundingClientRect().left}` };
  for (let i = 0; i < style.length; i++) {
    const name = style[i];
    if (roomCounts || !ofRoom.has(name)) found[name] = style.getPropertyValue(name);
  }
  return found;
};

const styles = {};
let number = 0;
for (const element of document.querySelectorAll("*")) {
  // Of the loader's own two elements one is not on the page to compare with, and the other is the widget's.
  if (element.localName === "shindan-widget" || element.closest("shindan-widget") || element.src?.includes("embed.js")) continue;
  styles[`${number++} ${element.localName}.${element.className}`] = styleOf(element, !holdsOne(element));
}

/** What a script may find there, and what it does: a function is known by its text. */
const namesOf = (object) => {
  const found = {};
  for (const name of Object.getOwnPropertyNames(object)) {
    const { value, get } = Object.getOwnPropertyDescriptor(object, name);
    found[name] = `${typeof value} ${typeof value === "function" ? Function.prototype.toString.call(value) : ""} ${typeof get}`;
  }
  return found;
};

const globals = namesOf(window);
for (const name of Object.getOwnPropertyNames(globals)) {
  // Frames stand there by number, and chromedriver leaves something of its own behind.
  if (/^(__shindan_|\d+$|ret_nodes$)/.test(name)) delete globals[name];
}
const prototypes = {};
for (const kind of [
  Object, Function, Array, String, Number, Promise, Map, Set, RegExp, Date, Error, URL, URLSearchParams, EventTarget, Node,
  Element, HTMLElement, Document, DocumentFragment, ShadowRoot, Event, CustomEvent, Storage, History,
]) {
  prototypes[kind.name] = namesOf(kind);
  prototypes[`${kind.name}.prototype`] = namesOf(kind.prototype);
}
for (const name of ["JSON", "Math", "Reflect", "console", "customElements"]) {
  prototypes[name] = namesOf(window[name]);
}

const copy = document.documentElement.cloneNode(true);
for (const loader of copy.querySelectorAll("script[src*='embed.js']")) loader.remove();
for (const frame of copy.querySelectorAll("iframe")) frame.removeAttribute("cd_frame_id_"); // chromedriver's mark
const markup = copy.outerHTML.replace(/\s+/g, " ");

// As text: drivers read objects by means that a page may have spoilt.
return JSON.stringify({ styles, globals, prototypes, markup });
