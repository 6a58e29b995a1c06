// Tells the owner where the widget's colours cannot be told apart, in the words of the linter (crates/authoring/src/lint/theme.rs),
// which judges the same pairs without a browser.

/** What must be told apart: front, back, the least contrast by WCAG 2.2 AA (1.4.3, 1.4.11), and what that is. */
const pairs = [
  ['--text', '--surface', 4.5, 'text on the surface'],
  ['--muted', '--surface', 4.5, 'muted text, between text and surface, on the surface'],
  ['--line', '--surface', 3, 'borders, between text and surface, on the surface'],
  ['--on-accent', '--accent', 4.5, 'text on the accent'],
  // Quiet buttons and folds are written in the accent, so it is text as well as a mark.
  ['--accent', '--surface', 4.5, 'the accent on the surface'],
];

/** What was said already, by whichever widget of the page. */
const said = new Set();

/** What is seen where `front` lies on an opaque `back`. */
const over = ([r, g, b, a], [s, h, c]) => [r * a + s * (1 - a), g * a + h * (1 - a), b * a + c * (1 - a), 1];

/** Relative luminance, 0 to 1. */
const luminance = (colour) => {
  const [r, g, b] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** The contrast of two opaque colours, 1 to 21. */
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** What any colour comes to on `probe`: red, green, blue and opacity, each up to 1. */
const computed = (probe, colour) => {
  // What is mixed is written alike for every kind of colour: `color(srgb 0 0.5 1 / 0.5)`.
  probe.style.color = `color-mix(in srgb, ${colour}, ${colour})`;
  const parts = getComputedStyle(probe).color.replaceAll('none', '0').match(/-?\d[\d.]*(e[-+]?\d+)?/gi);
  const [r, g, b, a] = parts.map((part) => Math.min(Math.max(part, 0), 1));
  return [r, g, b, a ?? 1];
};

/** What is behind the element: the colours of those around it, down to the page's canvas. */
const behind = (host, probe) => {
  const layers = [];
  for (let around = host; around; around = around.parentElement ?? around.getRootNode().host) {
    layers.unshift(computed(probe, getComputedStyle(around).backgroundColor));
  }
  return layers.reduce((back, front) => over(front, back), computed(probe, 'Canvas'));
};

/** What of the pairs cannot be told apart on `probe`, in words. */
const faults = (host, probe) => {
  const ground = behind(host, probe);
  const seen = (name, back) => over(computed(probe, `var(${name})`), back);
  return pairs.flatMap(([front, back, least, what]) => {
    const ratio = contrast(seen(front, seen(back, ground)), seen(back, ground));
    // Cut, not rounded: 4.499 is below 4.5, and must not read as 4.5.
    return ratio < least ? [`${what} has a contrast of ${Math.floor(ratio * 100) / 100} and needs ${least}`] : [];
  });
};

/** The schemes that the page has. */
const schemesOf = (host) => {
  const { colorScheme } = getComputedStyle(host);
  const meta = document.querySelector('meta[name="color-scheme"]')?.content;
  const schemes = ((colorScheme === 'normal' && meta) || colorScheme).match(/\b(light|dark)\b/g);
  return schemes ?? ['light'];
};

/**
 * Looks at the widget of `stage`, and warns where something cannot be told apart. Where the page itself sets colours
 * (`isByPage`), it may set others for another scheme, so only what is shown now is judged; else every scheme of the page.
 */
export const look = ({ host, root, newView }, isByPage, warn) => {
  if (matchMedia('(forced-colors: active)').matches) {
    return; // The visitor has chosen every colour.
  }
  const probe = newView('');
  probe.hidden = true;
  probe.style.transition = 'none';
  root.append(probe);
  const isDark = luminance(computed(probe, 'CanvasText')) > 0.5;
  for (const scheme of isByPage ? [isDark ? 'dark' : 'light'] : schemesOf(host)) {
    probe.style.colorScheme = isByPage ? '' : scheme;
    const found = faults(host, probe).join(', ');
    const told = `theme: ${found} (${scheme} scheme): choose colours further apart, for each scheme by light-dark(LIGHT, DARK)`;
    if (found && !said.has(told)) {
      said.add(told);
      warn(told);
    }
  }
  probe.remove();
};
