// Asks before something is done that is not easily undone.

import { el } from '../staff/dom.js';

/** Asks in a dialog of the page; resolves to whether the answer is `yes`. */
export const ask = (t, question, yes) =>
  new Promise((answer) => {
    const button = (id, text, value, kind) => el('button', { type: 'submit', id, value, class: kind }, text);
    const text = el('p', { id: 'ask-text' }, question);
    const buttons = el('div', { class: 'buttons' }, button('yes', yes, 'yes', 'main'), button('no', t('no'), ''));
    const dialog = el('dialog', { 'aria-labelledby': text.id }, el('form', { method: 'dialog' }, text, buttons));
    dialog.addEventListener('close', () => {
      dialog.remove();
      answer(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
