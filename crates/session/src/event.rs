//! What happens to a run, and what follows from it outside of the run.

use std::rc::Rc;

use diagnosis::{Id, Verdict};

/// Input of the respondent. An event that names something no longer on screen is late and ignored.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Makes a choice, or ticks or clears a box. On the result: tries closing the gap in this question, or stops
    /// trying; ignored for a question without a gap.
    Choose {
        /// The question on screen.
        question: Id,
        /// The choice; ignored on the result.
        choice: Id,
    },
    /// Continues from this question.
    Next {
        /// The question on screen.
        question: Id,
    },
    /// Goes back one question, or from the verdict to the last one.
    Back,
    /// Starts again. A result that was opened from a link becomes the earlier one.
    Restart,
    /// Allows storing results on the device, or deletes them.
    Keep(bool),
}

/// A side effect to perform.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Store the run in the session's storage; an empty text deletes it.
    Save(String),
    /// Store this code on the device; an empty text deletes it.
    Keep(String),
    /// Notify the host page.
    Emit(HostEvent),
    /// Move the focus, so that a screen reader announces the new content.
    Focus(Focus),
}

/// Target of the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// To the legend of the question.
    Question,
    /// To the heading of the result.
    Result,
}

/// An event for the host page (docs/reference.md, "Events").
#[derive(Clone, Debug, PartialEq)]
pub enum HostEvent {
    /// `shindan:start`: the first answer of a run.
    Start,
    /// `shindan:answer`: the respondent leaves a question with an answer; the event does not contain the answer.
    Answer {
        /// The question.
        question: Id,
        /// Position of the question, from 1.
        index: usize,
        /// Number of questions, as far as the answers determine it.
        total: usize,
    },
    /// `shindan:complete`: a verdict was reached.
    Complete(Rc<Verdict>),
}
