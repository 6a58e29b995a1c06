//! The effects of time on an entry: leases and expiry periods end, data is deleted, clocks that were set back are
//! handled.

use super::entry::{Delivery, Entry, FinalState, State};
use super::retry::{LEASE, RETENTION, WINDOW};
use super::time::{Seconds, Span, Time};

impl Entry {
    /// The time at which it changes without any event; `now` or earlier means at once.
    pub(super) fn changes_at(&self, now: Time) -> Time {
        if self.is_ahead(now) {
            return now;
        }
        let end = self.end();
        if self.is_purged() {
            return end;
        }
        self.deliveries.iter().map(Delivery::changes_at).fold(end.min(self.needed_until()), Time::min)
    }

    /// The time at which it is deleted completely: 30 days after its data was deleted or all deliveries reached a final
    /// state. Never while something is to be sent, or for a lead that only this device has: whoever exports it deletes
    /// it.
    pub(super) fn end(&self) -> Time {
        if let Some(since) = self.purged_at {
            return since.after(RETENTION);
        }
        let rests = self.deliveries.iter().map(|delivery| match delivery.state {
            State::Final { at, .. } => at.after(RETENTION),
            _ => Time::NEVER,
        });
        rests.max().unwrap_or(Time::NEVER)
    }

    /// The time until which its data is needed: for sending, for correction by hand, or because only this device has
    /// it.
    pub(super) fn needed_until(&self) -> Time {
        self.deliveries.iter().map(Delivery::needed_until).max().unwrap_or(Time::NEVER)
    }

    /// Whether any of its times lies in the future, which shows that the clock was set back.
    fn is_ahead(&self, now: Time) -> bool {
        let queued_at = self.purged_at.unwrap_or(self.created);
        queued_at > now || self.deliveries.iter().any(|delivery| delivery.latest() > now)
    }

    /// Moves times in the future to now, so that each wait lasts its own length once more and no longer.
    pub(super) fn set_back(&mut self, now: Time) {
        self.created = self.created.min(now);
        self.purged_at = self.purged_at.map(|since| since.min(now));
        for delivery in &mut self.deliveries {
            delivery.queued_at = delivery.queued_at.min(now);
            if let Some(time) = delivery.state.time() {
                *time = now.min(*time);
            }
        }
    }
}

impl Delivery {
    /// The time until which nothing may be sent; `None` if nothing is to be sent, or a tab is sending.
    pub(super) fn ready_at(&self) -> Option<Time> {
        match self.state {
            State::Queued => Some(self.queued_at),
            State::RetryWait { wait, .. } => Some(wait.end()),
            State::Sending { .. } | State::Final { .. } => None,
        }
    }

    /// The time until which no lead may be sent to its receiver: a request is in progress, or the receiver asked for
    /// time.
    pub(super) fn busy_until(&self) -> Time {
        match self.state {
            State::Sending { since, .. } => since.after(LEASE),
            State::RetryWait { wait, retry_after, .. } if retry_after > Seconds(0) => wait.from.after(retry_after),
            _ => Time::FIRST,
        }
    }

    fn changes_at(&self) -> Time {
        match self.state {
            State::Queued | State::RetryWait { .. } => self.queued_at.after(WINDOW),
            State::Sending { since, .. } => since.after(LEASE),
            State::Final { .. } => Time::NEVER,
        }
    }

    fn needed_until(&self) -> Time {
        match self.state {
            State::Final { how: FinalState::Delivered | FinalState::Accepted, .. } => Time::FIRST,
            // This is long enough to notice that nobody calls back, and to send it in another way.
            State::Final { how: FinalState::SentUnconfirmed, at } => at.after(WINDOW),
            _ => Time::NEVER,
        }
    }

    fn latest(&self) -> Time {
        let mut state = self.state;
        self.queued_at.max(state.time().map_or(self.queued_at, |time| *time))
    }
}

impl State {
    /// The start of the state.
    fn time(&mut self) -> Option<&mut Time> {
        match self {
            State::Queued => None,
            State::Sending { since: time, .. }
            | State::RetryWait { wait: Span { from: time, .. }, .. }
            | State::Final { at: time, .. } => Some(time),
        }
    }
}
