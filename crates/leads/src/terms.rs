//! What time alone does to an entry, and when: leases and terms end, data goes, and clocks are set back.

use super::entry::{Delivery, Entry, Settled, State};
use super::retry::{KEPT, LEASE, WINDOW};
use super::time::{Seconds, Span, Time};

impl Entry {
    /// When it changes by mere passing of time, if nothing else happens; `now` or earlier means at once.
    pub(super) fn changes_at(&self, now: Time) -> Time {
        if self.is_ahead(now) {
            return now;
        }
        let end = self.end();
        if self.is_gone() {
            return end;
        }
        self.deliveries.iter().map(Delivery::changes_at).fold(end.min(self.needed_until()), Time::min)
    }

    /// When it is forgotten altogether: 30 days after its data went or all has come to rest. Never, as long as something is
    /// to be sent, and for a lead that only this device has: whoever exports it deletes it.
    pub(super) fn end(&self) -> Time {
        if let Some(since) = self.gone {
            return since.after(KEPT);
        }
        let rests = self.deliveries.iter().map(|delivery| match delivery.state {
            State::Settled { at, .. } => at.after(KEPT),
            _ => Time::NEVER,
        });
        rests.max().unwrap_or(Time::NEVER)
    }

    /// Until when its data is of use: for sending, for mending by hand, or because only this device has it.
    pub(super) fn needed_until(&self) -> Time {
        self.deliveries.iter().map(Delivery::needed_until).max().unwrap_or(Time::NEVER)
    }

    /// Whether anything in it lies ahead of the clock, which tells that the clock was set back.
    fn is_ahead(&self, now: Time) -> bool {
        let began = self.gone.unwrap_or(self.created);
        began > now || self.deliveries.iter().any(|delivery| delivery.latest() > now)
    }

    /// Moves what lies ahead of the clock to now, so that each wait lasts its own length once more and no longer.
    pub(super) fn set_back(&mut self, now: Time) {
        self.created = self.created.min(now);
        self.gone = self.gone.map(|since| since.min(now));
        for delivery in &mut self.deliveries {
            delivery.began = delivery.began.min(now);
            if let Some(time) = delivery.state.time() {
                *time = now.min(*time);
            }
        }
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
    pub(super) fn busy_until(&self) -> Time {
        match self.state {
            State::Sending { since, .. } => since.after(LEASE),
            State::RetryWait { wait, asked, .. } if asked > Seconds(0) => wait.from.after(asked),
            _ => Time::FIRST,
        }
    }

    fn changes_at(&self) -> Time {
        match self.state {
            State::Queued | State::RetryWait { .. } => self.began.after(WINDOW),
            State::Sending { since, .. } => since.after(LEASE),
            State::Settled { .. } => Time::NEVER,
        }
    }

    fn needed_until(&self) -> Time {
        match self.state {
            State::Settled { how: Settled::Delivered | Settled::Accepted, .. } => Time::FIRST,
            // Long enough to notice that nobody calls back, and to send it in another way.
            State::Settled { how: Settled::SentUnconfirmed, at } => at.after(WINDOW),
            _ => Time::NEVER,
        }
    }

    fn latest(&self) -> Time {
        let mut state = self.state;
        self.began.max(state.time().map_or(self.began, |time| *time))
    }
}

impl State {
    /// When it began.
    fn time(&mut self) -> Option<&mut Time> {
        match self {
            State::Queued => None,
            State::Sending { since: time, .. }
            | State::RetryWait { wait: Span { from: time, .. }, .. }
            | State::Settled { at: time, .. } => Some(time),
        }
    }
}
