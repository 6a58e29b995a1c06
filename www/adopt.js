// Takes over the first question that the page's own HTML contains in a declarative shadow root (`cargo xtask snippet`),
// without redrawing it, so that nothing flashes or moves, and focus, scroll position and a held press are kept.

/* global SNIPPET */
import { warn } from './warn.js';

/**
 * The snippet in `root`, with the choice that was made before the loader arrived; `undefined` if there is none.
 * Browsers do not restore a choice there, because its form has no autocompletion.
 * @param {ShadowRoot} root
 */
export const snippetIn = (root) => {
  const [style, view, form] = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-snippet], .widget, form')]);
  form?.removeAttribute('autocomplete');
  return form && {
    view,
    form: /** @type {HTMLFormElement} */ (form),
    /** Pack, version, language and hash. */
    mark: style.dataset.snippet ?? '',
    chosen: /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(':checked')]),
    // Taps leave no visible focus, but a respondent who uses the keyboard keeps it.
    isByKeys: form.querySelector(':focus-visible'),
  };
};

/** @typedef {NonNullable<ReturnType<typeof snippetIn>>} Snippet */

/**
 * Lets `stepper` continue with the snippet if it equals `view`, which was to be shown. Returns the view to use.
 * @param {Snippet} snippet
 * @param {import('./questionnaire.js').Questionnaire} stepper
 * @param {HTMLElement} view
 */
export const adoptSnippet = (snippet, stepper, view) => {
  if (snippet.mark !== SNIPPET) {
    warn(`snippet of ${snippet.mark}, not ${SNIPPET}: renew it by cargo xtask snippet`);
    return view;
  }
  // Only the view contains a choice that was made before a reload.
  if (view.querySelector(':checked') || !snippet.view.isEqualNode(view)) {
    return view;
  }
  stepper.form = snippet.form;
  return snippet.view;
};

/**
 * Counts the early choice as a tap. If the snippet belongs to another pack or version, the choice is ignored.
 * @param {Snippet} snippet
 * @param {import('./questionnaire.js').Questionnaire} stepper
 */
export const count = ({ mark, chosen, isByKeys }, stepper) => {
  for (const { type, name, value } of mark === SNIPPET ? chosen : []) {
    stepper.choose(name, value);
    if (type === 'radio' && !isByKeys) {
      stepper.next(name);
    }
  }
};
