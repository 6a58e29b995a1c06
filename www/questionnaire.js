// Steps through the prerendered questionnaire until the wasm takes over, or permanently if it cannot be loaded. Knows
// no question, rule or branch: it records the chosen values and shows the next step.
import prerendered from 'shindan-questionnaire';
import { focusOn } from './focus.js';

/** Steps by name: the questions of one pack in one language, and the ends of every language, `.waiting.ja` and so on. */
const steps = new Map(prerendered);
const prerenderedQuestions = [...steps.keys()].filter((name) => !name.startsWith('.'));

/** @type {{ createHTML(text: string): string } | undefined} */
let policy;

/**
 * The HTML of the step of that name, as trusted HTML where a policy requires it.
 * @param {string} name
 */
const html = (name) => {
  policy ??= window.trustedTypes?.createPolicy('shindan', { createHTML: (text) => text });
  const text = steps.get(name) ?? '';
  return policy?.createHTML(text) ?? text;
};

export class Questionnaire {
  #widget;
  #lang;
  /** The ids of the questions; empty if a pack or language other than the prerendered one will be shown. */
  #questions;
  #index = 0;
  #run;
  /**
   * The link at the end once it is known that the wasm cannot be loaded; without an address, there is no link.
   * @type {{ href: string | undefined } | undefined}
   */
  #stuck;

  /**
   * @param {import('./types').Widget} widget
   * @param {string} lang
   * @param {boolean} isPrerendered
   */
  constructor(widget, lang, isPrerendered) {
    this.#widget = widget;
    this.#lang = lang;
    this.#questions = isPrerendered ? prerenderedQuestions : [];
    this.form = document.createElement('form');
    this.form.noValidate = true;
    const run = new URLSearchParams(widget.session.run);
    const at = run.get('.at');
    run.delete('.at');
    this.#run = run;
    const open = this.#questions.findIndex((question) => (at ? question === at : !run.has(question)));
    // A result from a link is shown without questions.
    this.#show(open < 0 || run.has('.open') ? this.#questions.length : open);
  }

  /**
   * Called when the wasm cannot be loaded: the end now says so, and links to `href` if there is one.
   * @param {string | undefined} href
   */
  giveUp(href) {
    this.#stuck = { href };
    if (this.#index === this.#questions.length) {
      this.#show(this.#index);
    }
  }

  /**
   * Records a choice of the question on screen.
   * @param {string} question
   * @param {string} choice
   */
  choose(question, choice) {
    if (this.#questions[this.#index] !== question) {
      return;
    }
    const isFirst = !this.#questions.some((name) => this.#run.has(name));
    const radio = /** @type {HTMLInputElement | null} */ (this.form.querySelector(`[type=radio][value="${choice}"]`));
    if (radio) {
      radio.checked = true;
    }
    this.#alert(false);
    this.#record(question);
    this.#save();
    if (isFirst) {
      // The view shows the answer, even before the browser has reported it.
      this.#widget.events.reportQuestion(true);
      this.#widget.events.emit('start');
    }
  }

  /**
   * Continues from the question on screen, if it is answered or has boxes.
   * @param {string} question
   */
  next(question) {
    if (this.#questions[this.#index] !== question) {
      return;
    }
    if (!this.#run.has(question)) {
      if (this.form.querySelector('[type=radio]')) {
        this.#alert(true);
        return;
      }
      this.#record(question);
    }
    const { value: index, max: total } = /** @type {HTMLProgressElement} */ (this.form.querySelector('progress'));
    this.#widget.events.emit('answer', { question, index, total });
    this.#go(this.#index + 1);
  }

  /** Goes back to the previous question. */
  back() {
    this.#go(this.#index - 1);
  }

  /** @param {boolean} isShown */
  #alert(isShown) {
    /** @type {HTMLElement} */ (this.form.querySelector('[role=alert]')).hidden = !isShown;
  }

  /** @param {number} at */
  #show(at) {
    this.#index = at;
    /** @type {string | undefined} */
    const question = this.#questions[at];
    // This throws if a policy forbids it.
    this.form.innerHTML = html(question ?? (this.#stuck ? '.stuck.' : '.waiting.') + this.#lang);
    const chosen = question ? this.#run.getAll(question) : [];
    for (const input of chosen.length ? this.form.querySelectorAll('input') : []) {
      input.checked = chosen.includes(input.value);
    }
    const link = this.form.querySelector('a');
    if (this.#stuck?.href && link) {
      link.href = this.#stuck.href;
    } else {
      link?.remove();
    }
  }

  /** @param {number} at */
  #go(at) {
    this.#show(at);
    this.#widget.events.reportQuestion();
    this.#save();
    focusOn(this.#widget.view().querySelector('legend, [tabindex]'));
  }

  /**
   * Boxes of which none is ticked are stored as an empty value.
   * @param {string} question
   */
  #record(question) {
    const ticked = /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll(':checked'));
    const chosen = [...ticked].map(({ value }) => value);
    this.#run.delete(question);
    for (const value of chosen.length ? chosen : ['']) {
      this.#run.append(question, value);
    }
  }

  #save() {
    const at = this.#questions[this.#index];
    this.#widget.session.save((at ? `.at=${at}&` : '') + this.#run);
  }
}
