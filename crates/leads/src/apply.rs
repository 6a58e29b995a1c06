//! What an event does to an entry: a pure function. What does not fit the state comes too late, and changes nothing.

use super::connectors::Outcome;
use super::entry::{Delivery, Entry, Sender, Settled, Sight, State};
use super::events::{Event, Step};
use super::retry::{BLIND_TRIES_MAX, Chance, LEASE, Tries, WINDOW, wait_after};
use super::time::{Seconds, Span, Time};

/// The entry after `event`, which happens at `now` by the device's clock; `None` if it is to be forgotten altogether.
///
/// Data of a lead is deleted by the very event that says it arrived, so no moment lies between the two.
#[must_use]
pub fn apply(mut entry: Entry, event: Event<'_>, now: Time, chance: Chance) -> Option<Entry> {
    let mut is_unwanted = false;
    match event {
        Event::TimePassed => {
            entry.set_back(now);
            entry.deliveries.iter_mut().for_each(|delivery| pass(delivery, now, chance));
        }
        Event::Deleted => is_unwanted = true,
        Event::At { .. } if entry.is_gone() => {}
        Event::At { to, step } => {
            if let Some(delivery) = entry.delivery(to) {
                match step {
                    Step::Start { by } => start(delivery, by, now),
                    Step::Reply { by, tries, outcome } => reply(delivery, (by, tries), outcome, now, chance),
                    Step::Again => again(delivery, now),
                }
            }
        }
    }
    if !entry.is_gone() && (is_unwanted || entry.needed_until() <= now) {
        entry.gone = Some(now);
        entry.deliveries.retain(|delivery| delivery.state.end().is_some());
    }
    let is_over = event == Event::TimePassed && entry.end() <= now;
    (!is_over).then_some(entry)
}

fn start(delivery: &mut Delivery, by: Sender, now: Time) {
    if delivery.ready_at().is_none_or(|ready| ready > now) {
        return;
    }
    let tries = match delivery.state {
        State::RetryWait { tries, .. } => tries,
        _ => Tries::default(),
    };
    delivery.state = match tries.next() {
        Some(tries) => State::Sending { by, tries, since: now },
        None => settled(Settled::Expired, now),
    };
}

/// Word of an arrival counts whenever it comes, also from a tab that had been given up: what arrived must not be sent
/// again. Any other word counts only from the tab and the try that hold the lease.
fn reply(delivery: &mut Delivery, from: (Sender, Tries), outcome: Outcome, now: Time, chance: Chance) {
    let is_current = matches!(delivery.state, State::Sending { by, tries, .. } if (by, tries) == from);
    let end = match outcome {
        _ if delivery.state.end().is_some_and(Settled::has_arrived) => return,
        Outcome::Delivered => Settled::Delivered,
        Outcome::Accepted => Settled::Accepted,
        _ if !is_current => return,
        Outcome::Later { asked } => {
            delivery.state = later(delivery.sight, from.1, asked, now, chance);
            return;
        }
        Outcome::Offline => {
            let wait = Span { from: now, length: wait_after(Tries::default(), chance) };
            delivery.state = State::RetryWait { tries: from.1.before(), wait, asked: Seconds(0) };
            return;
        }
        Outcome::Unconfirmed => Settled::SentUnconfirmed,
        Outcome::Rejected => Settled::Rejected,
        Outcome::Misconfigured => Settled::ActionRequired,
    };
    delivery.state = settled(end, now);
}

fn later(sight: Sight, tries: Tries, asked: Seconds, now: Time, chance: Chance) -> State {
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
            Sight::Readable => later(delivery.sight, tries, Seconds(0), now, chance),
            // The tab went away while sending; nobody knows whether the request did.
            Sight::Opaque => settled(Settled::SentUnconfirmed, now),
        };
    }
    if delivery.ready_at().is_some() && delivery.began.after(WINDOW) <= now {
        delivery.state = settled(Settled::Expired, now);
    }
}

/// A wish of the respondent's begins anew; only a receiver that asked for time gets it.
fn again(delivery: &mut Delivery, now: Time) {
    let may = match delivery.state {
        State::RetryWait { .. } => delivery.busy_until() <= now,
        state => state.end().is_some_and(|how| !how.has_arrived()),
    };
    if may {
        (delivery.began, delivery.state) = (now, State::Queued);
    }
}

fn settled(how: Settled, at: Time) -> State {
    State::Settled { how, at }
}
