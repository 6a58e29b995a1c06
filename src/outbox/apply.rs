//! What an event does to the queue: a pure function. What does not fit the state comes too late, and changes nothing.

use super::connectors::Outcome;
use super::id::LeadId;
use super::payload::Payload;
use super::plan::may_send;
use super::queue::{Delivery, Entry, Kept, Queue, Sender, Settled, Sight, State};
use super::retry::{BLIND_TRIES_MAX, Chance, LEASE, Tries, WINDOW, wait_after};
use super::time::{Millis, Span, Time};
use crate::domain::Id;

/// A destination of a new lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Its name.
    pub to: Id,
    /// What its replies can tell.
    pub sight: Sight,
}

/// Something happened. Every `now` is what the device's clock says.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are the same in each")]
pub enum Event {
    /// A lead was submitted. One that is in the outbox already is not taken twice.
    Enqueued { id: LeadId, payload: Payload, to: Vec<Target>, now: Time },
    /// A tab wants to send; ask [`Queue::is_sending`] whether it got the lease.
    SendStarted { id: LeadId, to: Id, by: Sender, now: Time },
    /// The try of this number came to an outcome.
    Replied { id: LeadId, to: Id, by: Sender, tries: Tries, outcome: Outcome, now: Time, chance: Chance },
    /// Time has passed, as [`super::Action::Settle`] found: leases and terms end, data is deleted.
    TimePassed { now: Time, chance: Chance },
    /// The browser is online again: waits of our own are over, those that a receiver asked for are not.
    Online { now: Time },
    /// Somebody wants it sent once more, to where it has not arrived.
    Again { id: LeadId, to: Id, now: Time },
    /// The respondent wants the data deleted. What is under way cannot be called back.
    Deleted { id: LeadId, now: Time },
}

/// The queue after `event`.
///
/// Data of a lead is deleted by the very event that says it arrived, so no moment lies between the two.
#[must_use]
pub fn apply(mut queue: Queue, event: Event) -> Queue {
    match event {
        Event::Enqueued { id, payload, to, now } => enqueue(&mut queue, id, payload, to, now),
        Event::SendStarted { id, to, by, now } => at(&mut queue, id, &to, now, |delivery| start(delivery, by, now)),
        Event::Replied { id, to, by, tries, outcome, now, chance } => {
            at(&mut queue, id, &to, now, |delivery| reply(delivery, (by, tries), outcome, now, chance));
        }
        Event::TimePassed { now, chance } => {
            for entry in &mut queue.entries {
                entry.set_back(now);
                if let Entry::Kept(kept) = entry {
                    kept.deliveries.iter_mut().for_each(|delivery| pass(delivery, now, chance));
                }
                delete_if_due(entry, now);
            }
            queue.entries.retain(|entry| !entry.is_over(now));
        }
        Event::Online { now } => {
            for entry in &mut queue.entries {
                if let Entry::Kept(kept) = entry {
                    kept.deliveries.iter_mut().for_each(|delivery| cut_short(delivery, now));
                }
            }
        }
        Event::Again { id, to, now } => at(&mut queue, id, &to, now, |delivery| again(delivery, now)),
        Event::Deleted { id, now } => {
            let entry = queue.entries.iter_mut().find(|entry| entry.id() == id);
            if let Some(entry) = entry {
                delete(entry, now);
            }
        }
    }
    queue
}

fn enqueue(queue: &mut Queue, id: LeadId, payload: Payload, to: Vec<Target>, now: Time) {
    if queue.get(id).is_some() || payload.id() != Some(id) {
        return;
    }
    let mut deliveries: Vec<Delivery> = Vec::new();
    for Target { to, sight } in to {
        if deliveries.iter().all(|other| other.to != to) {
            deliveries.push(Delivery { to, sight, began: now, state: State::Queued });
        }
    }
    queue.entries.push(Entry::Kept(Kept { id, created: now, payload, deliveries }));
}

/// Changes one delivery, if it is there, and deletes the data if that was the last to need it.
fn at(queue: &mut Queue, id: LeadId, to: &Id, now: Time, change: impl FnOnce(&mut Delivery)) {
    let Some(entry) = queue.entries.iter_mut().find(|entry| entry.id() == id) else { return };
    if let Entry::Kept(kept) = entry
        && let Some(delivery) = kept.deliveries.iter_mut().find(|delivery| delivery.to == *to)
    {
        change(delivery);
        delete_if_due(entry, now);
    }
}

fn delete_if_due(entry: &mut Entry, now: Time) {
    if matches!(entry, Entry::Kept(kept) if kept.needed_until() <= now) {
        delete(entry, now);
    }
}

fn delete(entry: &mut Entry, now: Time) {
    if let Entry::Kept(kept) = entry {
        *entry = Entry::Gone(kept.clone().into_gone(now));
    }
}

fn start(delivery: &mut Delivery, by: Sender, now: Time) {
    if !may_send(delivery, now) {
        return;
    }
    let tries = match delivery.state {
        State::RetryWait { tries, .. } => tries.next(),
        _ => Some(Tries::FIRST),
    };
    delivery.state = match tries {
        Some(tries) => State::Sending { by, tries, since: now },
        None => settled(Settled::Expired, now),
    };
}

/// Word of an arrival counts whenever it comes, also from a tab that had been given up: what arrived must not be sent
/// again. Any other word counts only from the tab and the try that hold the lease.
fn reply(delivery: &mut Delivery, from: (Sender, Tries), outcome: Outcome, now: Time, chance: Chance) {
    let is_current = matches!(delivery.state, State::Sending { by, tries, .. } if (by, tries) == from);
    let has_arrived = matches!(delivery.state, State::Settled { how, .. } if how.has_arrived());
    let end = match outcome {
        Outcome::Delivered if !has_arrived => Settled::Delivered,
        Outcome::Accepted if !has_arrived => Settled::Accepted,
        _ if !is_current => return,
        Outcome::Later { asked } => {
            delivery.state = later(delivery.sight, from.1, asked, now, chance);
            return;
        }
        Outcome::Unconfirmed => Settled::SentUnconfirmed,
        Outcome::Rejected { .. } => Settled::Rejected,
        Outcome::Misconfigured(_) => Settled::ActionRequired,
        Outcome::Delivered | Outcome::Accepted => return,
    };
    delivery.state = settled(end, now);
}

fn later(sight: Sight, tries: Tries, asked: Millis, now: Time, chance: Chance) -> State {
    let is_last = tries.next().is_none() || (sight == Sight::Opaque && tries.get() >= BLIND_TRIES_MAX);
    if is_last {
        return settled(Settled::Expired, now);
    }
    // Who wants to be left alone for longer than there is time, gets nothing more by itself.
    let asked = asked.min(WINDOW);
    State::RetryWait { tries, wait: Span { from: now, length: wait_after(tries, chance).max(asked) }, asked }
}

/// What time alone does: a lease that is over, a term that is over.
fn pass(delivery: &mut Delivery, now: Time, chance: Chance) {
    if let State::Sending { tries, since, .. } = delivery.state {
        if since.after(LEASE) > now {
            return;
        }
        delivery.state = match delivery.sight {
            Sight::Readable => later(delivery.sight, tries, Millis(0), now, chance),
            // The tab went away while sending; nobody knows whether the request did.
            Sight::Opaque => settled(Settled::SentUnconfirmed, now),
        };
    }
    if delivery.ready_at().is_some() && delivery.began.after(WINDOW) <= now {
        delivery.state = settled(Settled::Expired, now);
    }
}

fn cut_short(delivery: &mut Delivery, now: Time) {
    if let State::RetryWait { wait, asked, .. } = &mut delivery.state {
        wait.length = wait.length.min(now.since(wait.from).max(*asked));
    }
}

fn again(delivery: &mut Delivery, now: Time) {
    if matches!(delivery.state, State::Settled { how, .. } if !how.has_arrived()) {
        (delivery.began, delivery.state) = (now, State::Queued);
    }
}

fn settled(how: Settled, at: Time) -> State {
    State::Settled { how, at }
}
