// The first question that the page's own HTML carries in a declarative shadow root (`cargo xtask snippet`): taken up as it
// stands, so that nothing flashes or moves, and focus, scrolling and a press that is held are kept.

/* global SNIPPET */
import { warn } from './warn.js';

/**
 * What stands in `root`, with what was chosen in it before the loader came; nothing where nothing does. Browsers restore no
 * choice there, as its form has no autocompletion.
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
    // Taps leave no visible focus. Who chooses by keys goes on by keys.
    isByKeys: form.querySelector(':focus-visible'),
  };
};

/** @typedef {NonNullable<ReturnType<typeof snippetIn>>} Snippet */

/**
 * Has `stepper` go on with what stands if that is the same as `view`, which it was to show. Answers the view that counts.
 * @param {Snippet} snippet
 * @param {import('./questionnaire.js').Questionnaire} stepper
 * @param {HTMLElement} view
 */
export const takeUp = (snippet, stepper, view) => {
  if (snippet.mark !== SNIPPET) {
    warn(`snippet of ${snippet.mark}, not ${SNIPPET}: renew it by cargo xtask snippet`);
    return view;
  }
  // What was chosen before a reload stands in the view alone.
  if (view.querySelector(':checked') || !snippet.view.isEqualNode(view)) {
    return view;
  }
  stepper.form = snippet.form;
  return snippet.view;
};

/**
 * Counts what was chosen as the tap that it was. To another pack than this very one it is no answer.
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
