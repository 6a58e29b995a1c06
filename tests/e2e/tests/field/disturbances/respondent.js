// Whoever uses the widget meanwhile: reads what is shown, picks something, and goes on. What counts is what was read.
(() => {
  const { host, state, disturb, calm, random } = disturbing;
  const root = host.shadowRoot;
  const pause = (ms) => new Promise((then) => setTimeout(then, ms));
  const read = (element) => element.textContent.replace(/⟦.⟧/g, '').replace(/\s+/g, ' ').trim();
  const seen = (element) => !!element?.checkVisibility({ visibilityProperty: true });
  const first = (selector) => [...root.querySelectorAll(selector)].find(seen);
  const every = (selector, within) => [...(within ?? root).querySelectorAll(selector)].filter(seen);

  /** What is on screen. */
  const look = () => {
    const asked = first('[part~=question]');
    const score = first('[part~=score]');
    if (score) return { score: Number(read(score).replace(/\D/g, '')), level: read(first('[part~=level]')) };
    const legend = asked && first('[part~=question] legend');
    if (!legend) return {};
    const choices = every('[part~=choice]', asked).map((label) => ({ label, input: label.querySelector('input'), text: read(label) }));
    return { question: read(legend), choices: choices.filter(({ input }) => input) };
  };

  /** Waits until `there` answers something; the page may do whatever it likes meanwhile, but for a while at most. */
  const until = async (there, what) => {
    const end = performance.now() + 40_000;
    for (let round = 0; ; round += 1) {
      const found = await there();
      if (found) return found;
      if (performance.now() > end) throw new Error(`${what} never comes; it shows ${JSON.stringify(read(root.querySelector('.lead') ?? root.querySelector('.widget') ?? root)).slice(0, 400)}`);
      if (round > 20) {
        calm();
        // It is not far below what is seen, where it would wait.
        host.scrollIntoView();
      }
      await pause(round < 20 ? 8 : 25);
    }
  };

  /** Disturbs the page some times, now and in the next moments. */
  const disturbs = (max) => {
    for (let nth = random(max + 1); nth > 0; nth -= 1) {
      if (random(3) > 0) disturb();
      else setTimeout(disturb, random(40));
    }
  };

  /** As with a key, or with a pointer, each time at another place. */
  const press = (element) => {
    const place = { detail: 1, clientX: random(40) * 30, clientY: random(30) * 30 };
    if (random(2)) element.click();
    else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...place }));
  };

  /** Answers the question on screen; answers what was read of it and picked. */
  const answers = async (max) => {
    const shown = await until(() => {
      const now = look();
      return now.score !== undefined || now.choices?.length ? now : undefined;
    }, 'a question');
    if (shown.score !== undefined) return undefined;
    disturbs(max);
    const { question } = shown;
    const isMany = shown.choices[0].input.type === 'checkbox';
    const pick = ({ choices }) => new Set(isMany ? choices.map(({ text }) => text).filter(() => random(2)) : [any(choices).text]);
    let wanted = pick(shown);
    const isWanted = ({ text }) => wanted.has(text);
    await until(async () => {
      const now = look();
      if (now.question !== question) return true;
      // Words that have become others meanwhile are read anew.
      if (![...wanted].every((text) => now.choices.some((choice) => choice.text === text))) wanted = pick(now);
      const wrong = now.choices.find((choice) => (isMany || isWanted(choice)) && isWanted(choice) !== choice.input.checked);
      if (wrong) press(random(2) ? wrong.input : wrong.label);
      await pause(8);
      const after = look();
      if (after.question !== question) return true;
      if (after.choices.every((choice) => isWanted(choice) === choice.input.checked)) press(any(every('[part~=next]')) ?? root.host);
      await pause(8);
      return look().question !== question;
    }, `what follows ${question}`);
    return [question, [...wanted]];
  };
  const any = (list) => list[random(list.length)];

  const write = (name, text) => {
    const input = first(`.lead [name=${name}]`);
    if (!input) return false;
    if (input.type === 'checkbox') {
      if (!input.checked) press(input.closest('label') ?? input);
      return input.checked;
    }
    if (input.value !== text) {
      input.focus();
      input.select();
      document.execCommand('insertText', false, text);
    }
    return input.value === text;
  };

  /** Fills in the form and sends it, until a status shows; answers its text. */
  const sends = async (email, max) => {
    await until(() => first('.lead [name=email]'), 'a form');
    disturbs(max);
    // A clone of a status says for good what was said once.
    const statusText = (isLast) => every('.lead .lead-status [role=status]').map(read).find((text) => text && !(isLast && /しています/.test(text)));
    await until(async () => {
      if (statusText()) return true;
      if (!write('email', email) || !write('privacy')) return false;
      disturbs(2);
      await pause(8);
      if (write('email', email) && write('privacy')) {
        state.submits += 1;
        first('[part~=submit]')?.click();
      }
      await pause(60);
      return !!statusText();
    }, 'the status of a lead');
    disturbs(max);
    calm();
    // Taken out and put in again at another address it is another page's, and begins anew.
    const anew = () => (first('.lead [name=email]') ? 'a form' : undefined);
    // Without its configuration it has nowhere to send what waits.
    return until(() => statusText(true) ?? anew() ?? (state.is_reconfigured && 'another configuration'), 'what became of a lead');
  };

  /** A whole run with this seed; with an address a lead of it is sent. */
  window.runs = async (seed, max, email) => {
    disturbing.begin(seed);
    const way = [];
    for (let step; (step = await answers(max)); ) {
      way.push(step);
      if (way.length > 40) throw new Error(`it never ends: ${JSON.stringify(way)}`);
    }
    const { score, level } = look();
    const status = email ? await sends(email, max) : null;
    calm();
    await pause(110);
    return { way, score, level, status };
  };
})();
