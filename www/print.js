// Prints a result on one page of A4, from a frame of its own, so that nothing of the host page comes along.
import paper from 'shindan-print-css';

/** What is left of A4's 297 mm between the margins, in CSS pixels of 1/96 inch. */
const height = ((297 - 2 * 12) / 25.4) * 96;

/** Makes `sheet` as large as the page allows, within reason. */
const fit = (sheet) => {
  // Engines differ in what they say of the size of what is zoomed, but not in where the next element stands.
  const end = sheet.nextSibling;
  let zoom = 1.2;
  do {
    sheet.style.zoom = zoom;
    zoom -= 0.02;
  } while (end.getBoundingClientRect().top > height && zoom > 0.5);
};

/** The styles that `view` is shown with. */
const stylesOf = (view) => {
  const root = view.getRootNode();
  const elements = [...root.querySelectorAll('style')].map(({ textContent }) => textContent);
  const sheets = [...root.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  return [...elements, ...sheets].join('');
};

/** As wide as the paper, out of sight; what is not displayed is not printed, whatever the host page says of frames. */
const look = ['all:initial', 'position:fixed', 'left:-999em', 'width:186mm', 'height:273mm'].join('!important;');

let frame;

export const print = (view) => {
  // Not every browser says when it is done with the last one.
  frame?.remove();
  frame = document.createElement('iframe');
  frame.style.cssText = `${look}!important`;
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  document.body.append(frame);
  const { contentWindow: paperWindow, contentDocument: page } = frame;
  const sheet = new paperWindow.CSSStyleSheet();
  sheet.replaceSync(stylesOf(view) + paper);
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = view.lang;
  page.title = document.title;
  const paperView = page.importNode(view, true);
  page.body.append(paperView, page.createElement('div'));
  fit(paperView);
  paperWindow.addEventListener('afterprint', () => frame.remove());
  paperWindow.print();
};
