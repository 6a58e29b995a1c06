// Taking up what there is already: a snippet, a configuration, a pack; pasted or from a file.

import { el } from '../staff/dom.js';
import { taken, understand } from './snippet.js';

/** The panel: `{ node, sync }`. */
export const importPanel = (app) => {
  const { t } = app;
  const said = el('div', { role: 'status', id: 'import-said' });
  const text = el('textarea', { id: 'import', rows: 4, spellcheck: 'false', 'data-own-undo': true, 'aria-describedby': 'import-help' });

  const tell = (line, remarks) => {
    const entries = remarks.map(({ path, about, given = [] }) =>
      el('li', {}, path && el('code', {}, path), path && ' ', t(`import_${about}`, { a: given[0] })),
    );
    said.replaceChildren(el('p', {}, line), ...(entries.length > 0 ? [el('ul', {}, entries)] : []));
  };

  const go = async () => {
    const understood = understand(text.value);
    const { kind, remarks } = understood;
    if (kind === 'nothing') {
      tell(t('importedNothing'), remarks);
      return;
    }
    const faults = kind === 'pack' ? await app.faultsOf(understood.json) : [];
    if (faults.length > 0) {
      said.replaceChildren(el('p', {}, t('jsonRefused')), el('ul', {}, faults.map((fault) => el('li', {}, fault))));
      return;
    }
    const next = taken(app.state(), understood, app.builtInIds);
    app.change(next);
    const needsPack = kind === 'snippet' && next.pack.address && !next.pack.own;
    tell(t(`imported_${kind}`), [...remarks, ...(needsPack ? [{ path: 'pack', about: 'packFile' }] : [])]);
  };

  const file = el('input', {
    type: 'file',
    id: 'import-file',
    accept: '.json,.html,.htm,.txt,application/json,text/html',
    onchange: async ({ target }) => {
      text.value = (await target.files[0]?.text()) ?? '';
      target.value = '';
      await go();
    },
  });
  const node = el(
    'div',
    {},
    el('p', { class: 'help', id: 'import-help' }, t('import_help')),
    el('div', { class: 'field' }, el('label', { for: text.id }, t('importLabel')), text),
    el('div', { class: 'buttons' }, el('button', { type: 'button', id: 'import-go', onclick: go }, t('importGo'))),
    el('div', { class: 'field' }, el('label', { for: file.id }, t('importFile')), file),
    said,
  );
  return { node, sync: () => {} };
};
