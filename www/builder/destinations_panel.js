// Where leads are to go: a list whose entries differ by their type.

import { controls, fill, heard, idOf, labelled } from './controls.js';
import { el } from '../staff/dom.js';
import { destinations } from './fields.js';
import { get } from './state.js';

const path = ['config', 'lead', 'destinations'];

const listOf = (state) => {
  const list = get(state, path);
  return Array.isArray(list) ? list : [];
};

const linesOf = (fields) =>
  Object.entries(fields ?? {})
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n');

const fieldsOf = (lines) => {
  const pairs = lines
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => line.split(/=(.*)/s).map((part) => part.trim()))
    .map(([name, value = '']) => [name, value]);
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
};

/** Which field of theirs gets what, a line each. */
const mapping = (app, at, type) => {
  const { t } = app;
  const own = [...path, at, 'fields'];
  const field = el('textarea', { id: idOf(own), rows: 3, spellcheck: 'false' });
  let typed;
  const take = ({ value }) => {
    typed = fieldsOf(value);
    app.change(app.with(own, typed), field.id);
  };
  for (const [name, listener] of Object.entries(heard(app, take))) {
    field.addEventListener(name.slice(2), listener);
  }
  const names = `names_${type}`;
  const help = [t('mapping_help'), t(names) === names ? '' : t(names)].join('');
  const sync = (state) => {
    const value = get(state, own);
    // Half a line is no field yet; what is being typed stays as it is typed.
    if (JSON.stringify(value) !== JSON.stringify(typed) || !field.value) {
      fill(field, linesOf(value));
      typed = value;
    }
  };
  return { node: labelled(app, field, t('mapping'), help), sync };
};

const address = (app, at, type) => {
  const { t } = app;
  const own = [...path, at, 'url'];
  const field = el('input', { id: idOf(own), type: 'text', autocomplete: 'off', spellcheck: 'false', ...heard(app, ({ value }) => app.put(own, value)) });
  const help = t('url_help', { example: destinations[type] });
  return { node: labelled(app, field, t('url'), help), sync: (state) => fill(field, String(get(state, own) ?? '')) };
};

const entry = (app, at, type) => {
  const { t } = app;
  const parts = [controls.select(app, { path: [...path, at, 'type'], key: 'type', options: Object.keys(destinations) })];
  parts.push(...(destinations[type] === '' ? [] : [address(app, at, type)]), mapping(app, at, type));
  const remove = () => app.change(app.with([...path, at], undefined));
  const node = el(
    'fieldset',
    { id: idOf([...path, at]) },
    el('legend', {}, t('destination', { n: at + 1 })),
    parts.map((part) => part.node),
    el('button', { type: 'button', onclick: remove }, t('removeDestination', { n: at + 1 })),
  );
  return { node, sync: (state) => parts.forEach((part) => part.sync(state)) };
};

/** The panel: `{ node, sync }`. */
export const destinationsPanel = (app) => {
  const { t } = app;
  const list = el('div');
  let entries = [];
  let form;
  const add = () => app.change(app.with([...path, listOf(app.state()).length], { type: 'webhook-json' }));
  const node = el('div', {}, list, el('button', { type: 'button', onclick: add }, t('addDestination')));
  const sync = (state) => {
    const types = listOf(state).map((destination) => String(destination?.type ?? ''));
    if (JSON.stringify(types) !== form) {
      form = JSON.stringify(types);
      const focused = document.activeElement?.id;
      entries = types.map((type, at) => entry(app, at, type));
      list.replaceChildren(...entries.map((one) => one.node));
      if (focused) {
        document.getElementById(focused)?.focus();
      }
    }
    entries.forEach((one) => one.sync(state));
  };
  return { node, sync };
};
