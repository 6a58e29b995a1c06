// What the configuration says of the theme, as values of custom properties. A value is taken as the browser writes it, and
// not as the owner did, so that nothing of it reaches beyond its property.

const fixes = {
  color: 'a colour, such as "#0017c1", or "light-dark(#0017c1, #a9bdff)" for light and dark pages',
  'padding-left': 'a length, such as "0.5em"',
  'font-family': 'the names of fonts, such as "\'Noto Serif JP\', serif"',
};

/** By key, the property of CSS that takes such a value. */
const kinds = new Map([
  ['accent', 'color'],
  ['on_accent', 'color'],
  ['surface', 'color'],
  ['text', 'color'],
  ['radius', 'padding-left'],
  ['font', 'font-family'],
]);

/** What is only known where it is used (`var()` and its like), and what is not written as it reads. */
const unknowable = /--|\\|\b(var|env|attr|if|inherit)\(/i;

const { style } = document.createElement('i');

/** `text` as the browser writes it, if the property takes it. */
const asWritten = (property, text) => {
  style.removeProperty(property);
  if (!unknowable.test(text)) {
    style.setProperty(property, text);
  }
  return style.getPropertyValue(property);
};

/** Of `light-dark(…)` the first half, in a browser that does not know that; all else as it is. */
const inThisBrowser = (text) => {
  const [, light] = (!CSS.supports('color', 'light-dark(red, red)') && /^\s*light-dark\(((?:[^(),]|\([^()]*\))+)/i.exec(text)) || [];
  return light ?? text;
};

/** The valid values of `theme` as pairs of property and value; warns of the others. */
export const readTheme = (theme, known, warn) => {
  if (theme !== undefined && Object(theme) !== theme) {
    warn('configuration theme is not understood, so the default stands: write { "accent": "#0017c1" }');
    return [];
  }
  known(theme, [...kinds.keys()], 'theme.');
  const values = [];
  for (const [key, property] of kinds) {
    const text = theme?.[key] ?? undefined;
    const value = typeof text === 'string' && asWritten(property, inThisBrowser(text));
    if (value) {
      values.push([`--shindan-${key.replace('_', '-')}`, value]);
    } else if (text !== undefined) {
      warn(`configuration theme.${key} is not understood, so the default stands: write ${fixes[property]}`);
    }
  }
  return values;
};
