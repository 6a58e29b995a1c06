// What the owner takes away: the snippet, the settings, the pack.

import { copy, download, el } from '../staff/dom.js';
import { packFile, snippet } from './snippet.js';

/** The panel: `{ node, sync }`. */
export const outputPanel = (app) => {
  const { t } = app;
  const code = el('textarea', { id: 'snippet', rows: 6, readonly: true, spellcheck: 'false', 'data-own-undo': true });
  const upload = el('p', { class: 'note' });
  const saved = (name, value) => {
    download(name, `${JSON.stringify(value, null, 2)}\n`);
    app.say(t('downloaded', { file: name }));
  };
  const button = (key, onclick, kind) => el('button', { type: 'button', id: key, class: kind, onclick }, t(key));
  const pack = button('downloadPack', () => saved(packFile(app.state().pack.own), app.state().pack.own));
  const node = el(
    'div',
    {},
    el('div', { class: 'field' }, el('label', { for: code.id }, t('snippetLabel')), code),
    upload,
    el(
      'div',
      { class: 'buttons' },
      button('copySnippet', async () => app.say(t((await copy(code)) ? 'copied' : 'selected')), 'main'),
      button('downloadConfig', () => saved('shindan-settings.json', app.state().config)),
      pack,
    ),
  );
  const sync = (state) => {
    code.value = snippet(state, app.folder);
    const { own, address } = state.pack;
    pack.hidden = !own;
    upload.hidden = !own || Boolean(address);
    upload.textContent = own ? t('upload', { file: packFile(own) }) : '';
  };
  return { node, sync };
};
