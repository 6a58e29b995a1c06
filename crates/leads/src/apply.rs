//! The state transition of an entry, as a pure function. An event that does not fit the state is late and changes
//! nothing.

use super::connectors::Outcome;
use super::entry::{Delivery, Entry, FinalState, ReplyVisibility, State, TabId};
use super::events::{Event, Step};
use super::retry::{Attempt, Jitter, LEASE, OPAQUE_ATTEMPTS_MAX, WINDOW, wait_after};
use super::time::{Seconds, Span, Time};

/// The entry after `event`, which happens at `now` by the device's clock; `None` if it is to be deleted completely.
///
/// The event that reports the arrival of a lead also deletes its data, so no moment lies between the two.
#[must_use]
pub fn apply(mut entry: Entry, event: Event<'_>, now: Time, jitter: Jitter) -> Option<Entry> {
    let mut is_unwanted = false;
    match event {
        Event::TimePassed => {
            entry.set_back(now);
            entry.deliveries.iter_mut().for_each(|delivery| pass(delivery, now, jitter));
        }
        Event::Deleted => is_unwanted = true,
        Event::At { .. } if entry.is_purged() => {}
        Event::At { to, step } => {
            if let Some(delivery) = entry.delivery(to) {
                match step {
                    Step::Start { by } => start(delivery, by, now),
                    Step::Reply { by, attempt, outcome } => reply(delivery, (by, attempt), outcome, now, jitter),
                    Step::Retry => again(delivery, now),
                }
            }
        }
    }
    if !entry.is_purged() && (is_unwanted || entry.needed_until() <= now) {
        entry.purged_at = Some(now);
        entry.deliveries.retain(|delivery| delivery.state.end().is_some());
    }
    let is_over = event == Event::TimePassed && entry.end() <= now;
    (!is_over).then_some(entry)
}

fn start(delivery: &mut Delivery, by: TabId, now: Time) {
    if delivery.ready_at().is_none_or(|ready| ready > now) {
        return;
    }
    let attempt = match delivery.state {
        State::RetryWait { attempt, .. } => attempt,
        _ => Attempt::default(),
    };
    delivery.state = match attempt.next() {
        Some(attempt) => State::Sending { by, attempt, since: now },
        None => final_state(FinalState::Expired, now),
    };
}

/// A report of an arrival always counts, even from a tab that had been given up: a lead that arrived must not be sent
/// again. Any other report counts only from the tab and the attempt that hold the lease.
fn reply(delivery: &mut Delivery, from: (TabId, Attempt), outcome: Outcome, now: Time, jitter: Jitter) {
    let is_current = matches!(delivery.state, State::Sending { by, attempt, .. } if (by, attempt) == from);
    let end = match outcome {
        _ if delivery.state.end().is_some_and(FinalState::has_arrived) => return,
        Outcome::Delivered => FinalState::Delivered,
        Outcome::Accepted => FinalState::Accepted,
        _ if !is_current => return,
        Outcome::Later { retry_after } => {
            delivery.state = later(delivery.visibility, from.1, retry_after, now, jitter);
            return;
        }
        Outcome::Offline => {
            // Nothing was sent, so this was no attempt. The driver waits before the next one, or until there is a
            // network.
            let wait = Span { from: now, length: Seconds(0) };
            delivery.state = State::RetryWait { attempt: from.1.previous(), wait, retry_after: Seconds(0) };
            return;
        }
        Outcome::Unconfirmed => FinalState::SentUnconfirmed,
        Outcome::Rejected => FinalState::Rejected,
        Outcome::Misconfigured => FinalState::ActionRequired,
    };
    delivery.state = final_state(end, now);
}

fn later(visibility: ReplyVisibility, attempt: Attempt, retry_after: Seconds, now: Time, jitter: Jitter) -> State {
    let is_last =
        attempt.next().is_none() || (visibility == ReplyVisibility::Opaque && attempt.get() >= OPAQUE_ATTEMPTS_MAX);
    if is_last {
        return final_state(FinalState::Expired, now);
    }
    // A receiver that asks for a longer wait than the time limit gets no more automatic attempts.
    let retry_after = retry_after.min(WINDOW);
    State::RetryWait {
        attempt,
        wait: Span { from: now, length: wait_after(attempt, jitter).max(retry_after) },
        retry_after,
    }
}

/// The effects of time alone: the end of a lease or of an expiry period.
fn pass(delivery: &mut Delivery, now: Time, jitter: Jitter) {
    if let State::Sending { attempt, since, .. } = delivery.state {
        if since.after(LEASE) > now {
            return;
        }
        delivery.state = match delivery.visibility {
            ReplyVisibility::Readable => later(delivery.visibility, attempt, Seconds(0), now, jitter),
            // The tab was closed while sending; nobody knows whether the request was sent.
            ReplyVisibility::Opaque => final_state(FinalState::SentUnconfirmed, now),
        };
    }
    if delivery.ready_at().is_some() && delivery.queued_at.after(WINDOW) <= now {
        delivery.state = final_state(FinalState::Expired, now);
    }
}

/// A request of the respondent restarts the attempts; only a wait that the receiver asked for still applies.
fn again(delivery: &mut Delivery, now: Time) {
    let may = match delivery.state {
        State::RetryWait { .. } => delivery.busy_until() <= now,
        state => state.end().is_some_and(|how| !how.has_arrived()),
    };
    if may {
        (delivery.queued_at, delivery.state) = (now, State::Queued);
    }
}

fn final_state(how: FinalState, at: Time) -> State {
    State::Final { how, at }
}
