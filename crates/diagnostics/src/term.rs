//! Terms that are arguments of diagnostics and are translated themselves.

use super::diagnostic::Language;

/// A term that is inserted into a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// The colour of text.
    Text,
    /// Text between the colours of text and surface.
    MutedText,
    /// The borders of controls, between the colours of text and surface.
    Borders,
    /// The colour behind the text.
    Surface,
    /// The colour of buttons, bars and the level.
    Accent,
    /// The colours of a light page.
    Light,
    /// The colours of a dark page.
    Dark,
}

impl Term {
    /// Wording of the term in a language.
    pub fn text(self, language: Language) -> &'static str {
        let [en, ja] = match self {
            Term::Text => ["text", "文字"],
            Term::MutedText => ["muted text, between text and surface,", "薄い文字（文字と背景の中間の色）"],
            Term::Borders => ["borders, between text and surface,", "枠線（文字と背景の中間の色）"],
            Term::Surface => ["the surface", "背景"],
            Term::Accent => ["the accent", "アクセントの色"],
            Term::Light => ["light", "明るい画面"],
            Term::Dark => ["dark", "暗い画面"],
        };
        match language {
            Language::En => en,
            Language::Ja => ja,
        }
    }
}
