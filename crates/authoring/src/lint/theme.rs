//! The theme of a configuration: whether its colours can be distinguished, light and dark.

use diagnosis::Value;
use diagnostics::{Code, Diagnostic, Term};

use super::colour::Colour;
use super::contrast::{Part, low_contrasts};

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

/// Lints the contrasts of a theme whose keys and types have been checked.
pub(super) fn lint_theme(theme: &Value, found: &mut Vec<Diagnostic>) {
    for (key, _) in COLOURS {
        if let Some(Value::Text(text)) = theme.get(key)
            && schemes(text).iter().any(|text| Colour::parse(text).is_none())
        {
            found.push(Diagnostic::warning(Code::ContrastUnknown, place(key)));
        }
    }
    for (scheme, name) in [Term::Light, Term::Dark].into_iter().enumerate() {
        for low in low_contrasts(|part| part_colour(theme, part, scheme)) {
            // The defaults are not the theme's fault.
            let Some(key) = set(theme, keys_of(low.front, low.back)) else { continue };
            // Cut, not rounded: 4.499 is below 4.5, and must not read as 4.5.
            let contrast = (low.contrast * 100.0).floor() / 100.0;
            let diagnostic = Diagnostic::error(Code::LowContrast, place(key));
            let diagnostic = diagnostic.with(low.front.term()).with(low.back.term());
            let diagnostic = diagnostic.with(contrast.to_string()).with(name).with(low.min.to_string());
            if !found.iter().any(|other| other.code == diagnostic.code && other.args == diagnostic.args) {
                found.push(diagnostic);
            }
        }
    }
}

/// The colour of a part in one scheme.
fn part_colour(theme: &Value, part: Part, scheme: usize) -> Option<Colour> {
    let colour = |key: &str| colour(theme, key, scheme);
    match part {
        Part::Text => colour("text"),
        Part::Muted => Some(colour("text")?.mixed(colour("surface")?, MUTED)),
        Part::Line => Some(colour("text")?.mixed(colour("surface")?, LINE)),
        Part::OnAccent => colour("on_accent"),
        Part::Surface => colour("surface"),
        Part::Accent => colour("accent"),
    }
}

/// The keys that make the colours of a pair; a diagnostic stands at the first of them that is set.
fn keys_of(front: Part, back: Part) -> [&'static str; 2] {
    match (front, back) {
        (Part::OnAccent, _) => ["accent", "on_accent"],
        (Part::Accent, _) => ["accent", "surface"],
        _ => ["text", "surface"],
    }
}

/// The first of two keys that the theme sets.
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
