//! What can happen to a lead in the outbox.

use super::connectors::Outcome;
use super::entry::TabId;
use super::retry::Attempt;

/// Something happened to one lead. What does not fit its state comes too late, and changes nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event<'a> {
    /// Time has passed, as [`super::Action::Expire`] found: leases and terms end, data is deleted.
    TimePassed,
    /// The respondent wants the data deleted. What is under way cannot be called back.
    Deleted,
    /// Something happened on the way to one destination.
    At {
        /// The destination, by its name.
        to: &'a str,
        /// What happened.
        step: Step,
    },
}

/// Something happened on the way to one destination.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// A tab wants to send; ask [`super::Entry::is_sending`] whether it got the lease.
    Start {
        /// Which tab.
        by: TabId,
    },
    /// A try came to an outcome.
    Reply {
        /// The tab that sent.
        by: TabId,
        /// The number of the try.
        attempt: Attempt,
        /// What came of it.
        outcome: Outcome,
    },
    /// Somebody wants it sent once more, where it has not arrived and the receiver has not asked for time.
    Retry,
}
