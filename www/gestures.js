// Makes moves of what the respondent does, for whoever runs the questionnaire: the stepper before the wasm is there,
// the wasm afterwards. A move names the question and the choice as the markup does, and knows nothing else.

/**
 * Listens on `root` and passes each move to what `runner()` answers: `choose(question, choice)`, `next(question)`,
 * `back()`. A followed call to action goes to `cta()`.
 */
export const listen = (root, runner, cta) => {
  const next = () => runner()?.next(root.querySelector('fieldset')?.dataset.question ?? '');

  root.addEventListener('click', (event) => {
    const { target } = event;
    const input = target.closest('label')?.control;
    if (input?.type === 'radio' && event.detail > 0) {
      // A tap chooses and goes on. A key press clicks too, but with detail 0: it only selects, by its change event.
      // Without preventDefault the label would click its input once more, which may by then be another question's.
      event.preventDefault();
      runner()?.choose(input.name, input.value);
      next();
    } else if (target.closest('[part~=cta]')) {
      cta();
    } else if (target.closest('[part~=back]')) {
      event.preventDefault();
      runner()?.back();
    } else if (target.closest('[part~=next]')) {
      // Enter presses this button too. Its form's `submit` does not come in a sandbox that forbids forms.
      event.preventDefault();
      next();
    }
  });
  root.addEventListener('change', ({ target }) => runner()?.choose(target.name, target.value));
};
