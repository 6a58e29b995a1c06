// Which diagnosis is shown: a built-in one, one at an address, one that was changed here or brought along as JSON.

import { controls } from './controls.js';
import { el } from '../staff/dom.js';
import { packFile, taken, understand } from './snippet.js';
import { put } from './state.js';

/** The JSON of the pack, for those who know the format. */
const jsonEditor = (app) => {
  const { t } = app;
  const said = el('div', { role: 'status' });
  const text = el('textarea', { id: 'pack-json', rows: 12, spellcheck: 'false', 'data-own-undo': true });
  const apply = async () => {
    const understood = understand(text.value);
    const faults = understood.kind === 'pack' ? await app.faultsOf(understood.json) : [t('import_noObject')];
    said.replaceChildren(
      faults.length > 0
        ? el('div', {}, el('p', {}, t('jsonRefused')), el('ul', {}, faults.map((fault) => el('li', {}, fault))))
        : el('p', {}, t('jsonApplied')),
    );
    if (faults.length === 0) {
      app.change(taken(app.state(), understood, app.builtInIds));
    }
  };
  const fold = el('details', { ontoggle: () => fold.open && !text.value && (text.value = JSON.stringify(app.pack(), null, 2)) });
  fold.append(
    el('summary', {}, t('json')),
    el('div', { class: 'field' }, el('label', { for: text.id }, t('jsonLabel')), text),
    el('button', { type: 'button', onclick: apply }, t('jsonApply')),
    said,
  );
  let last;
  return {
    node: fold,
    sync: () => {
      // What was typed and not yet applied stays, whatever else changes.
      const now = JSON.stringify(app.pack(), null, 2);
      if (text.value === '' || text.value === last) {
        text.value = now;
      }
      last = now;
    },
  };
};

/** The panel: `{ node, sync }`. */
export const packPanel = (app) => {
  const { t } = app;
  const line = el('p', { class: 'note' });
  const drop = el('button', { type: 'button', onclick: () => app.change(put(app.state(), ['pack', 'own'], null)) }, t('dropOwn'));
  const own = el('div', { class: 'own' }, line, drop);
  const elsewhere = el('p', { class: 'note' }, t('addressOnly'));
  const parts = [
    controls.select({ ...app, step: app.choosePack }, { path: ['pack', 'id'], key: 'packId', names: 'pack', options: app.builtInIds }),
    controls.select({ ...app, step: app.choosePack }, { path: ['pack', 'lang'], key: 'packLang', options: ['ja', 'en'], names: 'lang' }),
    controls.text(app, { path: ['pack', 'address'], kind: 'text', key: 'address', help: true }),
    { node: el('div', {}, elsewhere, own), sync: () => {} },
    jsonEditor(app),
  ];
  return {
    node: el('div', {}, parts.map(({ node }) => node)),
    sync: (state) => {
      parts.forEach((part) => part.sync(state));
      const { own: pack, address } = state.pack;
      own.hidden = !pack;
      elsewhere.hidden = Boolean(pack) || !address;
      line.textContent = pack ? t(address ? 'ownAddress' : 'own', { file: packFile(pack) }) : '';
    },
  };
};
