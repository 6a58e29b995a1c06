// What is looked for: words, state, destination, days.

import { el } from '../staff/dom.js';
import { destinationsOf } from './rows.js';
import { kindNames, nameOf } from './status.js';

const labelled = (label, field) => el('div', { class: 'field' }, el('label', { for: field.id }, label), field);

const option = (value, text) => el('option', { value }, text);

/** The panel: `{ node, sync }`. */
export const filterPanel = (app) => {
  const { t } = app;
  const take = (name) => ({ target }) => app.look({ ...app.filter, [name]: target.value });
  const search = el('input', { type: 'search', id: 'find', autocomplete: 'off', spellcheck: 'false', oninput: take('text') });
  const kind = el('select', { id: 'kind', onchange: take('kind') }, option('', t('every')), kindNames.map((name) => option(name, t(`kind_${name}`))));
  const to = el('select', { id: 'to', onchange: take('to') });
  const from = el('input', { type: 'date', id: 'from', onchange: take('from') });
  const until = el('input', { type: 'date', id: 'until', onchange: take('until') });
  const fields = { text: search, kind, to, from, until };
  let known;
  const sync = () => {
    const names = destinationsOf(app.rows);
    if (names.join() !== known) {
      known = names.join();
      to.replaceChildren(option('', t('every')), ...names.map((name) => option(name, nameOf(name))));
    }
    for (const [name, field] of Object.entries(fields)) {
      if (field.value !== app.filter[name]) {
        field.value = app.filter[name];
      }
    }
  };
  const pairs = el('div', { class: 'filters' }, labelled(t('kind'), kind), labelled(t('to'), to), labelled(t('from'), from), labelled(t('until'), until));
  return { node: el('search', { 'aria-label': t('filter') }, labelled(t('find'), search), pairs), sync };
};
