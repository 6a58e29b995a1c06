// The events of one widget for the page around it. No method throws.

export class HostEvents {
  #host;
  #view;
  #isOnScreen = false;
  /**
   * The question that was reported last, as long as it is shown; and since when, in milliseconds.
   * @type {string | undefined}
   */
  #question;
  #since = NaN;
  /**
   * The arm of the owner's comparison that is shown, which events name: see www/variants.js.
   * @type {string | undefined}
   */
  variant;

  /**
   * `view` answers the element that is shown.
   * @param {HTMLElement} host
   * @param {() => HTMLElement} view
   */
  constructor(host, view) {
    this.#host = host;
    this.#view = view;
  }

  /**
   * Tells the site owner what failed, and how to fix it.
   * @param {string} code
   * @param {string} help
   */
  fail(code, help) {
    console.error(`<shindan-widget> ${code}: ${help}`);
    this.emit('error', { code, help });
  }

  /**
   * Reports the question that the view shows, once for each time that it comes on screen.
   * @param {boolean} [isOnScreen] whether a part of the view can be seen; as before without it
   */
  reportQuestion(isOnScreen = this.#isOnScreen) {
    this.#isOnScreen = isOnScreen;
    const view = this.#view();
    const question = view.querySelector('fieldset')?.dataset.question;
    if (isOnScreen && question !== this.#question) {
      this.#question = question;
      const before = this.#since;
      this.#since = question ? performance.now() : NaN;
      if (question) {
        const { value: index, max: total } = /** @type {HTMLProgressElement} */ (view.querySelector('progress'));
        // Without a question before it the key is there all the same: data layer variables keep what nothing replaces.
        this.emit('view', { question, index, total, seconds: Math.ceil((this.#since - before) / 1000) || undefined });
      }
    }
  }

  /** Whether the visitor has agreed to measuring, as the page says now. */
  get isMeasured() {
    return Boolean(this.#host.dataset.consent?.split(/\s+/).includes('analytics'));
  }

  /** Whether the tag manager is notified of events now; `undefined` where the element does not say. */
  get pushes() {
    const { layer } = this.#host.dataset;
    return layer === undefined ? layer : layer !== 'consent' || this.isMeasured;
  }

  /**
   * Dispatches `shindan:NAME` on the element, and notifies the tag manager where the owner wishes that.
   * @param {string} name
   * @param {object} detail
   */
  emit(name, detail = {}) {
    const event = `shindan:${name}`;
    const { variant } = this;
    try {
      const whole = variant ? { ...detail, variant } : detail;
      this.#host.dispatchEvent(new CustomEvent(event, { detail: whole, bubbles: true, composed: true }));
      if (this.pushes) {
        (window.dataLayer ??= []).push({ event, ...whole });
      }
    } catch (error) {
      console.error(error);
    }
  }
}
