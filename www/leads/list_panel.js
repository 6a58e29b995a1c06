// The list, a page at a time: however many leads there are, few stand in the document.

import { el } from '../staff/dom.js';
import { leadItem } from './lead_item.js';

/** Leads on a page. */
export const pageSize = 50;

/** The panel: `{ node, sync }`. */
export const listPanel = (app) => {
  const { t } = app;
  const count = el('p', { id: 'count', role: 'status' });
  const list = el('ol', { class: 'list', 'aria-labelledby': 'group-list' });
  const where = el('span', { id: 'where' });
  const turn = (by) => {
    app.page += by;
    app.sync();
    list.querySelector('summary')?.focus();
    list.scrollIntoView({ block: 'start' });
  };
  const button = (id, onclick) => el('button', { type: 'button', id, onclick }, t(id));
  const [before, after] = [button('before', () => turn(-1)), button('after', () => turn(1))];
  const pages = el('nav', { class: 'buttons', 'aria-label': t('pages') }, before, where, after);
  const picking = el(
    'div',
    { class: 'buttons', role: 'group', 'aria-label': t('picking') },
    button('pickAll', () => app.pick(app.found.map(({ id }) => id), true)),
    button('pickNone', () => app.pick([...app.picked], false)),
  );

  let shown = '';
  const sync = () => {
    const { found, rows } = app;
    const last = Math.max(Math.ceil(found.length / pageSize) - 1, 0);
    app.page = Math.min(Math.max(app.page, 0), last);
    const first = app.page * pageSize;
    const here = found.slice(first, first + pageSize);
    const key = found.length === rows.length ? 'count_all' : 'count_found';
    const there = rows.length > 0 ? t(key, { n: found.length, all: rows.length, picked: app.picked.size }) : t('empty');
    const text = app.hasRead ? there : '';
    if (count.textContent !== text) {
      count.textContent = text;
    }
    // What stands there already stays, with its focus and its folds.
    const form = JSON.stringify(here);
    if (form !== shown) {
      shown = form;
      const { id } = document.activeElement.closest('[data-id]')?.dataset ?? {};
      list.replaceChildren(...here.map((row) => leadItem(app, row)));
      list.querySelector(`[data-id="${id}"] summary`)?.focus();
    }
    for (const item of list.children) {
      item.querySelector('.pick input').checked = app.picked.has(item.dataset.id);
    }
    where.textContent = t('where', { first: here.length > 0 ? first + 1 : 0, last: first + here.length, all: found.length });
    [before.disabled, after.disabled] = [app.page === 0, app.page >= last];
    pages.hidden = last === 0;
    picking.hidden = rows.length === 0;
  };
  return { node: el('div', {}, count, picking, list, pages), sync };
};
