//! The theme of a configuration: whether its colours can be told apart, light and dark.

use diagnosis::Value;
use diagnostics::{Code, Diagnostic, Term};

use super::colour::Colour;

/// What may be set, with what stands without it: light, then dark, as in `src/ui/styles.css`.
const COLOURS: [(&str, [&str; 2]); 4] = [
    ("accent", ["#0017c1", "#a9bdff"]),
    ("on_accent", ["#fff", "#101428"]),
    ("surface", ["#fff", "#1b1c20"]),
    ("text", ["#1a1a1c", "#f1f1f4"]),
];

/// How much of the text's colour is in muted text and in the borders of controls; the rest is the surface's.
const MUTED: f64 = 0.76;
const LINE: f64 = 0.56;

/// WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for what one must see to use a control (1.4.11).
const TEXT: f64 = 4.5;
const CONTROL: f64 = 3.0;

/// Looks at the theme, whose keys and kinds were looked at before.
pub(super) fn lint_theme(theme: &Value, found: &mut Vec<Diagnostic>) {
    for (key, _) in COLOURS {
        if let Some(Value::Text(text)) = theme.get(key)
            && schemes(text).iter().any(|text| Colour::parse(text).is_none())
        {
            found.push(Diagnostic::warning(Code::ContrastUnknown, place(key)));
        }
    }
    for (scheme, name) in [Term::Light, Term::Dark].into_iter().enumerate() {
        let colour = |key: &str| colour(theme, key, scheme);
        if let (Some(text), Some(surface)) = (colour("text"), colour("surface")) {
            let set = set(theme, ["text", "surface"]);
            check(set, name, [Term::Text, Term::Surface], text.contrast(surface), TEXT, found);
            let muted = text.mixed(surface, MUTED);
            check(set, name, [Term::MutedText, Term::Surface], muted.contrast(surface), TEXT, found);
            let line = text.mixed(surface, LINE);
            check(set, name, [Term::Borders, Term::Surface], line.contrast(surface), CONTROL, found);
        }
        if let (Some(on_accent), Some(accent)) = (colour("on_accent"), colour("accent")) {
            let set = set(theme, ["accent", "on_accent"]);
            check(set, name, [Term::Text, Term::Accent], on_accent.contrast(accent), TEXT, found);
        }
        if let (Some(accent), Some(surface)) = (colour("accent"), colour("surface")) {
            let set = set(theme, ["accent", "surface"]);
            // Quiet buttons and folds are written in the accent, so it is text as well as a mark.
            check(set, name, [Term::Accent, Term::Surface], accent.contrast(surface), TEXT, found);
        }
    }
}

/// Notes a contrast below `min` at the key that was set, once for each place and pair.
fn check(
    set: Option<&str>,
    scheme: Term,
    [front, back]: [Term; 2],
    contrast: f64,
    min: f64,
    found: &mut Vec<Diagnostic>,
) {
    let Some(key) = set.filter(|_| contrast < min) else { return };
    // Cut, not rounded: 4.499 is below 4.5, and must not read as 4.5.
    let contrast = (contrast * 100.0).floor() / 100.0;
    let diagnostic = Diagnostic::error(Code::LowContrast, place(key)).with(front).with(back);
    let diagnostic = diagnostic.with(contrast.to_string()).with(scheme).with(min.to_string());
    if !found.iter().any(|other| other.code == diagnostic.code && other.args == diagnostic.args) {
        found.push(diagnostic);
    }
}

/// The first of two keys that the theme sets; where it sets neither, the defaults are not its fault.
fn set<'a>(theme: &Value, keys: [&'a str; 2]) -> Option<&'a str> {
    keys.into_iter().find(|key| matches!(theme.get(key), Some(Value::Text(_))))
}

/// A colour in one scheme, as set or as it stands without.
fn colour(theme: &Value, key: &str, scheme: usize) -> Option<Colour> {
    let text = match theme.get(key) {
        Some(Value::Text(text)) => schemes(text).into_iter().nth(scheme)?,
        _ => COLOURS.iter().find(|(name, _)| *name == key).and_then(|(_, both)| both.get(scheme))?.to_string(),
    };
    Colour::parse(&text)
}

/// What stands for light and dark: both halves of `light-dark(…)`, else twice the same.
fn schemes(text: &str) -> [String; 2] {
    let text = text.trim();
    let inside = text.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')).unwrap_or_default();
    // The comma between the two is the one outside of brackets.
    let mut depth = 0;
    let comma = inside.find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ',' && depth == 0
    });
    match comma.and_then(|at| inside.split_at_checked(at)) {
        Some((light, dark)) => [light.to_owned(), dark.trim_start_matches(',').to_owned()],
        None => [text.to_owned(), text.to_owned()],
    }
}

fn place(key: &str) -> String {
    ["theme.", key].concat()
}
