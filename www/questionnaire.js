// Steps through the prerendered questionnaire until the wasm takes over, and for good where it never comes.
// Knows no question, rule or branch: it records the chosen values and shows the next step.
import html from 'shindan-questionnaire';

let template;

/** The prerendered form, to be copied; throws where a policy forbids markup from strings. */
const prerendered = () => {
  if (!template) {
    const policy = window.trustedTypes?.createPolicy('shindan', { createHTML: (text) => text });
    template = document.createElement('template');
    template.innerHTML = policy ? policy.createHTML(html) : html;
  }
  return template.content.firstElementChild;
};

const questionOf = (step) => step.querySelector('fieldset')?.dataset.question;

export class Questionnaire {
  #port;
  #questions;
  #steps = new Map();
  #at;
  #run;
  #isStuck = false;

  constructor(port) {
    this.#port = port;
    const form = prerendered();
    this.form = form.cloneNode(false);
    this.#questions = [...form.children].map(questionOf).filter(Boolean);
    this.#resume(new URLSearchParams(port.load()));
  }

  /** The step at that place, or an end, copied when it is first needed: the first paint has to wait for one only. */
  #step(at) {
    const question = this.#questions[at];
    const end = this.#isStuck ? 'stuck' : 'waiting';
    const name = question ?? `.${end}`;
    if (!this.#steps.has(name)) {
      const isIt = (step) => (question ? questionOf(step) === question : step.dataset.end === end);
      const step = [...prerendered().children].find(isIt).cloneNode(true);
      for (const input of step.querySelectorAll('input')) {
        input.checked = this.#run.getAll(input.name).includes(input.value);
      }
      this.#steps.set(name, step);
    }
    return this.#steps.get(name);
  }

  /** The wasm will not come: the end of the list now says so, and leads to `href` if there is one. */
  giveUp(href) {
    this.#isStuck = true;
    const link = this.#step(this.#questions.length).querySelector('a');
    if (href && link) {
      link.href = href;
    } else {
      link?.remove();
    }
    this.#show(this.#at);
  }

  choose(question, choice) {
    if (this.#questions[this.#at] !== question) {
      return;
    }
    const step = this.#step(this.#at);
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
    if (this.#questions[this.#at] !== question) {
      return;
    }
    const step = this.#step(this.#at);
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
    const open = this.#questions.findIndex((question) => (at ? question === at : !run.has(question)));
    this.#show(open < 0 ? this.#questions.length : open);
  }

  #show(at) {
    this.#at = at;
    this.form.replaceChildren(this.#step(at));
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
    const at = this.#questions[this.#at];
    this.#port.save((at ? `.at=${at}&` : '') + this.#run);
  }
}
