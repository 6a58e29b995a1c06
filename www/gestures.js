// Turns the respondent's input on the stepper's form into calls: `choose(question, choice)`, `next(question)`,
// `back()`. After the hand-over the wasm listens to its own view, by the same rules (src/ui/question.rs).

/**
 * Listens on `form` and passes each input to `stepper`. Following a call to action calls `cta()`.
 * @param {HTMLFormElement} form
 * @param {import('./questionnaire.js').Questionnaire} stepper
 * @param {() => void} cta
 */
export const listen = (form, stepper, cta) => {
  form.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    const input = /** @type {HTMLInputElement | null | undefined} */ (target.closest('label')?.control);
    if (input?.type === 'radio' && event.detail > 0) {
      // A tap chooses and continues. A key press also clicks, but with detail 0: it only selects, by its change event.
      // Without preventDefault the label would click its input again, which may by then belong to another question.
      event.preventDefault();
      stepper.choose(input.name, input.value);
      stepper.next(input.name);
    } else if (target.closest('[part~=cta]')) {
      cta();
    } else if (target.closest('[part~=back]')) {
      event.preventDefault();
      stepper.back();
    } else if (target.closest('[part~=next]')) {
      // Enter presses this button too. The form's `submit` event does not occur in a sandbox that forbids forms.
      event.preventDefault();
      stepper.next(form.querySelector('fieldset')?.dataset.question ?? '');
    }
  });
  form.addEventListener('change', ({ target }) => {
    const { name, value } = /** @type {HTMLInputElement} */ (target);
    stepper.choose(name, value);
  });
};
