// The lead form: asks, checks, says what is sent and why, and hands over a lead. Where it goes from there is none of its
// business (www/lead/told.js, crates/outbox).

/* global LEAD_WORDS */
import { button, el } from './dom.js';
import { readDraft, writeDraft } from './draft.js';
import { flat } from './flat.js';
import { makeBox, makeField } from './fields.js';
import { newId } from './id.js';
import { assemble } from './lead.js';

/** Purpose of use, what goes along, and the owner's policy. */
const purpose = ({ say, settings: { purpose, policy } }) => [
  el('p', {}, purpose || say(LEAD_WORDS.purpose)),
  el('p', {}, say(LEAD_WORDS.along)),
  policy && el('p', {}, el('a', { href: policy, class: 'way', target: '_blank', rel: 'noopener' }, say(LEAD_WORDS.policy))),
];

/** The boxes to tick: none is ticked beforehand. */
const makeBoxes = ({ say, settings: { marketing } }) => {
  const text = marketing && say(LEAD_WORDS.sender, { sender: marketing.sender, text: marketing.text || say(LEAD_WORDS.marketing) });
  return {
    answers: makeBox('answers', say(LEAD_WORDS.answers)),
    marketing: marketing && makeBox('marketing', text),
    privacy: makeBox('privacy', say(LEAD_WORDS.privacy), say(LEAD_WORDS.agree)),
  };
};

/** An input that no person finds: what fills it in is a program. */
const makeTrap = ({ say }) => {
  const input = el('input', { name: 'homepage', tabindex: '-1', autocomplete: 'off' });
  return { input, node: el('div', { class: 'trap', 'aria-hidden': 'true' }, say(LEAD_WORDS.leave_empty), input) };
};

/** The payload, name by name, to be unfolded; it follows what is typed into `form`. */
const makePreview = ({ say }, form, leadOf) => {
  const list = el('dl', {});
  const node = el('details', {}, el('summary', {}, say(LEAD_WORDS.preview)), list);
  const row = ([name, value]) => [el('dt', {}, name), el('dd', {}, value)];
  const fill = () => node.open && list.replaceChildren(...flat(leadOf()).flatMap(row));
  node.addEventListener('toggle', fill);
  form.addEventListener('input', fill);
  form.addEventListener('change', fill);
  return node;
};

/** All that is asked and agreed to, with `leadOf()`, the lead as it would be sent now. */
const makeInputs = (context) => {
  const { say, settings, port, lang } = context;
  const { id = newId(), since = Date.now(), values = {} } = readDraft(port);
  const fields = settings.fields.map((name) => makeField(name, settings.needed.includes(name), context));
  const boxes = makeBoxes(context);
  const { answers, marketing, privacy } = boxes;
  const trap = makeTrap(context);
  const agreed = [settings.purpose || say(LEAD_WORDS.purpose), say(LEAD_WORDS.along), settings.policy, privacy.label];
  for (const { name, input } of fields) {
    input.value = values[name] ?? input.value;
  }
  const typed = () => Object.fromEntries(fields.map(({ name, input }) => [name, input.value]).filter(([, text]) => text.trim()));
  const leadOf = () =>
    assemble({
      id,
      created: new Date(),
      values: typed(),
      privacy: { text: agreed.filter(Boolean).join(' '), version: settings.version },
      marketing: marketing && { agreed: marketing.input.checked, text: marketing.label },
      diagnosis: context.diagnosis(answers.input.checked),
      attribution: context.attribution(),
      elapsed: Date.now() - since,
      honeypot: Boolean(trap.input.value),
      locale: lang,
    });
  return { fields, boxes, trap, leadOf, keep: () => writeDraft(port, { id, since, values: typed() }) };
};

/** Has a press of `submit` check everything, and hand over the lead once. */
const listen = (form, submit, { say, ready }, { fields, boxes, leadOf, keep }, { tell, mark }, send) => {
  let isBusy = false;
  // Whoever begins to fill it in is likely to send it.
  form.addEventListener('focusin', () => ready().catch(() => {}));
  // Enter presses it too. The form's own `submit` does not come in a sandbox that forbids forms.
  submit.addEventListener('click', async (event) => {
    event.preventDefault();
    if (isBusy) {
      return;
    }
    isBusy = true;
    tell('');
    submit.setAttribute('aria-disabled', 'true');
    let isReady = false;
    try {
      await ready();
      isReady = true;
      const wrong = [...fields, boxes.privacy].filter(({ look }) => !look(true));
      if (wrong.length > 0) {
        mark(wrong);
      } else {
        await send(leadOf());
      }
    } catch (error) {
      console.error(error);
      tell(say(!isReady ? LEAD_WORDS.not_yet : error.code === 'too_large' ? LEAD_WORDS.too_large : LEAD_WORDS.failed));
    }
    isBusy = false;
    submit.removeAttribute('aria-disabled');
  });
  form.addEventListener('input', keep);
  // The result takes a change for a try of what would be.
  form.addEventListener('change', (event) => event.stopPropagation());
};

/**
 * A form for one lead: `{ node, focus, mend }`. `send(lead)` is awaited for each press that finds nothing amiss; it rejects
 * what is too large. `mend(names)` leads to the inputs that a receiver did not take as they are.
 */
export const makeForm = (context, send) => {
  const { say, settings, isBefore, skip } = context;
  const inputs = makeInputs(context);
  const { fields, boxes, trap, leadOf } = inputs;
  const form = el('form', { part: 'lead-form', novalidate: true, 'aria-labelledby': 'lead-heading' });
  const summary = el('p', { part: 'error', role: 'alert', hidden: true });
  const submit = el('button', { part: 'submit' }, say(settings.isSent ? LEAD_WORDS.submit : LEAD_WORDS.store));
  const tell = (text) => {
    summary.textContent = text;
    summary.hidden = !text;
  };
  /** Says what is amiss, and leads to the first of it. */
  const mark = (wrong) => {
    if (wrong.length > 0) {
      tell(say(LEAD_WORDS.mend, { fields: wrong.map(({ label }) => label).join(say(LEAD_WORDS.comma)) }));
      wrong[0].input.focus();
    }
  };
  listen(form, submit, context, inputs, { tell, mark }, send);
  const content = [
    el('h3', { id: 'lead-heading' }, say(LEAD_WORDS.heading)),
    isBefore() && el('p', {}, say(LEAD_WORDS.gate)),
    el('div', { class: 'fields' }, ...fields.map(({ node }) => node)),
    trap.node,
    ...purpose(context),
    ...Object.values(boxes).map((box) => box?.node),
    makePreview(context, form, leadOf),
    summary,
    submit,
    isBefore() && settings.skip && button(say(LEAD_WORDS.skip), skip),
  ];
  form.append(...content.filter(Boolean));
  const focus = () => fields[0].input.focus();
  const mend = (names) => {
    const refused = fields.filter(({ name }) => names.includes(name));
    for (const { label, flag } of refused) {
      flag(say(LEAD_WORDS.mend, { fields: label }));
    }
    focus();
    mark(refused);
  };
  return { node: form, focus, mend };
};
