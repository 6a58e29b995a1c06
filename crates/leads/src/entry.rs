//! What the outbox knows of a lead: whether its data is still here, and its state at each destination.
//!
//! How an entry changes is in `apply`, what comes next in `plan`, when time alone changes it in `expiry`, and its text form
//! in `stored`. Knows nothing of what the lead says.

use super::retry::Attempt;
use super::time::{Seconds, Span, Time};
use diagnosis::Id;

/// One lead in the outbox.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id, the same at every receiver and in every try.
    pub(super) id: Id,
    /// When it came into the outbox.
    pub(super) created: Time,
    /// When its data was deleted, if it was; all deliveries that are left are settled then.
    pub(super) purged_at: Option<Time>,
    /// Its state at each destination; empty where it only stays on this device.
    pub(super) deliveries: Vec<Delivery>,
}

/// A lead on its way to one destination.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// The destination, by the name that the page gives it.
    pub to: Id,
    /// What its replies can tell.
    pub visibility: ReplyVisibility,
    /// When it was queued, or queued again; from here the 72 hours count.
    pub queued_at: Time,
    /// Where it stands.
    pub state: State,
}

/// What can be known of what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyVisibility {
    /// A reply can be read; without one, nothing arrived, or the receiver tells repetitions by the id.
    Readable,
    /// Nothing can be read, or a failure may only mean that the reply cannot be read. So one automatic repetition at most,
    /// and only if the request itself failed.
    Opaque,
}

/// Where a lead stands at one destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not tried yet.
    Queued,
    /// A tab sends it.
    Sending {
        /// Which tab.
        by: TabId,
        /// Which try this is.
        attempt: Attempt,
        /// When it began; until its end ([`super::LEASE`]) no other tab may send.
        since: Time,
    },
    /// A try failed, and another follows.
    RetryWait {
        /// How many tries counted.
        attempt: Attempt,
        /// Until its end nothing is sent.
        wait: Span,
        /// How much of the wait the receiver asked for; nobody shortens that.
        retry_after: Seconds,
    },
    /// Nothing more is sent by itself.
    Final {
        /// How it ended.
        how: FinalState,
        /// When.
        at: Time,
    },
}

/// How sending ended at one destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinalState {
    /// The receiver says that it has the lead.
    Delivered,
    /// A service took the lead and will pass it on.
    Accepted,
    /// It was sent, and nobody can say whether it arrived.
    SentUnconfirmed,
    /// The receiver or its configuration has to be fixed by the owner.
    ActionRequired,
    /// The receiver refuses what was typed.
    Rejected,
    /// Attempt or time are used up.
    Expired,
}

/// One tab, by a random number that it makes up when it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TabId(pub u32);

impl Entry {
    /// A lead that was just submitted, to be sent to each of `to` once; to nobody, if it only stays on this device.
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

    /// Whether the lead itself is to be deleted, or was.
    pub fn is_purged(&self) -> bool {
        self.purged_at.is_some()
    }

    /// Its state at each destination. Of a lead that is gone, only where it had come to an end.
    pub fn deliveries(&self) -> &[Delivery] {
        &self.deliveries
    }

    /// Whether `by` holds the lease: only then may it send. Ask this of what was stored.
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
    /// How it ended, if it did.
    pub fn end(self) -> Option<FinalState> {
        match self {
            State::Final { how, .. } => Some(how),
            _ => None,
        }
    }

    /// Its name, as it stands in storage, in events and in the console.
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

    /// Its name, as it stands in storage, in events and in the console.
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

    /// The one of that name.
    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.id() == id)
    }

    /// Whether somebody has the lead, or was at least sent it.
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

    /// The one of that name.
    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.id() == id)
    }

    /// Its name, as it stands in storage.
    pub fn id(self) -> &'static str {
        match self {
            ReplyVisibility::Readable => "readable",
            ReplyVisibility::Opaque => "opaque",
        }
    }
}
