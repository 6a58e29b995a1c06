// Links of the page to the widget by a bare fragment with its id. A `<base>` makes them lead to another page.

/**
 * Makes a click on such a link lead to the element with this id nevertheless, each time.
 * @param {MouseEvent} event
 * @param {HTMLElement} host
 */
export const followsToFragment = (event, { id }) => {
  const path = /** @type {Element[]} */ (event.composedPath());
  const link = /** @type {HTMLAnchorElement | undefined} */ (path.find(({ localName }) => localName === 'a'));
  if (!id || link?.getAttribute('href')?.trim() !== `#${id}`) {
    return;
  }
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.target;
  const { href } = new URL(`#${id}`, location.href);
  if (link.href !== href && !isElsewhere && !event.defaultPrevented) {
    event.preventDefault();
    location.assign(href);
  }
};
