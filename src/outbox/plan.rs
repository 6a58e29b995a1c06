//! What is to be done next: a pure function of the queue and the time.
//!
//! Changes nothing itself. One request at a time goes to each destination, and none to one that asked for time.

use super::id::LeadId;
use super::queue::{Delivery, Entry, Queue};
use super::time::Time;
use crate::domain::Id;

/// What is to be done next.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Apply [`super::Event::TimePassed`] and store: a lease or a term is over, data is to be deleted, or the clock was
    /// set back.
    Settle,
    /// Take the lease of this lead at this destination; whoever gets it sends.
    Send {
        /// The lead.
        id: LeadId,
        /// The destination.
        to: Id,
    },
    /// Plan again then, or when something happens before. Look at least once a minute: a timer does not notice that the
    /// clock was set back.
    Wait {
        /// When the next thing is due.
        until: Time,
    },
    /// The outbox is empty.
    Nothing,
}

/// What is to be done at `now`. What time alone has changed comes first, then the oldest lead that may be sent.
pub fn plan(queue: &Queue, now: Time) -> Action {
    let mut until = None;
    let mut note = |time: Time| until = Some(until.map_or(time, |sooner: Time| sooner.min(time)));
    for entry in &queue.entries {
        match entry.changes_at(now) {
            due if due <= now => return Action::Settle,
            later => note(later),
        }
    }
    let busy = busy(queue, now);
    for entry in &queue.entries {
        let Entry::Kept(kept) = entry else { continue };
        for delivery in &kept.deliveries {
            let Some(ready) = delivery.ready_at() else { continue };
            let free = busy.iter().find(|(to, _)| *to == &delivery.to).map_or(ready, |(_, until)| ready.max(*until));
            if free <= now {
                return Action::Send { id: kept.id, to: delivery.to.clone() };
            }
            note(free);
        }
    }
    until.map_or(Action::Nothing, |until| Action::Wait { until })
}

/// The destinations that are to be left alone, and until when.
fn busy(queue: &Queue, now: Time) -> Vec<(&Id, Time)> {
    let mut busy: Vec<(&Id, Time)> = Vec::new();
    let kept = queue.entries.iter().filter_map(|entry| match entry {
        Entry::Kept(kept) => Some(&kept.deliveries),
        Entry::Gone(_) => None,
    });
    for delivery in kept.flatten() {
        let Some(until) = delivery.busy_until().filter(|until| *until > now) else { continue };
        match busy.iter_mut().find(|(to, _)| *to == &delivery.to) {
            Some((_, longest)) => *longest = until.max(*longest),
            None => busy.push((&delivery.to, until)),
        }
    }
    busy
}

/// Whether this delivery may be sent at `now`, as far as it alone can tell.
pub(super) fn may_send(delivery: &Delivery, now: Time) -> bool {
    delivery.ready_at().is_some_and(|ready| ready <= now)
}
