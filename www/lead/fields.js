// The inputs about the respondent: labels, keyboards, autofill, and a kind word where something is amiss. What is right
// the core knows (src/domain/contact.rs); an input shows what the core has made of it.

/* global LEAD_WORDS */
import { el } from './dom.js';

/** By the name of an input: what the core checks it as, its label, what a browser fills it in with, and its type. */
const kinds = {
  company: ['company', LEAD_WORDS.company, 'organization'],
  last_name: ['name', LEAD_WORDS.last_name, 'family-name'],
  first_name: ['name', LEAD_WORDS.first_name, 'given-name'],
  email: ['email', LEAD_WORDS.email, 'email', 'email'],
  phone: ['phone', LEAD_WORDS.phone, 'tel', 'tel'],
  title: ['line', LEAD_WORDS.title, 'organization-title'],
  size: ['line', LEAD_WORDS.size],
  message: ['message', LEAD_WORDS.message],
};

/** The names of all inputs. */
export const names = Object.keys(kinds);

/** The label of the input of that name, or of whatever else it names. */
export const labelOf = (name, say) => say(kinds[name]?.[1] ?? LEAD_WORDS.input);

const flaws = {
  missing: LEAD_WORDS.missing,
  long: LEAD_WORDS.long,
  space: LEAD_WORDS.space,
  no_at: LEAD_WORDS.no_at,
  many_ats: LEAD_WORDS.many_ats,
  before_at: LEAD_WORDS.before_at,
  after_at: LEAD_WORDS.after_at,
  character: LEAD_WORDS.character,
  beginning: LEAD_WORDS.beginning,
  few: LEAD_WORDS.few,
  many: LEAD_WORDS.many,
};

/** A text beside `input` that says what is wrong with it; an empty one takes that back. */
const flagging = (input, name) => {
  const error = el('p', { id: `lead-error-${name}`, class: 'flaw', hidden: true });
  const flag = (text) => {
    error.textContent = text;
    error.hidden = !text;
    for (const [attribute, value] of [['aria-invalid', 'true'], ['aria-describedby', error.id]]) {
      if (text) {
        input.setAttribute(attribute, value);
      } else {
        input.removeAttribute(attribute);
      }
    }
    return !text;
  };
  return { error, flag };
};

const isFlagged = (input) => input.hasAttribute('aria-invalid');

const inputOf = (name, attributes, say) => {
  if (name === 'message') {
    return el('textarea', { ...attributes, rows: 4 });
  }
  if (name === 'size') {
    const sizes = say(LEAD_WORDS.sizes).split('|').map((size) => el('option', {}, size));
    return el('select', attributes, el('option', { value: ' ' }, say(LEAD_WORDS.choose)), ...sizes);
  }
  return el('input', attributes);
};

/**
 * An input with its label: `{ name, label, node, input, flag, look }`. `look(isLast)` checks it, shows its normal form, and
 * answers whether it is right; that something is missing is said only if it `isLast` or was said before.
 */
export const makeField = (name, isNeeded, { say, check: ask, ready }) => {
  const [kind, word, autocomplete = 'off', type = 'text'] = kinds[name];
  const label = say(word);
  const id = `lead-${name}`;
  const input = inputOf(name, { id, name, type, autocomplete, required: isNeeded }, say);
  const { error, flag } = flagging(input, name);
  const check = (isLast, isTyping) => {
    const { text, flaw, detail } = ask(kind, input.value);
    if (text !== undefined) {
      if (!isTyping) {
        input.value = text;
      }
      return flag('');
    }
    const isFine = flaw === 'missing' && !(isNeeded && (isLast || isFlagged(input)));
    return flag(isFine ? '' : say(flaws[flaw], { label, detail }));
  };
  // What is typed before the core is there is checked when it is.
  input.addEventListener('change', () => ready().then(() => check(), () => {}));
  input.addEventListener('input', (event) => !event.isComposing && isFlagged(input) && check(false, true));
  const text = isNeeded ? label : say(LEAD_WORDS.optional, { label });
  const node = el('div', { class: `field ${name}` }, el('label', { for: id }, text), input, error);
  return { name, label, node, input, flag, look: check };
};

/** A box to tick, with the same methods; one that is needed says so with `needed`. */
export const makeBox = (name, label, needed) => {
  // Not `required`, by which browsers call an empty box wrong before anybody has come to it.
  const input = el('input', { type: 'checkbox', name, 'aria-required': needed && 'true' });
  const { error, flag } = flagging(input, name);
  const look = () => flag(needed && !input.checked ? needed : '');
  input.addEventListener('change', look);
  return { name, label, node: el('div', {}, el('label', { part: 'consent' }, input, el('span', {}, label)), error), input, flag, look };
};
