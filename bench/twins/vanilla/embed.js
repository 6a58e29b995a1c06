// The least that an embed can be: the questions as HTML by hand, and these lines.
const html = QUESTIONS;

customElements.define('vanilla-quiz', class extends HTMLElement {
  connectedCallback() {
    this.innerHTML = `<form>${html}<output hidden></output></form>`;
    const steps = [...this.querySelectorAll('fieldset')];
    const output = this.querySelector('output');
    const answers = {};
    this.addEventListener('change', ({ target }) => {
      answers[target.name] = target.value;
      const at = steps.findIndex((step) => !step.hidden);
      steps[at].hidden = true;
      if (steps[at + 1]) {
        steps[at + 1].hidden = false;
      } else {
        output.textContent = Object.values(answers).join(', ');
        output.hidden = false;
      }
    });
  }
});
