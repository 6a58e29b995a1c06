// The wording of the pack as a form, with a box to find texts by.

import { el } from '../staff/dom.js';
import { fill, heard } from './controls.js';
import { get, isSame, pathText, put } from './state.js';
import { withWord, wordGroups } from './wording.js';

const label = (t, { name, of: [kind, a, b], nth }) =>
  `${t(`word_${kind}`, { a, b })}${t(`name_${name}`, { n: nth })}`;

/** The panel: `{ node, sync }`. */
export const wordsPanel = (app) => {
  const { t } = app;
  const found = el('p', { class: 'help', 'aria-live': 'polite' });
  const box = el('input', { type: 'search', id: 'filter', 'aria-describedby': 'filter-help', oninput: () => search() });
  const list = el('div', { class: 'words' });
  let fields = [];
  let form;

  const search = () => {
    const wanted = box.value.trim().toLowerCase();
    for (const { row, field, text } of fields) {
      row.hidden = wanted !== '' && !`${text} ${field.value}`.toLowerCase().includes(wanted);
    }
    for (const fold of list.children) {
      const rows = [...fold.querySelectorAll('.field')];
      fold.hidden = rows.every((row) => row.hidden);
      fold.open = wanted !== '' && !fold.hidden;
    }
    found.textContent = wanted && t('found', { n: fields.filter(({ row }) => !row.hidden).length });
  };

  const fieldOf = (of) => {
    const text = label(t, of);
    const id = `words.${pathText(of.path)}`;
    const take = ({ value }) => {
      const state = app.state();
      const own = withWord(app.pack(), !state.pack.own, of.path, value);
      // What is again as it was built in is no pack of one's own.
      const isBack = isSame({ ...own, version: '' }, { ...app.builtIn(), version: '' }) && of.path[0] !== 'version';
      app.change(put(state, ['pack', 'own'], isBack ? null : own), id);
    };
    const field = el('textarea', { id, rows: 2, spellcheck: 'false', ...heard(app, take) });
    const row = el('div', { class: 'field' }, el('label', { for: id }, text), field);
    return { row, field, text, path: of.path };
  };

  const build = (groups) => {
    fields = [];
    const folds = groups.map(({ group, title, fields: of }) => {
      const made = of.map(fieldOf);
      fields.push(...made);
      return el('details', {}, el('summary', {}, title || t(`word_group_${group}`)), made.map(({ row }) => row));
    });
    list.replaceChildren(...folds.filter((fold) => fold.children.length > 1));
    search();
  };

  const showAll = () => {
    if (box.value) {
      box.value = '';
      search();
    }
  };

  const node = el('div', { onreveal: showAll }, el('div', { class: 'field' }, el('label', { for: 'filter' }, t('filter')), box, el('p', { class: 'help', id: 'filter-help' }, t('filter_help')), found), list);
  const sync = () => {
    const pack = app.pack();
    const groups = wordGroups(pack);
    // Titles of sections are not the form's shape: typing one must not build the form anew.
    const shape = JSON.stringify(groups.map((group) => group.fields));
    if (shape !== form) {
      form = shape;
      build(groups);
    }
    for (const { field, path } of fields) {
      const value = get(pack, path);
      fill(field, typeof value === 'string' ? value : '');
    }
  };
  return { node, sync };
};
