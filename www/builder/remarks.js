// The linter's remarks as a list; each place leads to its field.

import { el, reveal } from '../staff/dom.js';
import { toJapanese } from './remarks_ja.js';

/** The field at a place, or the nearest one around it. */
const fieldAt = (id) => {
  for (let at = id; at; at = at.replace(/(\.[^.[\]]*|\[\d+\])$/, '')) {
    const field = document.getElementById(at);
    if (field || !/[.[]/.test(at)) {
      return field;
    }
  }
};

const nameOf = (field) =>
  (field.labels?.[0] ?? field.querySelector?.('legend'))?.textContent ?? field.getAttribute('aria-label');

/** One remark as an entry of a list. */
const entry = ({ t, language }, remark) => {
  const { severity, path, id, about } = remark;
  const field = id && fieldAt(id);
  const say = language === 'ja' ? toJapanese : (text) => text;
  const [reason, mend] = about ? [t(about), t(`${about}Mend`)] : [say(remark.reason), say(remark.mend)];
  const name = (field && nameOf(field)) || path;
  const go = (event) => {
    event.preventDefault();
    reveal(field);
  };
  return el(
    'li',
    { class: severity, 'data-path': path },
    el('strong', {}, t(severity === 'error' ? 'problem' : 'hint')),
    ' ',
    field ? el('a', { href: `#${encodeURIComponent(field.id)}`, onclick: go }, name) : el('span', {}, name),
    el('p', {}, reason, el('br'), mend && `→ ${mend}`),
    el('code', {}, path),
  );
};

/** Shows remarks in a list, without touching it if nothing has changed. */
export const showRemarks = (app, list, remarks) => {
  const entries = remarks.map((remark) => entry(app, remark));
  const now = entries.map((one) => one.outerHTML).join('');
  if (list.dataset.shown !== now) {
    list.dataset.shown = now;
    list.replaceChildren(...(entries.length > 0 ? entries : [el('li', { class: 'fine' }, app.t('noRemarks'))]));
  }
};
