//! What is wrong with an export.

/// Why a text is no export that can be read. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing in it.
    Empty,
    /// It has more than [`crate::TEXT_MAX`] bytes.
    TooLong,
    /// The line is no JSON.
    NoJson {
        /// The line.
        line: usize,
    },
    /// The JSON of the line is no event: it lacks the text `event`.
    NoEvent {
        /// The line.
        line: usize,
    },
    /// The event `shindan:view` or `shindan:answer` of the line lacks the text `question`.
    NoQuestion {
        /// The line.
        line: usize,
    },
    /// No line of the CSV names the columns: none has the column of the event's name.
    NoHeader,
    /// The line that names the columns has no column with the ids of the questions.
    NoQuestionColumn {
        /// The line.
        line: usize,
    },
    /// The line that names the columns has neither a column of users nor one of events.
    NoCountColumn {
        /// The line.
        line: usize,
    },
    /// The count of the line is no number.
    NoNumber {
        /// The line.
        line: usize,
        /// What stands there.
        found: String,
    },
    /// Everything can be read, and nothing of it is an event of the widget that says which question was seen.
    NothingSeen,
}
