// What the linter says as a list; each place leads to its field.

import { el, reveal } from '../staff/dom.js';

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

/** One diagnostic as an entry of a list. */
const entry = (t, { severity, path, id, about, text, fix }) => {
  const field = id && fieldAt(id);
  const [what, mend] = about ? [t(about), t(`${about}Mend`)] : [text, fix];
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
    el('p', {}, what, el('br'), mend && `→ ${mend}`),
    el('code', {}, path),
  );
};

/** Shows diagnostics in a list, without touching it if nothing has changed. */
export const showDiagnostics = (t, list, diagnostics) => {
  const entries = diagnostics.map((diagnostic) => entry(t, diagnostic));
  const now = entries.map((one) => one.outerHTML).join('');
  if (list.dataset.shown !== now) {
    list.dataset.shown = now;
    list.replaceChildren(...(entries.length > 0 ? entries : [el('li', { class: 'fine' }, t('noRemarks'))]));
  }
};
