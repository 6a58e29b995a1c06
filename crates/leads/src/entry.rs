//! The outbox entry of a lead: whether its data is still stored, and its state at each destination.
//!
//! Changes of an entry are in `apply`, the next action in `plan`, changes by time alone in `expiry`, and the text form
//! in `stored`. An entry contains nothing of the content of the lead.

use super::retry::Attempt;
use super::time::{Seconds, Span, Time};
use diagnosis::Id;

/// One lead in the outbox.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Id of the lead, the same at every receiver and in every attempt.
    pub(super) id: Id,
    /// The time at which it was added to the outbox.
    pub(super) created: Time,
    /// The time at which its data was deleted, if it was; all remaining deliveries are in a final state then.
    pub(super) purged_at: Option<Time>,
    /// Its state at each destination; empty if it only stays on this device.
    pub(super) deliveries: Vec<Delivery>,
}

/// A lead on its way to one destination.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// The destination, by the name that the page gives it.
    pub to: Id,
    /// What its replies can tell.
    pub visibility: ReplyVisibility,
    /// The time at which it was queued, or queued again; the 72 hours start here.
    pub queued_at: Time,
    /// The state of the delivery.
    pub state: State,
}

/// What can be known about a sent lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyVisibility {
    /// Replies can be read; without one, either nothing arrived, or the receiver recognises repetitions by the id.
    Readable,
    /// Replies cannot be read, or a failure may only mean that the reply cannot be read. There is therefore at most one
    /// automatic repetition, and only if the request itself failed.
    Opaque,
}

/// State of a lead at one destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not tried yet.
    Queued,
    /// A tab is sending it.
    Sending {
        /// The tab that sends.
        by: TabId,
        /// The number of the attempt.
        attempt: Attempt,
        /// The start of the attempt; no other tab may send until the lease ([`super::LEASE`]) ends.
        since: Time,
    },
    /// An attempt failed, and another follows.
    RetryWait {
        /// Number of attempts that counted.
        attempt: Attempt,
        /// The wait, during which nothing is sent.
        wait: Span,
        /// The part of the wait that the receiver asked for, which nobody can shorten.
        retry_after: Seconds,
    },
    /// No more automatic attempts follow.
    Final {
        /// The final state.
        how: FinalState,
        /// The time at which it was reached.
        at: Time,
    },
}

/// Final state at one destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinalState {
    /// The receiver confirms that it has the lead.
    Delivered,
    /// A service took the lead and will pass it on.
    Accepted,
    /// It was sent, and nobody can say whether it arrived.
    SentUnconfirmed,
    /// The receiver or its configuration has to be fixed by the owner.
    ActionRequired,
    /// The receiver refuses what was typed.
    Rejected,
    /// No attempts or no time are left.
    Expired,
}

/// One tab, identified by a random number that it chooses at start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TabId(pub u32);

impl Entry {
    /// A lead that was just submitted, to be sent once to each of `to`; `to` is empty if it only stays on this device.
    pub fn new(id: Id, to: impl IntoIterator<Item = (Id, ReplyVisibility)>, now: Time) -> Self {
        let mut entry = Self { id, created: now, purged_at: None, deliveries: Vec::new() };
        for (to, visibility) in to {
            if entry.delivery(to.as_str()).is_none() {
                entry.deliveries.push(Delivery { to, visibility, queued_at: now, state: State::Queued });
            }
        }
        entry
    }

    /// The id of the lead.
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// Whether the data of the lead is to be deleted, or was.
    pub fn is_purged(&self) -> bool {
        self.purged_at.is_some()
    }

    /// Its state at each destination. For a lead whose data was deleted, only the final states.
    pub fn deliveries(&self) -> &[Delivery] {
        &self.deliveries
    }

    /// Whether `by` holds the lease, which it needs to send. Check this on the stored entry.
    pub fn is_sending(&self, to: &str, by: TabId) -> Option<Attempt> {
        match self.deliveries.iter().find(|delivery| delivery.to.as_str() == to)?.state {
            State::Sending { by: holder, attempt, .. } if holder == by => Some(attempt),
            _ => None,
        }
    }

    pub(super) fn delivery(&mut self, to: &str) -> Option<&mut Delivery> {
        self.deliveries.iter_mut().find(|delivery| delivery.to.as_str() == to)
    }
}

impl State {
    /// The final state, if it is reached.
    pub fn end(self) -> Option<FinalState> {
        match self {
            State::Final { how, .. } => Some(how),
            _ => None,
        }
    }

    /// Name of the state in storage, in events and in the console.
    pub fn id(self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Sending { .. } => "sending",
            State::RetryWait { .. } => "retry_wait",
            State::Final { how, .. } => how.id(),
        }
    }
}

impl FinalState {
    pub(super) const ALL: [FinalState; 6] = [
        FinalState::Delivered,
        FinalState::Accepted,
        FinalState::SentUnconfirmed,
        FinalState::ActionRequired,
        FinalState::Rejected,
        FinalState::Expired,
    ];

    /// Name of the final state in storage, in events and in the console.
    pub fn id(self) -> &'static str {
        match self {
            FinalState::Delivered => "delivered",
            FinalState::Accepted => "accepted",
            FinalState::SentUnconfirmed => "sent_unconfirmed",
            FinalState::ActionRequired => "action_required",
            FinalState::Rejected => "rejected",
            FinalState::Expired => "expired",
        }
    }

    /// The final state of that name.
    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.id() == id)
    }

    /// Whether somebody has the lead, or it was at least sent.
    pub fn was_sent(self) -> bool {
        self.has_arrived() || self == FinalState::SentUnconfirmed
    }

    /// Whether the lead is known to have arrived.
    pub fn has_arrived(self) -> bool {
        matches!(self, FinalState::Delivered | FinalState::Accepted)
    }
}

impl ReplyVisibility {
    pub(super) const ALL: [ReplyVisibility; 2] = [ReplyVisibility::Readable, ReplyVisibility::Opaque];

    /// The visibility of that name.
    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.id() == id)
    }

    /// Name of the visibility in storage.
    pub fn id(self) -> &'static str {
        match self {
            ReplyVisibility::Readable => "readable",
            ReplyVisibility::Opaque => "opaque",
        }
    }
}
