//! What the outbox holds: leads, each with its state at each destination.
//!
//! The types leave no room for what must not be: a lead whose data is gone has nothing left to send; only what is being
//! sent has a lease; only what is waiting has a wait. How they change is in `apply`, what comes next in `plan`.

use super::id::LeadId;
use super::payload::Payload;
use super::retry::{KEPT, LEASE, Tries, WINDOW};
use super::time::{Millis, Span, Time};
use crate::domain::Id;

/// Every lead of this device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// One entry a lead, in the order of their coming.
    pub entries: Vec<Entry>,
}

/// One lead in the outbox.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// Its data is here.
    Kept(Kept),
    /// Its data is deleted: it arrived, or the respondent wished so.
    Gone(Gone),
}

/// A lead whose data is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its id.
    pub id: LeadId,
    /// When it came into the outbox.
    pub created: Time,
    /// Its data.
    pub payload: Payload,
    /// Its state at each destination; empty where it only stays on this device.
    pub deliveries: Vec<Delivery>,
}

/// A lead whose data is deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// Its id.
    pub id: LeadId,
    /// When its data was deleted.
    pub since: Time,
    /// How it ended at each destination that it was sent to.
    pub ends: Vec<(Id, Settled)>,
}

/// A lead on its way to one destination.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// The destination, by the name that [`super::read_destinations`] gives it.
    pub to: Id,
    /// What its replies can tell.
    pub sight: Sight,
    /// When it was queued, or queued again; from here the 72 hours count.
    pub began: Time,
    /// Where it stands.
    pub state: State,
}

/// What can be known of what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
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
        by: Sender,
        /// Which try this is.
        tries: Tries,
        /// When it began; until its end ([`LEASE`]) no other tab may send.
        since: Time,
    },
    /// A try failed, and another follows.
    RetryWait {
        /// The try that failed.
        tries: Tries,
        /// Until its end nothing is sent.
        wait: Span,
        /// How much of the wait the receiver asked for; being online again does not shorten that.
        asked: Millis,
    },
    /// Nothing more is sent by itself.
    Settled {
        /// How it ended.
        how: Settled,
        /// When.
        at: Time,
    },
}

/// How sending ended at one destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// The receiver says that it has the lead.
    Delivered,
    /// A service took the lead and will pass it on.
    Accepted,
    /// It was sent, and nobody can say whether it arrived.
    SentUnconfirmed,
    /// The receiver or its configuration has to be mended by the owner.
    ActionRequired,
    /// The receiver refuses what was typed.
    Rejected,
    /// Tries or time are used up.
    Expired,
}

/// One tab, by a random number that it makes up when it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sender(pub u32);

impl Queue {
    /// The entry of this lead.
    pub fn get(&self, id: LeadId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id() == id)
    }

    /// Whether `by` holds the lease: only then may it send. Ask this of what was stored.
    pub fn is_sending(&self, id: LeadId, to: &Id, by: Sender) -> Option<Tries> {
        let Some(Entry::Kept(kept)) = self.get(id) else { return None };
        match kept.deliveries.iter().find(|delivery| delivery.to == *to)?.state {
            State::Sending { by: holder, tries, .. } if holder == by => Some(tries),
            _ => None,
        }
    }
}

impl Entry {
    /// The id of the lead.
    pub fn id(&self) -> LeadId {
        match self {
            Entry::Kept(kept) => kept.id,
            Entry::Gone(gone) => gone.id,
        }
    }

    /// When it changes by mere passing of time, if nothing else happens; `now` or earlier means at once.
    pub(super) fn changes_at(&self, now: Time) -> Time {
        match self {
            _ if self.is_ahead(now) => now,
            Entry::Gone(gone) => gone.since.after(KEPT),
            Entry::Kept(kept) => {
                let end = kept.end().unwrap_or(Time::LAST).min(kept.needed_until());
                kept.deliveries.iter().map(Delivery::changes_at).fold(end, Time::min)
            }
        }
    }

    /// Whether it is to be forgotten altogether.
    pub(super) fn is_over(&self, now: Time) -> bool {
        match self {
            Entry::Gone(gone) => gone.since.after(KEPT) <= now,
            Entry::Kept(kept) => kept.end().is_some_and(|end| end <= now),
        }
    }

    /// Whether anything in it lies ahead of the clock, which tells that the clock was set back.
    fn is_ahead(&self, now: Time) -> bool {
        match self {
            Entry::Gone(gone) => gone.since > now,
            Entry::Kept(kept) => kept.created > now || kept.deliveries.iter().any(|delivery| delivery.latest() > now),
        }
    }

    /// Moves what lies ahead of the clock to now, so that each wait lasts its own length once more and no longer.
    pub(super) fn set_back(&mut self, now: Time) {
        match self {
            Entry::Gone(gone) => gone.since = gone.since.min(now),
            Entry::Kept(kept) => {
                kept.created = kept.created.min(now);
                kept.deliveries.iter_mut().for_each(|delivery| delivery.set_back(now));
            }
        }
    }
}

impl Kept {
    /// Until when its data is of use: for sending, for mending by hand, or because only this device has it.
    pub(super) fn needed_until(&self) -> Time {
        if self.deliveries.is_empty() {
            return Time::LAST;
        }
        self.deliveries.iter().map(Delivery::needed_until).fold(Time::from_millis(0), Time::max)
    }

    /// When it is forgotten altogether: 30 days after all has come to rest. `None` as long as something is to be sent, and
    /// for a lead that only this device has: whoever exports it deletes it.
    fn end(&self) -> Option<Time> {
        let end = |delivery: &Delivery| match delivery.state {
            State::Settled { at, .. } => Some(at.after(KEPT)),
            _ => None,
        };
        self.deliveries.iter().map(end).try_fold(None, |last: Option<Time>, end| Some(last.max(Some(end?))))?
    }

    /// The lead without its data.
    pub(super) fn into_gone(self, now: Time) -> Gone {
        let end = |delivery: Delivery| match delivery.state {
            State::Settled { how, .. } => Some((delivery.to, how)),
            _ => None,
        };
        Gone { id: self.id, since: now, ends: self.deliveries.into_iter().filter_map(end).collect() }
    }
}

impl Delivery {
    /// Until when nothing may be sent; `None` where nothing is to be sent, or a tab is about it.
    pub(super) fn ready_at(&self) -> Option<Time> {
        match self.state {
            State::Queued => Some(self.began),
            State::RetryWait { wait, .. } => Some(wait.end()),
            State::Sending { .. } | State::Settled { .. } => None,
        }
    }

    /// Until when its receiver is to be left alone, by all leads: a request is under way, or it asked for time.
    pub(super) fn busy_until(&self) -> Option<Time> {
        match self.state {
            State::Sending { since, .. } => Some(since.after(LEASE)),
            State::RetryWait { wait, asked, .. } if asked > Millis(0) => Some(wait.from.after(asked)),
            _ => None,
        }
    }

    fn changes_at(&self) -> Time {
        match self.state {
            State::Queued | State::RetryWait { .. } => self.began.after(WINDOW),
            State::Sending { since, .. } => since.after(LEASE),
            State::Settled { .. } => Time::LAST,
        }
    }

    fn needed_until(&self) -> Time {
        match self.state {
            State::Queued | State::Sending { .. } | State::RetryWait { .. } => Time::LAST,
            State::Settled { how, at } => match how {
                Settled::Delivered | Settled::Accepted => Time::from_millis(0),
                // Long enough to notice that nobody calls back, and to send it in another way.
                Settled::SentUnconfirmed => at.after(WINDOW),
                Settled::ActionRequired | Settled::Rejected | Settled::Expired => Time::LAST,
            },
        }
    }

    fn latest(&self) -> Time {
        self.began.max(match self.state {
            State::Queued => self.began,
            State::Sending { since, .. } => since,
            State::RetryWait { wait, .. } => wait.from,
            State::Settled { at, .. } => at,
        })
    }

    fn set_back(&mut self, now: Time) {
        self.began = self.began.min(now);
        match &mut self.state {
            State::Queued => {}
            State::Sending { since: time, .. }
            | State::RetryWait { wait: Span { from: time, .. }, .. }
            | State::Settled { at: time, .. } => *time = now.min(*time),
        }
    }
}

impl State {
    /// Its name, as it stands in storage, in events and in the console.
    pub fn id(&self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Sending { .. } => "sending",
            State::RetryWait { .. } => "retry_wait",
            State::Settled { how, .. } => how.id(),
        }
    }
}

impl Settled {
    /// Every end.
    pub const ALL: [Settled; 6] = [
        Settled::Delivered,
        Settled::Accepted,
        Settled::SentUnconfirmed,
        Settled::ActionRequired,
        Settled::Rejected,
        Settled::Expired,
    ];

    /// Its name, as it stands in storage, in events and in the console.
    pub fn id(self) -> &'static str {
        match self {
            Settled::Delivered => "delivered",
            Settled::Accepted => "accepted",
            Settled::SentUnconfirmed => "sent_unconfirmed",
            Settled::ActionRequired => "action_required",
            Settled::Rejected => "rejected",
            Settled::Expired => "expired",
        }
    }

    /// Whether the lead is known to have arrived.
    pub fn has_arrived(self) -> bool {
        matches!(self, Settled::Delivered | Settled::Accepted)
    }
}
