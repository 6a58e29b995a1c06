// One kind of field each: made once, then told of every new state. A control knows where its value stands and nothing of
// what it means. `app` is the page (www/builder.js): `t` for words, `put` for a change, `settle` when it is made.

import { el } from '../staff/dom.js';
import { colours } from './fields.js';
import { get, pathText } from './state.js';

/** The id of the field that sets what stands at this path. */
export const idOf = (path) =>
  path[0] === 'config' ? `config.${pathText(path.slice(1))}` : pathText(path);

/** Sets a field's value, unless it is there already: so the caret stays where one types. */
export const fill = (field, value) => {
  if (field.value !== value) {
    field.value = value;
  }
};

const asText = (value) => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));

const helpOf = (app, id, text) => text && el('p', { id: `${id}-help`, class: 'help' }, text);

/** A label above a field, with a line of help below. */
export const labelled = (app, field, label, help) => {
  if (help) {
    field.setAttribute('aria-describedby', `${field.id}-help`);
  }
  return el('div', { class: 'field' }, el('label', { for: field.id }, label), field, helpOf(app, field.id, help));
};

/** Listeners of a field: typing changes, leaving it makes the step. */
export const heard = (app, take) => ({ oninput: ({ target }) => take(target), onchange: () => app.settle() });

const textual = (tag) => (app, { path, key, help, options }) => {
  const { t } = app;
  const id = idOf(path);
  const field = el(tag, {
    id,
    ...(tag === 'input' ? { type: 'text' } : { rows: 3 }),
    list: options && `${id}-list`,
    autocomplete: 'off',
    spellcheck: 'false',
    // A text of the configuration is one line, however long.
    ...heard(app, ({ value }) => app.put(path, value.replace(/\s*\n\s*/g, ' '))),
  });
  const node = labelled(app, field, t(key), help && t(`${key}_help`, { folder: app.folder }));
  if (options) {
    node.append(el('datalist', { id: `${id}-list` }, options.map((value) => el('option', { value }))));
  }
  return { node, sync: (state) => fill(field, asText(get(state, path))) };
};

const check = (app, { path, key, help }) => {
  const { t } = app;
  const id = idOf(path);
  const isOn = path[0] === 'config' ? undefined : false;
  const field = el('input', {
    id,
    type: 'checkbox',
    'aria-describedby': help && `${id}-help`,
    onchange: ({ target }) => app.step(path, target.checked || isOn),
  });
  const node = el('div', { class: 'field' }, el('label', { class: 'choice' }, field, el('span', {}, t(key))));
  node.append(...(help ? [helpOf(app, id, t(`${key}_help`))] : []));
  return { node, sync: (state) => (field.checked = get(state, path) === true) };
};

const select = (app, { path, key, options, names = key }) => {
  const { t } = app;
  const field = el('select', { id: idOf(path), onchange: ({ target }) => app.step(path, target.value) });
  field.append(...options.map((value) => el('option', { value }, t(`${names}_${value}`))));
  const sync = (state) => {
    const value = asText(get(state, path));
    if (![...field.options].some((option) => option.value === value)) {
      // What was imported is shown as it is, so that choosing something else is a choice.
      field.append(el('option', { value }, value));
    }
    fill(field, value);
  };
  return { node: labelled(app, field, t(key)), sync };
};

const radios = (app, { path, key, options }) => {
  const { t } = app;
  const inputs = options.map((value) =>
    el('input', {
      type: 'radio',
      name: idOf(path),
      value,
      onchange: () => app.step(path, value),
    }),
  );
  const labels = inputs.map((input) => {
    return el('label', { class: 'choice' }, input, el('span', {}, t(`${key}_${input.value}`)));
  });
  return {
    node: el('fieldset', { id: idOf(path) }, el('legend', {}, t(key)), labels),
    sync: (state) => inputs.forEach((input) => (input.checked = input.value === get(state, path))),
  };
};

const checks = (app, { path, key, options }) => {
  const { t } = app;
  const chosen = () => [get(app.state(), path) ?? []].flat();
  const inputs = options.map((value) =>
    el('input', {
      type: 'checkbox',
      value,
      onchange: ({ target }) => {
        const others = chosen().filter((name) => name !== value);
        // In the order of the form; what it does not know stays behind it.
        const wanted = [...options.filter((name) => (name === value ? target.checked : others.includes(name)))];
        const all = [...wanted, ...others.filter((name) => !options.includes(name))];
        app.step(path, all.length > 0 ? all : undefined);
      },
    }),
  );
  const labels = inputs.map((input) => el('label', { class: 'choice' }, input, el('span', {}, t(`field_${input.value}`))));
  return {
    node: el('fieldset', { id: idOf(path) }, el('legend', {}, t(key)), el('div', { class: 'choices' }, labels)),
    sync: () => inputs.forEach((input) => (input.checked = chosen().includes(input.value))),
  };
};

/** Whatever stands in either half: who types a colour has not finished it after the first letter. */
const pair = /^\s*light-dark\(\s*([^(),]*?)\s*,\s*([^(),]*?)\s*\)\s*$/i;

/** What a colour is in the light and in the dark scheme; nothing for dark where it is the same. */
const halves = (text) => pair.exec(text)?.slice(1) ?? [text, ''];

const whole = ([light, dark], [plain]) => (dark ? `light-dark(${light || plain}, ${dark})` : light);

/** `#rrggbb`, which is all that a colour input takes. */
const six = (text) => {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  return short ? `#${short.slice(1).map((digit) => digit + digit).join('')}` : /^#[0-9a-f]{6}$/i.test(text) ? text : '';
};

const colour = (app, { path, key }) => {
  const { t } = app;
  const id = idOf(path);
  const now = () => halves(asText(get(app.state(), path)));
  const change = (at) => ({ value }) => app.put(path, whole(now().with(at, value), colours[key]));
  const sides = ['light', 'dark'].map((scheme, at) => {
    const label = t('picker', { name: t(key), scheme: t(scheme) });
    const picker = el('input', { type: 'color', 'aria-label': label, ...heard(app, change(at)) });
    const hex = el('input', { type: 'text', id: at ? `${id}-dark` : id, autocomplete: 'off', spellcheck: 'false', ...heard(app, change(at)) });
    hex.setAttribute('aria-label', `${t(key)}（${t(scheme)}、${t('hex')}）`);
    return { picker, hex, node: el('div', { class: 'colour' }, el('span', {}, t(scheme)), picker, hex) };
  });
  return {
    node: el('fieldset', { class: 'pair' }, el('legend', {}, t(key)), sides.map(({ node }) => node)),
    sync: () => {
      const [light, dark] = now();
      const [plainLight, plainDark] = colours[key];
      const shown = [six(light) || plainLight, six(dark) || (light ? six(light) : '') || plainDark];
      sides.forEach(({ picker, hex }, at) => {
        fill(picker, shown[at].toLowerCase());
        fill(hex, [light, dark][at]);
        hex.placeholder = light && at ? light : colours[key][at];
      });
    },
  };
};

/** A control for each kind of field in the table. */
export const controls = { text: textual('input'), long: textual('textarea'), check, select, radios, checks, colour };
