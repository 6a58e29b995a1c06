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
    plan_by(entries.iter().map(|entry| (entry, |delivery| &delivery.to)), now)
}

/// The action at `now` for entries, each with a function that returns the receiver of one of its deliveries.
pub(super) fn plan_by<'e, R: PartialEq>(
    entries: impl Iterator<Item = (&'e Entry, impl Fn(&'e Delivery) -> R)> + Clone,
    now: Time,
) -> Action {
    let mut until = Time::NEVER;
    for (entry, _) in entries.clone() {
        let due = entry.changes_at(now);
        if due <= now {
            return Action::Expire { id: entry.id.clone() };
        }
        until = until.min(due);
    }
    let busy = busy(entries.clone(), now);
    for (entry, receiver_of) in entries {
        for delivery in &entry.deliveries {
            let Some(ready) = delivery.ready_at() else { continue };
            let receiver = receiver_of(delivery);
            let free = busy.iter().find(|(known, _)| *known == receiver).map_or(ready, |(_, until)| ready.max(*until));
            if free <= now {
                return Action::Send { id: entry.id.clone(), to: delivery.to.clone() };
            }
            until = until.min(free);
        }
    }
    if until == Time::NEVER { Action::Nothing } else { Action::Wait { until } }
}

/// The receivers that must not be used, each with the time until which.
fn busy<'e, R: PartialEq>(
    entries: impl Iterator<Item = (&'e Entry, impl Fn(&'e Delivery) -> R)>,
    now: Time,
) -> Vec<(R, Time)> {
    let mut busy: Vec<(R, Time)> = Vec::new();
    for (entry, receiver_of) in entries {
        for delivery in entry.deliveries.iter().filter(|delivery| delivery.busy_until() > now) {
            let (receiver, until) = (receiver_of(delivery), delivery.busy_until());
            match busy.iter_mut().find(|(known, _)| *known == receiver) {
                Some((_, longest)) => *longest = until.max(*longest),
                None => busy.push((receiver, until)),
            }
        }
    }
    busy
}
