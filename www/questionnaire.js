// Steps through the prerendered questionnaire until the wasm takes over, and for good where it never comes.
// Knows no question, rule or branch: it records the chosen values and shows the next step.
import html from 'shindan-questionnaire';

let template;

/** A fresh copy of the prerendered form; throws where a policy forbids markup from strings. */
const copyForm = () => {
  if (!template) {
    const policy = window.trustedTypes?.createPolicy('shindan', { createHTML: (text) => text });
    template = document.createElement('template');
    template.innerHTML = policy ? policy.createHTML(html) : html;
  }
  return template.content.firstElementChild.cloneNode(true);
};

export class Questionnaire {
  #port;
  #steps;
  #ends;
  #at;
  #answers;
  #isStuck = false;

  constructor(port) {
    this.#port = port;
    this.form = copyForm();
    const all = [...this.form.children];
    this.#ends = Object.fromEntries(all.filter((step) => step.dataset.end).map((step) => [step.dataset.end, step]));
    this.#steps = all.filter((step) => !step.dataset.end);
    this.#answers = new Map();
    this.#resume(new URLSearchParams(port.load()));
    this.form.addEventListener('click', (event) => this.#click(event));
    this.form.addEventListener('change', () => this.#record());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#next();
    });
  }

  /** The wasm will not come: the end of the list now says so, and leads to `href` if there is one. */
  giveUp(href) {
    this.#isStuck = true;
    const link = this.#ends.stuck.querySelector('a');
    if (href) {
      link.href = href;
    } else {
      link.remove();
    }
    if (!this.#steps[this.#at]) {
      this.#show(this.#at);
    }
  }

  #resume(saved) {
    for (const [name, value] of saved) {
      this.#answers.set(name, [...(this.#answers.get(name) ?? []), value]);
    }
    const [at] = this.#answers.get('.at') ?? [];
    this.#answers.delete('.at');
    for (const step of this.#steps) {
      const chosen = this.#answers.get(questionOf(step)) ?? [];
      for (const input of step.querySelectorAll('input')) {
        input.checked = chosen.includes(input.value);
      }
    }
    const isOpen = at
      ? (step) => questionOf(step) === at
      : (step) => !this.#answers.has(questionOf(step));
    const open = this.#steps.findIndex(isOpen);
    this.#show(open < 0 ? this.#steps.length : open);
  }

  #show(at) {
    this.#at = at;
    this.form.replaceChildren(this.#steps[at] ?? this.#ends[this.#isStuck ? 'stuck' : 'waiting']);
  }

  #go(at) {
    this.#show(at);
    this.#save();
    this.#port.focus('legend, [tabindex]');
  }

  #click(event) {
    if (event.target.closest('[part~=back]')) {
      this.#go(this.#at - 1);
    }
    // A tap chooses and goes on; a key press clicks too, but with detail 0.
    const input = event.target.closest('label')?.control;
    if (input?.type === 'radio' && event.detail > 0) {
      if (event.target !== input) {
        event.preventDefault();
      }
      input.checked = true;
      this.#record();
      this.#next();
    }
  }

  #record() {
    const step = this.#steps[this.#at];
    const chosen = [...step.querySelectorAll('input:checked')].map((input) => input.value);
    const isFirst = !this.#answers.size;
    step.querySelector('[role=alert]').hidden = true;
    this.#answers.set(questionOf(step), chosen.length ? chosen : ['']);
    this.#save();
    if (isFirst) {
      this.#port.start();
    }
  }

  #next() {
    const step = this.#steps[this.#at];
    if (!step) {
      return;
    }
    if (!step.querySelector('input:checked')) {
      if (step.querySelector('[type=radio]')) {
        step.querySelector('[role=alert]').hidden = false;
        return;
      }
      this.#record();
    }
    const { value, max } = step.querySelector('progress');
    this.#port.answer(questionOf(step), value, max);
    this.#go(this.#at + 1);
  }

  #save() {
    const run = new URLSearchParams();
    const step = this.#steps[this.#at];
    if (step) {
      run.append('.at', questionOf(step));
    }
    for (const [name, values] of this.#answers) {
      for (const value of values) {
        run.append(name, value);
      }
    }
    this.#port.save(String(run));
  }
}

const questionOf = (step) => step.querySelector('fieldset').dataset.question;
