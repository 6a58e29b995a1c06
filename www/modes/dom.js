// Creates elements.

/**
 * Creates an element with attributes (undefined, false and empty ones are left out) and content.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | undefined>} attributes
 * @param {(Node | string)[]} content
 */
export const el = (tag, attributes, ...content) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...content);
  return element;
};
