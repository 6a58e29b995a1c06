// Taking leads out: for which program, in which letters, and what is to be known before the file is saved.

import { download, el } from '../staff/dom.js';
import { programs } from './columns.js';
import { named } from './cp932.js';
import { firstLine } from './csv.js';
import { makeCsv, makeJson } from './files.js';

/** Remarks that are listed; the rest is counted. */
const most = 100;

const labelled = (label, field, help) => el('div', { class: 'field' }, el('label', { for: field.id }, label), field, help);

const option = (value, text) => el('option', { value }, text);

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** What there is to say of a file: `[kind, line]`s, and the list of remarks. */
const told = (t, made, program) => {
  const { remarks, replaced, leftOut, unknown, files } = made;
  const lost = remarks.filter(({ about }) => about === 'lost').length;
  const lines = [
    lost > 0 && t('has_lost', { n: lost }),
    remarks.length > lost && t('has_lacking', { n: remarks.length - lost, program: t(`for_${program}`) }),
    replaced.length > 0 && t('has_replaced', { what: replaced.map(named).join(' ') }),
    leftOut.gone > 0 && t('has_gone', { n: leftOut.gone }),
    leftOut.test > 0 && t('has_tests', { n: leftOut.test }),
    unknown.length > 0 && t('has_unknown', { what: unknown.join(t('comma')) }),
    files.length > 1 && t('has_parts', { n: files.length, rows: programs[program]?.rows }),
  ];
  const entries = remarks.slice(0, most).map(({ reference, about, title, what }) => el('li', {}, t(`remark_${about}`, { reference, title, what })));
  if (remarks.length > most) {
    entries.push(el('li', {}, t('remark_more', { n: remarks.length - most })));
  }
  return [lines.filter(Boolean).map((line) => el('p', {}, line)), entries.length > 0 && el('ul', { class: 'remarks', id: 'remarks', tabindex: 0, 'aria-label': t('remarks') }, entries)];
};

/** The panel: `{ node, sync }`. */
export const exportPanel = (app) => {
  const { t } = app;
  const result = el('div', { role: 'status', id: 'export-said' });
  const program = el('select', { id: 'export-for' }, [...Object.keys(programs), 'json'].map((name) => option(name, t(`for_${name}`))));
  const encoding = el('select', { id: 'export-encoding', 'aria-describedby': 'encoding-help' });
  const encodingField = labelled(t('encoding'), encoding, el('p', { class: 'help', id: 'encoding-help' }, t('encoding_help')));
  const head = el('textarea', { id: 'export-head', rows: 2, spellcheck: 'false', 'aria-describedby': 'head-help' });
  const headField = labelled(t('head'), head, el('p', { class: 'help', id: 'head-help' }, t('head_help')));
  const help = el('p', { class: 'note', id: 'program-help' });
  const radio = (value) => el('input', { type: 'radio', name: 'which', value, id: `which-${value}` });
  const [found, picked] = [radio('found'), radio('picked')];
  const [foundText, pickedText] = [el('span'), el('span')];
  const which = el('fieldset', {}, el('legend', {}, t('which')), el('label', { class: 'choice' }, found, foundText), el('label', { class: 'choice' }, picked, pickedText));
  const tests = el('input', { type: 'checkbox', id: 'with-tests' });
  found.checked = true;

  const choose = () => {
    const { encodings = [] } = programs[program.value] ?? {};
    encoding.replaceChildren(...encodings.map((name) => option(name, t(`encoding_${name}`))));
    encodingField.hidden = encodings.length === 0;
    headField.hidden = program.value !== 'sansan';
    help.textContent = t(`help_${program.value}`);
    result.replaceChildren();
  };

  const show = (made) => {
    const saved = ({ name, blob, count }) => {
      const save = () => {
        download(name, blob);
        app.say(t('saved', { file: name }));
      };
      return el('li', {}, el('button', { type: 'button', class: 'main save', onclick: save }, t('save', { file: name })), ` ${t('fileSize', { n: count, size: size(blob.size) })}`);
    };
    const lines = made.count > 0 ? t(made.remarks.length > 0 ? 'madeWithRemarks' : 'made', { n: made.count }) : t('madeNothing');
    result.replaceChildren(el('p', {}, el('strong', {}, lines)), ...told(t, made, program.value).flat().filter(Boolean), el('ul', { class: 'saves' }, made.files.map(saved)));
  };

  const go = async () => {
    const isChosen = picked.checked;
    // The oldest first, as they came in.
    const ids = app.found.filter(({ id }) => !isChosen || app.picked.has(id)).map(({ id }) => id).reverse();
    const wanted = { program: program.value, encoding: encoding.value, head: headField.hidden ? [] : firstLine(head.value), withTests: tests.checked };
    result.replaceChildren();
    try {
      const made = await app.work.run('making', ids.length, (step) => (wanted.program === 'json' ? makeJson(ids, wanted, { step }) : makeCsv(ids, wanted, { t, step })));
      if (made && app.isOpen()) {
        show(made);
      }
    } catch (error) {
      app.sayError(error);
    }
  };

  program.addEventListener('change', choose);
  choose();
  const sync = () => {
    foundText.textContent = t('which_found', { n: app.found.length });
    const n = app.found.filter(({ id }) => app.picked.has(id)).length;
    pickedText.textContent = t('which_picked', { n });
    if (n === 0 && picked.checked) {
      found.checked = true;
    }
    picked.disabled = n === 0;
  };
  const node = el(
    'form',
    { onsubmit: (event) => event.preventDefault(), 'aria-label': t('export') },
    labelled(t('for'), program),
    help,
    encodingField,
    headField,
    which,
    el('div', { class: 'field' }, el('label', { class: 'choice' }, tests, el('span', {}, t('withTests')))),
    el('div', { class: 'buttons' }, el('button', { type: 'button', id: 'make', class: 'main', onclick: go }, t('make'))),
    result,
  );
  return { node, sync };
};
