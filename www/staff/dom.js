// Making elements, and handing things to whoever uses a page of the staff: the clipboard, a file.

/** An element with its properties (`dataset` and attributes by their names), listeners (`onclick`) and content. */
export const el = (tag, given = {}, ...content) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== undefined && value !== false && value !== null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...content.flat().filter((item) => item !== undefined && item !== false && item !== ''));
  return element;
};

/** Copies the content of a field; where the clipboard is blocked it is selected, and the answer is `false`. */
export const copy = async (field) => {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
};

/** Saves a text, or a blob, as a file. */
export const download = (name, content) => {
  const blob = content instanceof Blob ? content : new Blob([content], { type: 'application/json' });
  const href = URL.createObjectURL(blob);
  el('a', { href, download: name }).click();
  // The browser has taken it up once the task is over; a while later for those that ask first.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

/** Brings a field into view, opens whatever it is folded into, and puts the focus on it. */
export const reveal = (element) => {
  // What hides it, such as a box to find texts by, is asked to let it show.
  element.dispatchEvent(new CustomEvent('reveal', { bubbles: true }));
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    fold.open = true;
  }
  const own = 'input:not([type=color]), select, textarea, button';
  const target = element.matches(own) ? element : (element.querySelector(own) ?? element);
  target.focus();
  target.scrollIntoView({ block: 'center' });
};
