//! The linter: what is likely wrong with a pack or configuration that may be used as it is.
//!
//! The reader refuses what cannot work; this says what will not be seen, not be understood, or not be followed, as
//! [`Diagnostic`]s too. Pure, for the command `lint-pack` and whatever else shows it to authors. Nothing in the widget
//! calls it, so nothing of it is downloaded by a respondent.

mod attainable;
mod colour;
mod config;
mod contrast;
mod findings;
mod levels;
mod offers;
mod receivers;
mod theme;
mod translations;
mod words;

pub(crate) use attainable::Attainable;
pub(crate) use findings::is_dead;

pub use config::{lint_config, lint_destination};
pub use contrast::contrast_pairs;
pub use offers::lint_offers;
pub use translations::{Translation, WORDS, lint_translations};

use benchmark::Benchmark;
use diagnosis::{Pack, Question, Value};
use diagnostics::{Code, Diagnostic, Diagnostics};

/// What kind of file a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A diagnosis.
    Pack,
    /// The nested settings of a widget.
    Configuration,
    /// The results of others.
    Benchmark,
}

impl Kind {
    /// Tells them apart by their content; nothing but an object is any of them.
    ///
    /// ```
    /// use authoring::Kind;
    /// use diagnosis::Value;
    /// let kind = |json| Kind::of(&serde_json::from_str::<Value>(json).unwrap());
    /// assert_eq!(kind(r#"{ "lead": "Two minutes", "sections": [] }"#), Some(Kind::Pack));
    /// assert_eq!(kind(r#"{ "lead": { "placement": "off" } }"#), Some(Kind::Configuration));
    /// assert_eq!(kind(r#"{ "format": "benchmark/v1" }"#), Some(Kind::Benchmark));
    /// assert_eq!(kind("[]"), None);
    /// ```
    pub fn of(value: &Value) -> Option<Self> {
        let Value::Map(_) = value else { return None };
        if matches!(value.get("format"), Some(Value::Text(format)) if format.starts_with("benchmark/")) {
            return Some(Kind::Benchmark);
        }
        let of_packs = ["format", "sections", "levels", "findings", "caps"];
        let is_pack = of_packs.iter().any(|key| value.get(key).is_some());
        Some(if is_pack { Kind::Pack } else { Kind::Configuration })
    }
}

/// Everything there is to say about one pack, place by place.
///
/// ```
/// use authoring::lint;
/// use diagnosis::{Pack, Value};
/// let json = include_str!("../../../../packs/readiness.en.json").replace("Yes", "Yes, without any doubt, and for a long time by now");
/// let pack = Pack::read(&serde_json::from_str::<Value>(&json).unwrap()).unwrap();
/// assert_eq!(lint(&pack)[0].path, "sections[0].questions[0].choices[0].label");
/// ```
pub fn lint(pack: &Pack) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    words::lint_words(pack, &mut found);
    levels::lint_levels(pack, &mut found);
    findings::lint_findings(pack, &mut found);
    offers::lint_own_offers(pack, &mut found);
    found
}

/// Everything there is to say about a pack, a configuration or a benchmark, and which of them it is.
///
/// # Errors
///
/// The faults of what is none of them, or of a pack or benchmark that is refused; never empty.
///
/// ```
/// use authoring::{Code, Kind, lint_any};
/// use diagnosis::Value;
/// let about = |json| lint_any(&serde_json::from_str::<Value>(json).unwrap());
/// assert_eq!(about(r#"{ "cta": {} }"#), Ok((Kind::Configuration, vec![])));
/// assert_eq!(about("7").unwrap_err().0[0].code, Code::NeitherKind);
/// ```
pub fn lint_any(value: &Value) -> Result<(Kind, Vec<Diagnostic>), Diagnostics> {
    match Kind::of(value) {
        Some(Kind::Pack) => Ok((Kind::Pack, lint(&Pack::read(value)?))),
        Some(Kind::Configuration) => Ok((Kind::Configuration, lint_config(value))),
        Some(Kind::Benchmark) => Ok((Kind::Benchmark, Benchmark::read(value)?.warnings())),
        None => Err(Diagnostics(vec![Diagnostic::error(Code::NeitherKind, "")])),
    }
}

/// Where a question stands in the file.
fn place_of(pack: &Pack, question: &Question) -> String {
    let before = pack.questions().iter().filter(|other| other.section == question.section);
    let at = before.take_while(|other| other.index < question.index).count();
    format!("sections[{}].questions[{at}]", question.section)
}
