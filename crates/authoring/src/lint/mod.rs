//! The linter: what is likely wrong with a pack or configuration that may be used as it is.
//!
//! The reader refuses what cannot work; this says what will not be seen, not be understood, or not be followed, with the
//! same three things each: the place, the reason, the mend. Pure, for the command `lint-pack` and whatever else shows it
//! to authors. Nothing in the widget calls it, so nothing of it is downloaded by a respondent.

mod attainable;
mod colour;
mod config;
mod findings;
mod levels;
mod links;
mod offers;
mod receivers;
mod secrets;
mod theme;
mod translations;
mod words;

pub use config::{lint_config, lint_destination};
pub use offers::lint_offers;
pub use translations::{Translation, lint_translations};

use diagnosis::Value;
use diagnosis::{Fault, Faults};
use diagnosis::{Pack, Question};

/// How much a remark weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A visitor or the owner will meet it: something is not shown, not reached, not legible, or not safe.
    Error,
    /// Probably not what was meant.
    Warning,
}

impl Severity {
    /// The word for it.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One thing that the linter has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is, what it is, and what to do.
    pub fault: Fault,
}

/// What kind of file a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A diagnosis.
    Pack,
    /// The nested settings of a widget.
    Configuration,
}

impl Kind {
    /// Tells the two apart by their content; nothing but an object is either.
    ///
    /// ```
    /// use authoring::Kind;
    /// use diagnosis::Value;
    /// let kind = |json| Kind::of(&serde_json::from_str::<Value>(json).unwrap());
    /// assert_eq!(kind(r#"{ "lead": "Two minutes", "sections": [] }"#), Some(Kind::Pack));
    /// assert_eq!(kind(r#"{ "lead": { "placement": "off" } }"#), Some(Kind::Configuration));
    /// assert_eq!(kind("[]"), None);
    /// ```
    pub fn of(value: &Value) -> Option<Self> {
        let Value::Map(_) = value else { return None };
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
/// assert_eq!(lint(&pack)[0].fault.path, "sections[0].questions[0].choices[0].label");
/// ```
pub fn lint(pack: &Pack) -> Vec<Remark> {
    let mut notes = Notes::default();
    words::look(pack, &mut notes);
    levels::look(pack, &mut notes);
    findings::look(pack, &mut notes);
    offers::look(pack, &mut notes);
    notes.0
}

/// Everything there is to say about a pack or a configuration, and which of the two it is.
///
/// # Errors
///
/// The faults of what is neither, or of a pack that is refused; never empty.
///
/// ```
/// use authoring::{Kind, lint_any};
/// use diagnosis::Value;
/// let about = |json| lint_any(&serde_json::from_str::<Value>(json).unwrap());
/// assert_eq!(about(r#"{ "cta": {} }"#), Ok((Kind::Configuration, vec![])));
/// assert_eq!(about("7").unwrap_err().0[0].reason, "is neither a pack nor a configuration");
/// ```
pub fn lint_any(value: &Value) -> Result<(Kind, Vec<Remark>), Faults> {
    match Kind::of(value) {
        Some(Kind::Pack) => Ok((Kind::Pack, lint(&Pack::read(value)?))),
        Some(Kind::Configuration) => Ok((Kind::Configuration, lint_config(value))),
        None => Err(Faults(vec![Fault {
            path: String::new(),
            reason: "is neither a pack nor a configuration".to_owned(),
            mend: "write { … }".to_owned(),
        }])),
    }
}

/// The remarks so far.
#[derive(Debug, Default)]
struct Notes(Vec<Remark>);

impl Notes {
    fn error(&mut self, path: &str, reason: &str, mend: &str) {
        self.add(Severity::Error, path, reason, mend);
    }

    fn warning(&mut self, path: &str, reason: &str, mend: &str) {
        self.add(Severity::Warning, path, reason, mend);
    }

    fn add(&mut self, severity: Severity, path: &str, reason: &str, mend: &str) {
        let fault = Fault { path: path.to_owned(), reason: reason.to_owned(), mend: mend.to_owned() };
        self.0.push(Remark { severity, fault });
    }

    fn faults(&mut self, faults: Faults) {
        self.0.extend(faults.0.into_iter().map(|fault| Remark { severity: Severity::Error, fault }));
    }
}

/// Where a question stands in the file.
fn place_of(pack: &Pack, question: &Question) -> String {
    let before = pack.questions().iter().filter(|other| other.section == question.section);
    let at = before.take_while(|other| other.index < question.index).count();
    format!("sections[{}].questions[{at}]", question.section)
}
