// Steps through the prerendered questionnaire until the wasm takes over, and for good where it never comes.
// Knows no question, rule or branch: it records the chosen values and shows the next step.
import prerendered from 'shindan-questionnaire';

/** By name: the questions of one pack in one language, and the ends of every language, `.waiting.ja` and so on. */
const steps = new Map(prerendered);
const prerenderedQuestions = [...steps.keys()].filter((name) => !name.startsWith('.'));

let policy;

/** The step of that name; throws where a policy forbids markup from strings. */
const parse = (name) => {
  policy ??= window.trustedTypes?.createPolicy('shindan', { createHTML: (text) => text });
  const template = document.createElement('template');
  const html = steps.get(name);
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content.firstElementChild;
};

export class Questionnaire {
  #port;
  #lang;
  /** The ids of the questions; none, where another pack or language than the prerendered is to come. */
  #questions;
  #at;
  #run;
  /** Where the end leads to once it is known that the wasm will not come: a link, or nothing. */
  #stuck;

  constructor(port, lang, isPrerendered) {
    this.#port = port;
    this.#lang = lang;
    this.#questions = isPrerendered ? prerenderedQuestions : [];
    this.form = document.createElement('form');
    this.form.noValidate = true;
    const run = new URLSearchParams(port.run);
    const at = run.get('.at');
    run.delete('.at');
    this.#run = run;
    const open = this.#questions.findIndex((question) => (at ? question === at : !run.has(question)));
    // A result from a link is shown without asking.
    this.#show(open < 0 || run.has('.open') ? this.#questions.length : open);
  }

  /** The wasm will not come: the end of the list now says so, and leads to `href` if there is one. */
  giveUp(href) {
    this.#stuck = { href };
    if (this.#at === this.#questions.length) {
      this.#show(this.#at);
    }
  }

  choose(question, choice) {
    const step = this.#step;
    if (this.#questions[this.#at] !== question) {
      return;
    }
    const isFirst = !this.#questions.some((name) => this.#run.has(name));
    const input = step.querySelector(`[value="${choice}"]`);
    if (input.type === 'radio') {
      input.checked = true;
    }
    step.querySelector('[role=alert]').hidden = true;
    this.#record(question);
    this.#save();
    if (isFirst) {
      this.#port.emit('start');
    }
  }

  next(question) {
    const step = this.#step;
    if (this.#questions[this.#at] !== question) {
      return;
    }
    if (!this.#run.has(question)) {
      if (step.querySelector('[type=radio]')) {
        step.querySelector('[role=alert]').hidden = false;
        return;
      }
      this.#record(question);
    }
    const { value: index, max: total } = step.querySelector('progress');
    this.#port.emit('answer', { question, index, total });
    this.#go(this.#at + 1);
  }

  back() {
    this.#go(this.#at - 1);
  }

  get #step() {
    return this.form.firstElementChild;
  }

  #show(at) {
    this.#at = at;
    const step = parse(this.#questions[at] ?? (this.#stuck ? '.stuck.' : '.waiting.') + this.#lang);
    for (const input of step.querySelectorAll('input')) {
      input.checked = this.#run.getAll(input.name).includes(input.value);
    }
    const link = step.querySelector('a');
    if (this.#stuck?.href && link) {
      link.href = this.#stuck.href;
    } else {
      link?.remove();
    }
    this.form.replaceChildren(step);
  }

  #go(at) {
    this.#show(at);
    this.#save();
    this.#port.focus('legend, [tabindex]');
  }

  /** Boxes of which none is ticked stand as an empty value. */
  #record(question) {
    const chosen = [...this.#step.querySelectorAll(':checked')].map((input) => input.value);
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
