//! The language of a page, and turning to the other one.

use web::local_storage;
use yew::prelude::*;

/// A language that staff pages speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 日本語.
    #[default]
    Japanese,
    /// English.
    English,
}

impl Language {
    /// Its code, for `lang`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }

    /// The other one.
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

/// The language of the page, and what turns it.
#[derive(Clone, Debug, PartialEq)]
pub struct UseLanguage {
    /// The language.
    pub language: Language,
    /// Turns to the other one.
    pub turn: Callback<()>,
}

/// The language that was chosen last, kept under `key` of localStorage; Japanese at first, and wherever nothing can be kept.
#[hook]
pub fn use_language(key: &'static str) -> UseLanguage {
    let state = use_state(|| Language::load(key));
    let language = *state;
    let turn = use_callback(language, move |(), language| {
        let other = language.other();
        // Where it cannot be kept, the page begins in Japanese the next time.
        let _ = local_storage::set(key, other.code());
        state.set(other);
    });
    UseLanguage { language, turn }
}
