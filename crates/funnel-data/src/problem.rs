//! Problems of an export.

/// The reason why a text cannot be read as an export. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is empty.
    Empty,
    /// The text has more than [`crate::TEXT_MAX`] bytes.
    TooLong,
    /// The line is not JSON.
    NoJson {
        /// The line.
        line: usize,
    },
    /// The JSON of the line is not an event: it lacks the text `event`.
    NoEvent {
        /// The line.
        line: usize,
    },
    /// The event `shindan:view` or `shindan:answer` of the line lacks the text `question`.
    NoQuestion {
        /// The line.
        line: usize,
    },
    /// No line of the CSV is a header: none has the column of the event's name.
    NoHeader,
    /// The header has no column with the ids of the questions.
    NoQuestionColumn {
        /// The line.
        line: usize,
    },
    /// The header has neither a column of users nor one of events.
    NoCountColumn {
        /// The line.
        line: usize,
    },
    /// The count of the line is not a number.
    NoNumber {
        /// The line.
        line: usize,
        /// The value in its place.
        found: String,
    },
    /// The text can be read, but contains no event of the widget that says which question was seen.
    NothingSeen,
}
