// The lead console: what this device keeps of leads, for the people who took them. Puts the panels together and holds what
// they show. Nothing here is loaded by a respondent, and nothing of what it shows is sent anywhere by it.

import { makeActions } from './leads/actions.js';
import { exportPanel } from './leads/export_panel.js';
import { filterPanel } from './leads/filter_panel.js';
import { listPanel } from './leads/list_panel.js';
import { isSet, watch } from './leads/lock.js';
import { door, protection } from './leads/lock_panel.js';
import { all, count, isWhole } from './leads/records.js';
import { everything, find, rowOf } from './leads/rows.js';
import { Cancelled, makeWork } from './leads/work.js';
import { words } from './leads/words.js';
import { el } from './staff/dom.js';

const languageKey = 'shindan-console:language';

const load = () => {
  try {
    return localStorage.getItem(languageKey) === 'en' ? 'en' : 'ja';
  } catch {
    return 'ja';
  }
};

let language = load();
let isUnlocked = false;
/** The panels on the page. */
let panels = [];
/** Ends the watch for idle hands. */
let endWatch = () => {};

const status = el('p', { class: 'status', role: 'status' });

const app = {
  /** Whether what there is has been read, and what the list knows of each lead, the newest first. */
  hasRead: false,
  rows: [],
  /** Those that the filter lets through. */
  found: [],
  filter: everything,
  /** Ids that are chosen, and those that are unfolded. */
  picked: new Set(),
  open: new Set(),
  page: 0,
  /** What was deleted last, as long as this page is open. */
  deleted: [],
  isOpen: () => isUnlocked,
  /** Says a line, for everybody. */
  say: (line) => {
    status.textContent = '';
    // A line that is said twice is heard twice.
    requestAnimationFrame(() => (status.textContent = line));
  },
  sayError: (error) => app.say(error instanceof Cancelled ? app.t('cancelled') : app.t('failed', { error: error?.message ?? error })),
  sync: () => {
    panels.forEach((panel) => panel.sync());
    const undo = document.getElementById('undo');
    if (undo) {
      undo.hidden = !app.actions.canUndo();
    }
  },
  look: (filter) => {
    app.filter = filter;
    app.page = 0;
    app.found = find(app.rows, filter);
    app.sync();
  },
  pick: (ids, isPicked) => {
    ids.forEach((id) => app.picked[isPicked ? 'add' : 'delete'](id));
    app.sync();
  },
  /** Reads everything anew. */
  reload: async () => {
    const rows = [];
    try {
      await app.work.run('reading', await count(), async (step) => {
        for await (const records of all()) {
          rows.push(...records.map(rowOf));
          await step(rows.length);
        }
      });
    } catch (error) {
      app.sayError(error);
    }
    if (!(await isWhole().catch(() => true))) {
      app.say(app.t('noStore'));
    }
    if (isUnlocked) {
      app.hasRead = true;
      app.rows = rows.sort((one, other) => other.created - one.created);
      const ids = new Set(rows.map(({ id }) => id));
      app.picked.forEach((id) => ids.has(id) || app.picked.delete(id));
      app.found = find(app.rows, app.filter);
      app.sync();
    }
  },
  /** Puts the focus where the list begins, when what had it is gone. */
  focus: () => document.getElementById('group-list')?.focus(),
  watch: () => {
    endWatch();
    endWatch = isSet() && isUnlocked ? watch(app.lock) : () => {};
  },
  lock: () => {
    isUnlocked = false;
    endWatch();
    [app.hasRead, app.rows, app.found] = [false, [], []];
    app.picked.clear();
    app.open.clear();
    draw();
    document.getElementById('phrase')?.focus();
  },
};

const unlock = async () => {
  isUnlocked = true;
  draw();
  app.watch();
  await app.reload();
  app.focus();
};

const panel = (make) => {
  const made = make(app);
  panels.push(made);
  return made.node;
};

const titled = (key, ...nodes) =>
  el('section', { 'aria-labelledby': `group-${key}` }, el('h2', { id: `group-${key}`, tabindex: -1 }, app.t(key)), nodes);

const toolbar = () => {
  const { t, actions } = app;
  const button = (id, onclick, given) => el('button', { type: 'button', id, onclick, ...given }, t(id));
  return el(
    'div',
    { class: 'tools', role: 'group', 'aria-label': t('tools') },
    button('reload', app.reload),
    // On a phone it stands below the whole list.
    button('toExport', () => document.getElementById('group-export').focus()),
    button('againAll', actions.againAll),
    button('removePicked', actions.removePicked),
    button('removeDelivered', actions.removeDelivered),
    button('undo', actions.undo, { hidden: true }),
    el('div', { class: 'news' }, app.work.node, status),
  );
};

const inside = () => [
  toolbar(),
  el('div', { class: 'leads-list' }, titled('list', panel(filterPanel), panel(listPanel))),
  el('div', { class: 'beside' }, titled('export', panel(exportPanel)), titled('protection', panel(protection))),
];

const turn = () => {
  if (app.work.isBusy) {
    app.say(app.t('busy'));
    return;
  }
  language = language === 'ja' ? 'en' : 'ja';
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Then the page begins in Japanese the next time.
  }
  draw();
  document.getElementById('language').focus();
};

const draw = () => {
  const t = words(language);
  panels = [];
  app.t = t;
  app.work = makeWork(t, app.say, (isBusy) => document.querySelector('.leads-list')?.setAttribute('aria-busy', isBusy));
  app.actions = makeActions(app);
  status.textContent = '';
  document.documentElement.lang = language;
  document.title = t('title');
  document.body.replaceChildren(
    el(
      'header',
      {},
      el('h1', {}, t('title')),
      el('p', {}, t('intro')),
      el('p', { class: 'private' }, t('private')),
      el('button', { type: 'button', id: 'language', lang: language === 'ja' ? 'en' : 'ja', onclick: turn }, t('language')),
    ),
    el('main', { class: isUnlocked ? 'open' : 'closed' }, isUnlocked ? inside() : door(t, unlock)),
  );
  app.sync();
};

draw();
