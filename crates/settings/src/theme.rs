//! The key `theme`: colours, corners and font.

use diagnosis::Reader;
use diagnostics::{Code, Diagnostic};

use super::read::line_or;

/// The keys of a theme: four colours, then corners and font.
pub const THEME_KEYS: [&str; 6] = ["accent", "on_accent", "surface", "text", "radius", "font"];

/// What the owner set for the look, as texts: whether CSS takes them only a browser can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme(pub Vec<(&'static str, String)>);

impl Theme {
    pub(crate) fn read(r: &Reader) -> Self {
        r.only(&THEME_KEYS);
        Self(THEME_KEYS.into_iter().filter_map(|key| Some((key, line_or(r, key, code_of(key))?))).collect())
    }
}

/// The custom property of the element that a key of the theme sets.
///
/// ```
/// assert_eq!(settings::theme_property("on_accent"), "--shindan-on-accent");
/// ```
pub fn theme_property(key: &str) -> String {
    ["--shindan-", &key.replace('_', "-")].concat()
}

/// The diagnostic for a value of the theme that CSS does not take.
pub fn not_in_css(key: &str) -> Diagnostic {
    Diagnostic::error(code_of(key), ["theme.", key].concat())
}

fn code_of(key: &str) -> Code {
    match key {
        "radius" => Code::NotLength,
        "font" => Code::NotFonts,
        _ => Code::NotColour,
    }
}
