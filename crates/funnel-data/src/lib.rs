//! What an owner's own counts say of a diagnosis: at which question people leave, and which variant leads to more.
//!
//! [`read`] takes an export as text: a CSV of GA4, or the events of an endpoint as lines of JSON. It answers a [`Funnel`], or a
//! [`Problem`] that says what is wrong with the text. [`interval`] is the Bayesian interval of a rate.
//!
//! ```
//! let lines = r#"{"visit":"a","event":"shindan:view","question":"purpose","index":1,"total":2}
//! {"visit":"a","event":"shindan:view","question":"skill","index":2,"total":2}
//! {"visit":"b","event":"shindan:view","question":"purpose","index":1,"total":2}"#;
//! let funnel = funnel_data::read(lines).unwrap();
//! assert_eq!((funnel.questions[0].seen, funnel.questions[0].left), (2.0, Some(1.0)));
//! ```
//!
//! Must not know: a browser, words for people, who anybody is.

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

/// Most bytes of a text that is read.
pub const TEXT_MAX: usize = 64 << 20;

/// Reads an export: lines of JSON, or a JSON list of the same, where the text begins like one; a CSV of GA4 otherwise.
///
/// # Errors
/// Says what is wrong, with the line where there is one.
pub fn read(text: &str) -> Result<Funnel, Problem> {
    // Lines count from the first one, so nothing but the mark of the encoding is taken away.
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
