//! Evaluates an owner's own counts of a diagnosis: at which question people leave, and which variant performs better.
//!
//! [`read`] reads an export as text: a CSV of GA4, or the events of an endpoint as lines of JSON. It returns a
//! [`Funnel`], or a [`Problem`] that describes what is wrong with the text. [`interval`] is the Bayesian interval of a
//! rate.
//!
//! ```
//! let lines = r#"{"visit":"a","event":"shindan:view","question":"purpose","index":1,"total":2}
//! {"visit":"a","event":"shindan:view","question":"skill","index":2,"total":2}
//! {"visit":"b","event":"shindan:view","question":"purpose","index":1,"total":2}"#;
//! let funnel = funnel_data::read(lines).unwrap();
//! assert_eq!((funnel.questions[0].seen, funnel.questions[0].left), (2.0, Some(1.0)));
//! ```
//!
//! The crate must not know a browser, display texts, or the identity of anybody.

mod beta;
mod counts;
mod event;
mod ga4;
mod json_lines;
mod problem;
#[cfg(test)]
mod tests;

pub use beta::{Interval, interval};
pub use counts::{Arm, Funnel, Question, Unit};
pub use problem::Problem;

/// Maximum number of bytes of a text.
pub const TEXT_MAX: usize = 64 << 20;

/// Reads an export: lines of JSON or a JSON list if the text begins like one, else a CSV of GA4.
///
/// # Errors
/// Describes what is wrong, with the line if there is one.
pub fn read(text: &str) -> Result<Funnel, Problem> {
    // Line numbers refer to the original text, so only the byte order mark is removed.
    let text = text.trim_start_matches('\u{feff}');
    let begin = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if begin.is_empty() {
        return Err(Problem::Empty);
    }
    if text.len() > TEXT_MAX {
        return Err(Problem::TooLong);
    }
    if begin.starts_with(['{', '[']) { json_lines::read(text) } else { ga4::read(text) }
}
