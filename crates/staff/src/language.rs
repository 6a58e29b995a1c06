//! The language of a page, and switching to the other one.

use web::local_storage;
use yew::prelude::*;

/// A language of staff pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 日本語.
    #[default]
    Japanese,
    /// English.
    English,
}

impl Language {
    /// Code of the language, for `lang`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Japanese => Self::English,
            Self::English => Self::Japanese,
        }
    }

    fn load(key: &str) -> Self {
        match local_storage::get(key).ok().flatten().as_deref() {
            Some("en") => Self::English,
            _ => Self::Japanese,
        }
    }
}

/// The language of the page, with a callback to switch it.
#[derive(Clone, Debug, PartialEq)]
pub struct UseLanguage {
    /// The language.
    pub language: Language,
    /// Switches to the other language.
    pub switch: Callback<()>,
}

/// The language that was chosen last, stored under `key` of localStorage; Japanese by default, and if storage is
/// blocked.
#[hook]
pub fn use_language(key: &'static str) -> UseLanguage {
    let state = use_state(|| Language::load(key));
    let language = *state;
    let switch = use_callback(language, move |(), language| {
        let other = language.other();
        // If storage fails, the page starts in Japanese next time.
        let _ = local_storage::set(key, other.code());
        state.set(other);
    });
    UseLanguage { language, switch }
}
