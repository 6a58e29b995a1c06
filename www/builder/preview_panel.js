// The preview with its switches, and the check below it. Both follow the state a moment after it has changed.

import { el } from '../staff/dom.js';
import { check } from './lint.js';
import { Preview } from './preview.js';
import { showDiagnostics } from './diagnostics.js';
import { isSame } from './state.js';

/** How long typing has to rest before the check and the preview follow, in milliseconds. */
const rest = 250;

const switches = (t, key, names, choose) => {
  const inputs = names.map((value, at) =>
    el('input', { type: 'radio', name: key, value, checked: at === 0, onchange: () => choose(value) }),
  );
  const labels = inputs.map((input) => el('label', { class: 'choice' }, input, el('span', {}, t(input.value))));
  return el('fieldset', { class: 'switch' }, el('legend', {}, t(key)), labels);
};

/** The panel: `{ node, sync }`. */
export const previewPanel = (app) => {
  const { t } = app;
  const frame = el('iframe', { src: './builder-preview.html', title: t('preview') });
  const trouble = el('p', { class: 'note', hidden: true });
  const list = el('ul', { class: 'remarks', id: 'remarks' }, el('li', {}, t('checking')));
  const stage = el('div', { class: 'stage' }, frame);
  const preview = new Preview(frame, (key, detail) => app.say(t(key, { detail })));
  const again = () => {
    preview.again();
    app.say(t('againDone'));
  };
  const bar = el(
    'div',
    { class: 'switches' },
    switches(t, 'width', ['phone', 'desktop'], (size) => preview.resize(size)),
    switches(t, 'scheme', ['light', 'dark'], (scheme) => preview.paint(scheme)),
    el('button', { type: 'button', onclick: again }, t('again')),
  );
  const node = el(
    'div',
    {},
    el('section', { 'aria-labelledby': 'preview-title' }, el('h2', { id: 'preview-title' }, t('preview')), bar, trouble, stage),
    el('section', { 'aria-labelledby': 'remarks-title' }, el('h2', { id: 'remarks-title' }, t('remarks')), el('div', { 'aria-live': 'polite' }, list)),
  );

  let timer;
  let done;
  let sound;
  const follow = async () => {
    const state = app.state();
    if (isSame(state, done)) {
      return;
    }
    done = state;
    try {
      const { diagnostics, isPackSound } = await check(state, app.language);
      if (done !== state) {
        return;
      }
      showDiagnostics(t, list, diagnostics);
      // A pack that no reader takes is not shown: the last one that was taken stays.
      sound = isPackSound ? state.pack.own : sound;
      trouble.hidden = isPackSound;
      trouble.textContent = t('stale');
    } catch (error) {
      console.error(error);
      list.replaceChildren(el('li', { class: 'error' }, t('noReader')));
    }
    await preview.show(state, sound);
  };
  const sync = () => {
    clearTimeout(timer);
    timer = setTimeout(follow, done ? rest : 0);
  };
  return { node, sync };
};
