//! The theme of a configuration: whether its colours can be told apart, light and dark.

use super::Notes;
use super::colour::Colour;
use diagnosis::Value;

/// What may be set, with what stands without it: light, then dark, as in `src/ui/styles.css`.
const COLOURS: [(&str, [&str; 2]); 4] = [
    ("accent", ["#0017c1", "#a9bdff"]),
    ("on_accent", ["#fff", "#101428"]),
    ("surface", ["#fff", "#1b1c20"]),
    ("text", ["#1a1a1c", "#f1f1f4"]),
];

/// Keys of the theme that are no colours.
const OTHERS: [&str; 2] = ["radius", "font"];

/// How much of the text's colour is in muted text and in the borders of controls; the rest is the surface's.
const MUTED: f64 = 0.76;
const LINE: f64 = 0.56;

/// WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for what one must see to use a control (1.4.11).
const TEXT: f64 = 4.5;
const CONTROL: f64 = 3.0;

/// The keys of a theme.
pub(super) fn keys() -> Vec<&'static str> {
    COLOURS.iter().map(|(key, _)| *key).chain(OTHERS).collect()
}

/// Looks at the theme, whose keys and kinds were looked at before.
pub(super) fn look(theme: &Value, notes: &mut Notes) {
    for (key, _) in COLOURS {
        if let Some(Value::Text(text)) = theme.get(key)
            && schemes(text).iter().any(|text| Colour::parse(text).is_none())
        {
            let mend = "write #rrggbb, or light-dark(#rrggbb, #rrggbb)";
            notes.warning(&place(key), "its contrast cannot be judged", mend);
        }
    }
    for (scheme, name) in ["light", "dark"].into_iter().enumerate() {
        let colour = |key: &str| colour(theme, key, scheme);
        if let (Some(text), Some(surface)) = (colour("text"), colour("surface")) {
            let set = set(theme, ["text", "surface"]);
            check(set, name, ["text", "the surface"], text.contrast(surface), TEXT, notes);
            let muted = text.mixed(surface, MUTED);
            check(
                set,
                name,
                ["muted text, between text and surface,", "the surface"],
                muted.contrast(surface),
                TEXT,
                notes,
            );
            let line = text.mixed(surface, LINE);
            check(
                set,
                name,
                ["borders, between text and surface,", "the surface"],
                line.contrast(surface),
                CONTROL,
                notes,
            );
        }
        if let (Some(on_accent), Some(accent)) = (colour("on_accent"), colour("accent")) {
            let set = set(theme, ["accent", "on_accent"]);
            check(set, name, ["text", "the accent"], on_accent.contrast(accent), TEXT, notes);
        }
        if let (Some(accent), Some(surface)) = (colour("accent"), colour("surface")) {
            let set = set(theme, ["accent", "surface"]);
            // Quiet buttons and folds are written in the accent, so it is text as well as a mark.
            check(set, name, ["the accent", "the surface"], accent.contrast(surface), TEXT, notes);
        }
    }
}

/// Notes a contrast below `least` at the key that was set, once for each place and reason.
fn check(set: Option<&str>, scheme: &str, [front, back]: [&str; 2], is: f64, least: f64, notes: &mut Notes) {
    let Some(key) = set.filter(|_| is < least) else { return };
    // Cut, not rounded: 4.499 is below 4.5, and must not read as 4.5.
    let is = (is * 100.0).floor() / 100.0;
    let reason = format!("{front} on {back} has a contrast of {is} in the {scheme} scheme");
    let mend = format!("choose colours with {least} or more, for each scheme by light-dark(LIGHT, DARK)");
    if !notes.0.iter().any(|remark| remark.fault.reason == reason) {
        notes.error(&place(key), &reason, &mend);
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
