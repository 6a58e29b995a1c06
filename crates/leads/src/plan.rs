//! The next action, as a pure function of the entries and the time.
//!
//! It changes nothing itself. Each receiver gets one request at a time, and none while it has asked for time.

use super::entry::{Delivery, Entry};
use super::time::Time;
use diagnosis::Id;

/// The next action.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Apply [`super::Event::TimePassed`] to this lead and store: a lease or an expiry period is over, data is to be
    /// deleted, or the clock was set back.
    Expire {
        /// The lead.
        id: Id,
    },
    /// Take the lease of this lead at this destination; the tab that gets it sends.
    Send {
        /// The lead.
        id: Id,
        /// The destination.
        to: Id,
    },
    /// Plan again at that time, or when something happens before. Check at least once a minute: a timer does not notice
    /// that the clock was set back.
    Wait {
        /// The time at which the next action is due.
        until: Time,
    },
    /// Nothing is waiting.
    Nothing,
}

/// The action at `now`. Changes by time alone come first, then the oldest lead that may be sent. Deliveries to the same name count
/// as deliveries to one receiver; see [`super::plan_records`].
pub fn plan(entries: &[Entry], now: Time) -> Action {
    plan_by(entries, |entry| entry, |_, delivery| &delivery.to, now)
}

/// The action at `now` for items of which each has an entry, and knows who receives a delivery of it.
pub(super) fn plan_by<'i, T, R: PartialEq>(
    items: &'i [T],
    entry_of: impl Fn(&'i T) -> &'i Entry,
    receiver_of: impl Fn(&'i T, &'i Delivery) -> R,
    now: Time,
) -> Action {
    let mut until = Time::NEVER;
    for entry in items.iter().map(&entry_of) {
        let due = entry.changes_at(now);
        if due <= now {
            return Action::Expire { id: entry.id.clone() };
        }
        until = until.min(due);
    }
    let deliveries = || {
        let of = |item| entry_of(item).deliveries.iter().map(move |delivery| (item, delivery));
        items.iter().flat_map(of)
    };
    let busy = busy(deliveries().map(|(item, delivery)| (receiver_of(item, delivery), delivery.busy_until())), now);
    for (item, delivery) in deliveries() {
        let Some(ready) = delivery.ready_at() else { continue };
        let receiver = receiver_of(item, delivery);
        let free = busy.iter().find(|(known, _)| *known == receiver).map_or(ready, |(_, until)| ready.max(*until));
        if free <= now {
            return Action::Send { id: entry_of(item).id.clone(), to: delivery.to.clone() };
        }
        until = until.min(free);
    }
    if until == Time::NEVER { Action::Nothing } else { Action::Wait { until } }
}

/// The receivers that must not be used, each once with the time until which.
fn busy<R: PartialEq>(deliveries: impl Iterator<Item = (R, Time)>, now: Time) -> Vec<(R, Time)> {
    let mut busy: Vec<(R, Time)> = Vec::new();
    for (receiver, until) in deliveries.filter(|(_, until)| *until > now) {
        match busy.iter_mut().find(|(known, _)| *known == receiver) {
            Some((_, longest)) => *longest = until.max(*longest),
            None => busy.push((receiver, until)),
        }
    }
    busy
}
