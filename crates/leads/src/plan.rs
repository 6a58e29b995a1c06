//! The next action, as a pure function of the entries and the time.
//!
//! It changes nothing itself. Each destination gets one request at a time, and none while it has asked for time.

use super::entry::Entry;
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

/// The action at `now`. Changes by time alone come first, then the oldest lead that may be sent.
pub fn plan(entries: &[Entry], now: Time) -> Action {
    let mut until = Time::NEVER;
    for entry in entries {
        let due = entry.changes_at(now);
        if due <= now {
            return Action::Expire { id: entry.id.clone() };
        }
        until = until.min(due);
    }
    let busy = busy(entries, now);
    for entry in entries {
        for delivery in &entry.deliveries {
            let Some(ready) = delivery.ready_at() else { continue };
            let free = busy.iter().find(|(to, _)| **to == delivery.to).map_or(ready, |(_, until)| ready.max(*until));
            if free <= now {
                return Action::Send { id: entry.id.clone(), to: delivery.to.clone() };
            }
            until = until.min(free);
        }
    }
    if until == Time::NEVER { Action::Nothing } else { Action::Wait { until } }
}

/// The destinations that must not be used, each with the time until which.
fn busy(entries: &[Entry], now: Time) -> Vec<(&Id, Time)> {
    let mut busy: Vec<(&Id, Time)> = Vec::new();
    for delivery in entries.iter().flat_map(|entry| &entry.deliveries) {
        let until = delivery.busy_until();
        match busy.iter_mut().find(|(to, _)| **to == delivery.to) {
            Some((_, longest)) => *longest = until.max(*longest),
            None if until > now => busy.push((&delivery.to, until)),
            None => {}
        }
    }
    busy
}
