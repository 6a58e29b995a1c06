// Between the state and what an owner pastes: the snippet of two lines and more, a configuration, a pack. What it does
// not understand it keeps where it can, and says.

import { initial, put, set } from './state.js';

/** Custom properties by the keys of a theme. */
const properties = {
  accent: '--shindan-accent',
  on_accent: '--shindan-on-accent',
  surface: '--shindan-surface',
  text: '--shindan-text',
  radius: '--shindan-radius',
  font: '--shindan-font',
};

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const escaped = (text) =>
  text.replace(/[&"<>]/g, (c) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' })[c]);

/** JSON that no HTML parser takes for an end of its element. */
const jsonInHtml = (value) => JSON.stringify(value, null, 2).replace(/</g, '\\u003c');

/** The configuration as the JSON child of an element. */
const childOf = (config) => `<script type="application/json">\n${jsonInHtml(config)}\n  </script>`;

/** Where Trusted Types are required: what is parsed here is looked at, and stands on no page. */
let policy;

const parsed = (text) => {
  policy ??= globalThis.trustedTypes?.createPolicy('shindan', { createHTML: (html) => html }) ?? { createHTML: (html) => html };
  return new DOMParser().parseFromString(policy.createHTML(text), 'text/html');
};

/** The JSON child as an element, as a parser makes it: what is put together by hand counts as a script under a policy. */
export const childElement = (config) => parsed(childOf(config)).querySelector('script');

/** The theme as `[property, value]`, without what no stylesheet would take. */
export const themeOf = (config) => {
  const { style } = document.createElement('i');
  for (const [key, property] of Object.entries(properties)) {
    const value = config.theme?.[key];
    if (typeof value === 'string') {
      style.setProperty(property, value);
    }
  }
  return [...style].map((property) => [property, style.getPropertyValue(property).trim()]);
};

/** What of the configuration is not said by attributes. */
export const nested = (config) => {
  const said = [['cta', 'href'], ['lead', 'placement'], ...Object.keys(properties).map((key) => ['theme', key])];
  return said.reduce((rest, path) => (isObject(rest[path[0]]) ? set(rest, path, undefined) : rest), config);
};

/** The name of a pack's file. */
export const packFile = (pack) => `${pack.id}.${pack.lang}.json`;

const packAttribute = ({ pack }) => {
  if (pack.own) {
    return pack.address || `./${packFile(pack.own)}`;
  }
  return pack.address || (pack.id === initial.pack.id ? '' : pack.id);
};

/** The attributes of the element, as pairs; the value of one that stands alone is `true`. */
export const attributesOf = (state) => {
  const { config, pack } = state;
  const style = [...themeOf(config).map(([name, value]) => `${name}:${value}`), state.attributes.style].filter(Boolean);
  const pairs = [
    ['pack', packAttribute(state)],
    ['lang', pack.lang === 'ja' ? '' : pack.lang],
    ['cta-href', config.cta?.href],
    ['mode', state.mode === 'inline' ? '' : state.mode],
    ['lead', config.lead?.placement],
    ['data-layer', state.dataLayer],
    ...Object.entries(state.attributes).filter(([name]) => name !== 'style'),
    ['style', style.join(';')],
  ];
  return pairs.filter(([, value]) => value === true || (typeof value === 'string' && value !== ''));
};

/** The snippet; `folder` is where the widget's files are if the owner says nothing else. */
export const snippet = (state, folder) => {
  const site = (state.site || folder).replace(/\/*$/, '/');
  const attributes = attributesOf(state).map(([name, value]) => (value === true ? name : `${name}="${escaped(value)}"`));
  const rest = nested(state.config);
  const child = Object.keys(rest).length > 0 && `  ${childOf(rest)}`;
  const content = [child, state.inside && `  ${state.inside}`].filter(Boolean);
  return [
    `<script type="module" src="${escaped(site)}embed.js" async></script>`,
    `<${['shindan-widget', ...attributes].join(' ')}>${content.length > 0 ? '' : '</shindan-widget>'}`,
    ...content,
    ...(content.length > 0 ? ['</shindan-widget>'] : []),
  ].join('\n');
};

const ofPacks = ['format', 'sections', 'levels', 'findings', 'caps'];

/** A remark of the import: where, what (a key of the words), and what to do. */
const remark = (path, about, ...given) => ({ severity: 'warning', path, about, given });

const ofJson = (text) => {
  try {
    const json = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isObject(json)) {
      return { kind: ofPacks.some((key) => key in json) ? 'pack' : 'configuration', json, remarks: [] };
    }
    return { kind: 'nothing', remarks: [remark('', 'noObject')] };
  } catch (error) {
    return { kind: 'nothing', remarks: [remark('', 'noJson', error.message)] };
  }
};

const readStyle = (text) => {
  const { style } = document.createElement('i');
  style.cssText = text ?? '';
  const theme = {};
  for (const [key, property] of Object.entries(properties)) {
    const value = style.getPropertyValue(property).trim();
    if (value) {
      theme[key] = value;
      style.removeProperty(property);
    }
  }
  return { theme, rest: style.cssText.replace(/;\s*$/, '') };
};

const readChild = (widget, remarks) => {
  const child = widget.querySelector('script[type="application/json"]');
  child?.remove();
  const { kind, json, remarks: said } = child ? ofJson(child.textContent) : { kind: 'configuration', json: {} };
  if (kind === 'configuration') {
    return { config: json, kept: '' };
  }
  // It stays in the element as it is, so that nothing of it is lost.
  remarks.push({ ...(said?.[0] ?? remark('', 'noObject')), path: '<script type="application/json">' });
  return { config: {}, kept: child.outerHTML };
};

/** What `style` is called while the element is parsed: a policy forbids the attribute, even where nothing is shown. */
const asideStyle = 'data-builder-style';

const styleAside = (text) => text.replace(/(<shindan-widget\b[^>]*?\s)style(?=\s*=)/gi, `$1${asideStyle}`);

const known = [asideStyle, 'pack', 'lang', 'cta-href', 'mode', 'lead', 'data-layer', 'style'];

const ofHtml = (text) => {
  const page = parsed(styleAside(text));
  const [widget, ...others] = page.querySelectorAll('shindan-widget');
  if (!widget) {
    return { kind: 'nothing', remarks: [remark('', 'noWidget')] };
  }
  const remarks = others.length > 0 ? [remark('<shindan-widget>', 'onlyFirst', others.length)] : [];
  const { config, kept } = readChild(widget, remarks);
  const { theme, rest } = readStyle(widget.getAttribute(asideStyle) ?? widget.getAttribute('style'));
  const attributes = Object.fromEntries([...widget.attributes].map(({ name, value }) => [name, value]));
  const loader = page.querySelector('script[src$="embed.js"]')?.getAttribute('src');
  const more = Object.entries(attributes).filter(([name]) => !known.includes(name));
  for (const [name] of more) {
    remarks.push(name === 'config' ? remark(name, 'configFile') : remark(name, 'keptAttribute'));
  }
  const inside = [kept, widget.innerHTML.trim()].filter(Boolean).join('\n  ');
  return { kind: 'snippet', config, theme, attributes, loader, others: more, style: rest, inside, remarks };
};

/** What a text is: `{ kind: 'pack' | 'configuration' | 'snippet' | 'nothing', remarks, … }`. */
export const understand = (text) => {
  if (text.trim() === '') {
    return { kind: 'nothing', remarks: [remark('', 'nothing')] };
  }
  return text.trimStart().startsWith('<') ? ofHtml(text) : ofJson(text);
};

const withPack = (state, value, builtIn) => {
  if (value === undefined || builtIn.includes(value)) {
    return { ...state, pack: { ...state.pack, id: value ?? initial.pack.id, address: '', own: null } };
  }
  // The file itself has to be brought along; one that is here already is most likely the one that is meant.
  const isDefault = state.pack.own && value === `./${packFile(state.pack.own)}`;
  return { ...state, pack: { ...state.pack, address: isDefault ? '' : value } };
};

const withSnippet = (state, { config, theme, attributes, loader, others, style, inside }, builtIn) => {
  let next = withPack({ ...state, config }, attributes.pack, builtIn);
  next = { ...next, pack: { ...next.pack, lang: attributes.lang === 'en' ? 'en' : 'ja' } };
  for (const [key, value] of Object.entries(theme)) {
    next = put(next, ['config', 'theme', key], value);
  }
  for (const [name, path] of [['cta-href', ['cta', 'href']], ['lead', ['lead', 'placement']]]) {
    if (name in attributes) {
      next = put(next, ['config', ...path], attributes[name]);
    }
  }
  return {
    ...next,
    site: loader?.replace(/embed\.js$/, '') ?? next.site,
    mode: attributes.mode ?? 'inline',
    dataLayer: 'data-layer' in attributes,
    attributes: { ...Object.fromEntries(others), ...(style ? { style } : {}) },
    inside,
  };
};

/** The state with what was understood; `builtIn` are the ids of the built-in packs. */
export const taken = (state, understood, builtIn) => {
  switch (understood.kind) {
    case 'pack': {
      const { json } = understood;
      const lang = json.lang === 'en' ? 'en' : 'ja';
      const isDefault = !state.pack.address || state.pack.address === `./${packFile(json)}`;
      return { ...state, pack: { ...state.pack, lang, address: isDefault ? '' : state.pack.address, own: json } };
    }
    case 'configuration':
      return { ...state, config: understood.json };
    case 'snippet':
      return withSnippet(state, understood, builtIn);
    default:
      return state;
  }
};
