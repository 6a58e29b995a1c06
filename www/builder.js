// The builder page: puts the panels together and holds the one state that they show. Nothing here is loaded by a
// respondent, and nothing that is entered here is sent anywhere.

/* global PACK_FILES */
import { controls, idOf } from './builder/controls.js';
import { destinationsPanel } from './builder/destinations_panel.js';
import { el } from './staff/dom.js';
import { groups } from './builder/fields.js';
import { importPanel } from './builder/import_panel.js';
import { faultsOf } from './builder/lint.js';
import { outputPanel } from './builder/output_panel.js';
import { packPanel } from './builder/pack_panel.js';
import { previewPanel } from './builder/preview_panel.js';
import { begin, change, initial, put, redo, settle, undo } from './builder/state.js';
import { load, save } from './builder/store.js';
import { words } from './builder/words.js';
import { wordsPanel } from './builder/words_panel.js';

const builtInIds = [...new Set(Object.keys(PACK_FILES).map((name) => name.split('.')[0]))].sort(
  (one, other) => (other === initial.pack.id) - (one === initial.pack.id) || (one < other ? -1 : 1),
);
/** Where the widget's files are: beside this page. */
const folder = new URL('.', location.href).href;
/** The JSON of the built-in packs, as far as they were asked for, by `ID.LANG`. */
const packs = new Map();

const nameOf = ({ pack }) => `${pack.id}.${pack.lang}`;

/** Has the built-in pack of a state at hand. */
const fetchPack = async (state) => {
  const name = nameOf(state);
  if (!packs.has(name)) {
    packs.set(name, await (await fetch(`./packs/${name}.json`)).json());
  }
};

/** What was kept, if it still is a state. */
const kept = () => {
  const work = load('work');
  const isState = typeof work?.config === 'object' && work.config && builtInIds.includes(work.pack?.id);
  return isState ? { ...initial, ...work } : initial;
};

let history = begin(kept());
let language = load('language') === 'en' ? 'en' : 'ja';
/** The panels on the page. */
let panels = [];

const state = () => history.present;

const status = el('p', { class: 'status', role: 'status' });

const sync = () => {
  panels.forEach((panel) => panel.sync(state()));
  app.buttons.undo.disabled = history.past.length === 0;
  app.buttons.redo.disabled = history.future.length === 0;
};

/** Takes up another history, once its pack is there. */
const take = async (next) => {
  history = next;
  if (!save('work', state())) {
    app.say(app.t('noStore'));
  }
  const { present } = next;
  try {
    await fetchPack(present);
  } catch {
    app.say(app.t('noPack'));
    history = undo(history);
  }
  if (present === state() || history !== next) {
    sync();
  }
};

const app = {
  builtInIds,
  folder,
  buttons: {},
  state,
  /** The pack as it is edited: the owner's, else the built-in one. */
  pack: () => state().pack.own ?? app.builtIn(),
  builtIn: () => packs.get(nameOf(state())),
  with: (path, value) => put(state(), path, value),
  /** Another state; changes in a row under one name are one step. */
  change: (next, name) => take(change(history, next, name)),
  put: (path, value) => app.change(app.with(path, value), idOf(path)),
  step: (path, value) => app.change(app.with(path, value)),
  settle: () => take(settle(history)),
  choosePack: (path, value) => app.change(put(put(state(), path, value), ['pack', 'own'], null)),
  faultsOf: async (pack) => (await faultsOf(pack, language)).map(({ path, text, fix }) => `${path}：${text} → ${fix}`),
  /** Says a line, for everybody. */
  say: (line) => {
    status.textContent = '';
    // A line that is said twice is heard twice.
    requestAnimationFrame(() => (status.textContent = line));
  },
};

const goBack = () => {
  take(undo(history));
  app.say(app.t('undone'));
};

const goForward = () => {
  take(redo(history));
  app.say(app.t('redone'));
};

const ownPanels = { pack: packPanel, words: wordsPanel, destinations: destinationsPanel };

/** One part of the form: its heading, a line of help where there is one, its fields. */
const section = ({ group, fields }) => {
  const { t } = app;
  const parts = ownPanels[group] ? [ownPanels[group](app)] : fields.map((field) => controls[field.kind](app, field));
  panels.push(...parts);
  const hint = { look: 'dark_help' }[group];
  return el(
    'section',
    { 'aria-labelledby': `group-${group}` },
    el('h2', { id: `group-${group}` }, t(`group_${group}`)),
    hint && el('p', { class: 'note' }, t(hint)),
    parts.map(({ node }) => node),
  );
};

const toolbar = () => {
  const { t } = app;
  const button = (key, onclick, given) => el('button', { type: 'button', id: key, onclick, ...given }, t(key));
  app.buttons = {
    undo: button('undo', goBack, { 'aria-keyshortcuts': 'Control+Z' }),
    redo: button('redo', goForward, { 'aria-keyshortcuts': 'Control+Shift+Z' }),
  };
  const startAgain = () => confirm(t('startAgainAsk')) && app.change(initial);
  return el('div', { class: 'tools', role: 'group', 'aria-label': t('tools') }, Object.values(app.buttons), button('startAgain', startAgain), status);
};

const panel = (make) => {
  const made = make(app);
  panels.push(made);
  return made.node;
};

const titled = (key, node) =>
  el('section', { 'aria-labelledby': `group-${key}` }, el('h2', { id: `group-${key}` }, app.t(key)), node);

const draw = () => {
  app.language = language;
  app.t = words(language);
  const { t } = app;
  panels = [];
  document.documentElement.lang = language;
  document.title = t('title');
  const other = language === 'ja' ? 'en' : 'ja';
  const turn = () => {
    language = other;
    save('language', language);
    draw();
    document.getElementById('language').focus();
  };
  document.body.replaceChildren(
    el(
      'header',
      {},
      el('h1', {}, t('title')),
      el('p', {}, t('intro')),
      el('p', { class: 'private' }, t('private')),
      el('button', { type: 'button', id: 'language', lang: other, onclick: turn }, t('language')),
    ),
    el(
      'main',
      {},
      toolbar(),
      el('form', { 'aria-label': t('form'), onsubmit: (event) => event.preventDefault() }, groups.map(section), titled('import', panel(importPanel))),
      el('div', { class: 'beside' }, panel(previewPanel), titled('output', panel(outputPanel))),
    ),
  );
  take(history);
};

document.addEventListener('keydown', (event) => {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';
  // Texts that are no part of the state have the browser's own way back.
  if (isUndo && !event.target.closest('[data-own-undo]')) {
    event.preventDefault();
    (event.shiftKey ? goForward : goBack)();
  }
});

fetchPack(state()).then(draw, () => {
  history = begin(initial);
  return fetchPack(initial).then(draw);
});
