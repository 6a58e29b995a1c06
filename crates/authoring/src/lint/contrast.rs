//! The pairs of a theme's colours that must be distinguishable.

use diagnostics::{Language, Term};

use super::colour::Colour;

/// A colour of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The colour of words.
    Text,
    /// Words between the colours of text and surface.
    Muted,
    /// Borders of controls, between the colours of text and surface.
    Line,
    /// The colour of words on the accent.
    OnAccent,
    /// The colour behind the words.
    Surface,
    /// The colour of buttons, bars and the level.
    Accent,
}

impl Part {
    /// The custom property of `src/ui/styles.css` that holds it.
    fn property(self) -> &'static str {
        match self {
            Part::Text => "--text",
            Part::Muted => "--muted",
            Part::Line => "--line",
            Part::OnAccent => "--on-accent",
            Part::Surface => "--surface",
            Part::Accent => "--accent",
        }
    }

    /// The word for it in a sentence.
    pub(super) fn term(self) -> Term {
        match self {
            Part::Text | Part::OnAccent => Term::Text,
            Part::Muted => Term::MutedText,
            Part::Line => Term::Borders,
            Part::Surface => Term::Surface,
            Part::Accent => Term::Accent,
        }
    }
}

/// A front, a back, and the least contrast by WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for what one must see to use a control
/// (1.4.11).
const PAIRS: [(Part, Part, f64); 5] = [
    (Part::Text, Part::Surface, 4.5),
    (Part::Muted, Part::Surface, 4.5),
    (Part::Line, Part::Surface, 3.0),
    (Part::OnAccent, Part::Accent, 4.5),
    // Quiet buttons and folds are written in the accent, so it is text as well as a mark.
    (Part::Accent, Part::Surface, 4.5),
];

/// The pairs for `www/contrast.js`, which measures them in a browser: the custom properties of front and back, the least
/// contrast, and the words for the pair.
///
/// ```
/// let pairs = authoring::contrast_pairs();
/// assert_eq!(pairs[3], ("--on-accent", "--accent", 4.5, "text on the accent".to_owned()));
/// ```
pub fn contrast_pairs() -> Vec<(&'static str, &'static str, f64, String)> {
    let word = |part: Part| part.term().text(Language::En);
    let pair = |(front, back, min): (Part, Part, f64)| {
        (front.property(), back.property(), min, [word(front), " on ", word(back)].concat())
    };
    PAIRS.into_iter().map(pair).collect()
}

/// A pair of colours that cannot be distinguished.
#[derive(Clone, Copy, Debug)]
pub(super) struct LowContrast {
    /// What lies on the other one.
    pub(super) front: Part,
    /// What lies behind.
    pub(super) back: Part,
    /// The contrast as it is.
    pub(super) contrast: f64,
    /// The least that it should be.
    pub(super) min: f64,
}

/// The pairs of these colours that cannot be distinguished. A pair with an unknown colour is not judged.
pub(super) fn low_contrasts(colour: impl Fn(Part) -> Option<Colour>) -> Vec<LowContrast> {
    let low = |(front, back, min)| {
        let contrast = colour(front)?.contrast(colour(back)?);
        (contrast < min).then_some(LowContrast { front, back, contrast, min })
    };
    PAIRS.into_iter().filter_map(low).collect()
}
