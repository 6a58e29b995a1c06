// The first question that the page's own HTML carries in a declarative shadow root (`cargo xtask snippet`): taken up as it
// stands, so that nothing flashes or moves, and focus, scrolling and a press that is held are kept.

/* global SNIPPET */
import { warn } from './warn.js';

/** Pack and version of a mark, which is `PACK VERSION LANGUAGE HASH`. */
const versionOf = (/** @type {string} */ mark) => mark.split(' ', 2).join(' ');

/**
 * What stands in `root`, with what was chosen in it before the loader came; nothing where nothing does. Browsers restore no
 * choice there, as its form has no autocompletion.
 * @param {ShadowRoot} root
 */
export const snippetIn = (root) => {
  const [style, view, form] = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-snippet], .widget, form')]);
  root.querySelectorAll('noscript').forEach((node) => node.remove());
  form?.removeAttribute('autocomplete');
  return form && {
    view,
    form: /** @type {HTMLFormElement} */ (form),
    mark: style.dataset.snippet ?? '',
    chosen: /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(':checked')]),
    // Taps leave no visible focus. Who chooses by keys goes on by keys.
    isByKeys: Boolean(form.querySelector(':focus-visible')),
  };
};

/** @typedef {NonNullable<ReturnType<typeof snippetIn>>} Snippet */

/**
 * Has `stepper` go on with what stands instead of with `view`, which it was to show, if the two are the same. Answers whether
 * they are.
 * @param {Snippet} snippet
 * @param {import('./questionnaire.js').Questionnaire} stepper
 * @param {HTMLElement} view
 */
export const takeUp = (snippet, stepper, view) => {
  if (snippet.mark !== SNIPPET) {
    warn(`the page carries the question of ${snippet.mark}, and its loader has ${SNIPPET}: renew it by \`cargo xtask snippet\``);
  }
  // What was chosen before a reload stands in the view alone.
  const isSame = snippet.view.isEqualNode(view) && !view.querySelector(':checked');
  if (isSame) {
    stepper.form = snippet.form;
  }
  return isSame;
};

/**
 * Counts what was chosen as the tap that it was. To another version of the pack it is no answer.
 * @param {Snippet} snippet
 * @param {import('./questionnaire.js').Questionnaire} stepper
 */
export const count = ({ mark, chosen, isByKeys }, stepper) => {
  for (const { type, name, value } of versionOf(mark) === versionOf(SNIPPET) ? chosen : []) {
    const twin = /** @type {HTMLInputElement | null} */ (stepper.form.querySelector(`[name="${name}"][value="${value}"]`));
    if (twin) {
      twin.checked = true;
      stepper.choose(name, value);
      if (type === 'radio' && !isByKeys) {
        stepper.next(name);
      }
    }
  }
};
