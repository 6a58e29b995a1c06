//! Events of a lead in the outbox.

use super::connectors::Outcome;
use super::entry::TabId;
use super::retry::Attempt;

/// An event of one lead. An event that does not fit its state is late, and changes nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event<'a> {
    /// Time has passed, as [`super::Action::Expire`] found: leases and expiry periods end, data is deleted.
    TimePassed,
    /// The respondent wants the data deleted. A request in progress cannot be recalled.
    Deleted,
    /// An event of the delivery to one destination.
    At {
        /// Name of the destination.
        to: &'a str,
        /// The event.
        step: Step,
    },
}

/// An event of the delivery to one destination.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// A tab wants to send; [`super::Entry::is_sending`] tells whether it got the lease.
    Start {
        /// The tab.
        by: TabId,
    },
    /// An attempt ended.
    Reply {
        /// The tab that sent.
        by: TabId,
        /// The number of the attempt.
        attempt: Attempt,
        /// The outcome of the attempt.
        outcome: Outcome,
    },
    /// Somebody requests another attempt, where the lead has not arrived and the receiver has not asked for time.
    Retry,
}
