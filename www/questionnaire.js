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

const questionOf = (step) => step?.querySelector('fieldset')?.dataset.question;

export class Questionnaire {
  #port;
  #steps;
  #ends = {};
  #at;
  #run;
  #isStuck = false;

  constructor(port) {
    this.#port = port;
    this.form = copyForm();
    const steps = [...this.form.children];
    this.#steps = steps.filter(questionOf);
    for (const step of steps) {
      this.#ends[step.dataset.end] = step;
    }
    this.#resume(new URLSearchParams(port.load()));
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
    this.#show(this.#at);
  }

  choose(question, choice) {
    const step = this.#steps[this.#at];
    if (questionOf(step) !== question) {
      return;
    }
    const isFirst = !this.#run.size;
    const input = step.querySelector(`[value="${choice}"]`);
    if (input.type === 'radio') {
      input.checked = true;
    }
    step.querySelector('[role=alert]').hidden = true;
    this.#record(step);
    this.#save();
    if (isFirst) {
      this.#port.start();
    }
  }

  next(question) {
    const step = this.#steps[this.#at];
    if (questionOf(step) !== question) {
      return;
    }
    if (!this.#run.has(question)) {
      if (step.querySelector('[type=radio]')) {
        step.querySelector('[role=alert]').hidden = false;
        return;
      }
      this.#record(step);
    }
    const { value, max } = step.querySelector('progress');
    this.#port.answer(question, value, max);
    this.#go(this.#at + 1);
  }

  back() {
    this.#go(this.#at - 1);
  }

  #resume(run) {
    const at = run.get('.at');
    run.delete('.at');
    this.#run = run;
    for (const input of this.#steps.flatMap((step) => [...step.querySelectorAll('input')])) {
      input.checked = run.getAll(input.name).includes(input.value);
    }
    const isOpen = (step) => (at ? questionOf(step) === at : !run.has(questionOf(step)));
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

  /** Boxes of which none is ticked stand as an empty value. */
  #record(step) {
    const question = questionOf(step);
    const chosen = [...step.querySelectorAll(':checked')].map((input) => input.value);
    this.#run.delete(question);
    for (const value of chosen.length ? chosen : ['']) {
      this.#run.append(question, value);
    }
  }

  #save() {
    const at = questionOf(this.#steps[this.#at]);
    this.#port.save((at ? `.at=${at}&` : '') + this.#run);
  }
}
