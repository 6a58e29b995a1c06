// The door: asks for the pass-phrase, or for one to be set; and what the page says about what it is good for.

import { el } from '../staff/dom.js';
import { isPossible, isRight, isSet, remove, set, shortest } from './lock.js';

const input = (id, autocomplete) => el('input', { type: 'password', id, autocomplete, required: true, 'aria-describedby': 'phrase-said' });

const field = (label, field) => el('div', { class: 'field' }, el('label', { for: field.id }, label), field);

/** What the pass-phrase does and does not do. */
export const honesty = (t) =>
  el('div', { class: 'note' }, el('p', {}, t('honest_does')), el('p', {}, t('honest_not')), el('p', {}, t('honest_device')));

const panel = (t, parts, onsubmit) => {
  const said = el('p', { id: 'phrase-said', role: 'alert' });
  const go = async (event) => {
    event.preventDefault();
    said.textContent = '';
    try {
      said.textContent = (await onsubmit()) ?? '';
    } catch {
      said.textContent = t('phraseNotKept');
    }
  };
  return el('form', { onsubmit: go }, parts, said);
};

/** Asks for the pass-phrase; `open()` once it is right. */
const enter = (t, open) => {
  const phrase = input('phrase', 'current-password');
  const parts = [field(t('phrase'), phrase), el('button', { class: 'main', id: 'unlock' }, t('unlock')), el('p', { class: 'help' }, t('forgotten'))];
  return panel(t, parts, async () => {
    if (await isRight(phrase.value)) {
      open();
      return '';
    }
    phrase.value = '';
    phrase.focus();
    return t('phraseWrong');
  });
};

/** Has a pass-phrase set. */
const choose = (t, done) => {
  const phrase = input('phrase', 'new-password');
  const again = input('phrase-again', 'new-password');
  const parts = [
    field(t('phraseNew', { n: shortest }), phrase),
    field(t('phraseAgain'), again),
    el('button', { class: 'main', id: 'set-phrase' }, t('setPhrase')),
  ];
  return panel(t, parts, async () => {
    if ([...phrase.value].length < shortest) {
      phrase.focus();
      return t('phraseShort', { n: shortest });
    }
    if (phrase.value !== again.value) {
      again.focus();
      return t('phrasesDiffer');
    }
    await set(phrase.value);
    done();
    return '';
  });
};

const titled = (t, title, ...content) =>
  el('section', { 'aria-labelledby': 'door', class: 'door' }, el('h2', { id: 'door', tabindex: -1 }, t(title)), content);

/** What stands in the place of the list until it may be seen. */
export const door = (t, open) => {
  if (isSet()) {
    return titled(t, 'locked', enter(t, open), honesty(t));
  }
  if (!isPossible()) {
    const go = el('button', { type: 'button', id: 'without', class: 'main', onclick: open }, t('openList'));
    return titled(t, 'noLock', el('p', {}, t('noLock_help')), go, honesty(t));
  }
  const without = el('button', { type: 'button', id: 'without', onclick: open }, t('withoutPhrase'));
  return titled(t, 'choosePhrase', choose(t, open), el('div', { class: 'buttons' }, without), honesty(t));
};

/** The panel below the list: `{ node, sync }`. */
export const protection = (app) => {
  const { t } = app;
  const buttons = el('div', { class: 'buttons' });
  const draw = () => {
    const button = (id, onclick) => el('button', { type: 'button', id, onclick }, t(id));
    const change = () => {
      const form = choose(t, () => {
        app.say(t('phraseSet'));
        app.watch();
        draw();
      });
      buttons.replaceChildren(form);
      form.querySelector('input').focus();
    };
    const drop = () => {
      remove();
      app.watch();
      app.say(t('phraseRemoved'));
      draw();
    };
    const parts = isSet() ? [button('lockNow', app.lock), button('changePhrase', change), button('removePhrase', drop)] : [];
    buttons.replaceChildren(...(parts.length > 0 ? parts : isPossible() ? [button('changePhrase', change)] : []));
  };
  draw();
  return { node: el('div', {}, buttons, honesty(t)), sync: () => {} };
};
