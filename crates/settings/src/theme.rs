//! The key `theme`: colours, corners and font.

use diagnosis::Reader;

use super::read::line;

/// The keys of a theme: four colours, then corners and font.
pub const THEME_KEYS: [&str; 6] = ["accent", "on_accent", "surface", "text", "radius", "font"];

/// What the owner set for the look, as texts: whether CSS takes them only a browser can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme(pub Vec<(&'static str, String)>);

impl Theme {
    pub(crate) fn read(r: &Reader) -> Self {
        r.only(&THEME_KEYS);
        Self(THEME_KEYS.into_iter().filter_map(|key| Some((key, line(r, key)?))).collect())
    }
}
