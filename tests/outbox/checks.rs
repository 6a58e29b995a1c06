//! What must hold of each lead at every step, and what a receiver's scripted response looks like to the outbox.

use leads::{Entry, Event, FinalState, Identity, LeadRecord, Reply, Seconds, Step, Time};

use crate::START;
use crate::history::ScriptedResponse;

/// Number of deliveries that have not come to an end.
pub(crate) fn open(entry: &Entry) -> usize {
    entry.deliveries().iter().filter(|delivery| delivery.state.end().is_none()).count()
}

/// A lead loses its data, or is forgotten, only for a reason.
pub(crate) fn goes_rightly(before: &Entry, after: Option<&Entry>, event: &Event<'_>) {
    match after {
        Some(after) if after.is_purged() && !before.is_purged() => {
            let is_wish = *event == Event::Deleted;
            let by_reply = matches!(event, Event::At { step: Step::Reply { .. }, .. });
            let (by_time, open) = (*event == Event::TimePassed, open(before));
            assert!(!before.deliveries().is_empty() || is_wish, "only this device had it");
            assert!(is_wish || open == 0 || (open == 1 && (by_reply || by_time)), "{before:?} by {event:?}");
        }
        None if !before.is_purged() => {
            assert!(open(before) == 0 && !before.deliveries().is_empty(), "{before:?} is lost by {event:?}");
        }
        Some(after) => assert!(after.is_purged() || !before.is_purged(), "data came back by {event:?}"),
        None => {}
    }
}

/// The entry as it is stored.
fn record(entry: Entry) -> LeadRecord {
    LeadRecord {
        stored_at: Time::new(START),
        lead: (!entry.is_purged()).then(|| "{}".to_owned()),
        entry,
        destinations: Vec::new(),
        reasons: Vec::new(),
        identity: Some(Identity::parse("/?#readiness")),
        page_title: String::new(),
        data_layer: None,
        is_announced: false,
        is_legacy: false,
    }
}

/// What is stored can be read again, and data is here as long as it is needed.
pub(crate) fn holds_together(entry: &Entry) {
    let record = record(entry.clone());
    assert_eq!(LeadRecord::from_json(&record.to_json()), Some(record), "storage must hold all of it");
    assert!(!entry.is_purged() || open(entry) == 0, "something is to be sent that is not here: {entry:?}");
    let is_done = |how: Option<FinalState>| how.is_some_and(FinalState::has_arrived);
    let deliveries = entry.deliveries();
    let is_done = !deliveries.is_empty() && deliveries.iter().all(|delivery| is_done(delivery.state.end()));
    assert!(!is_done || entry.is_purged(), "it arrived, and its data is still here: {entry:?}");
}

/// The reply that a tab gets; `is_opaque` if the browser hides it.
pub(crate) fn reply(response: ScriptedResponse, is_opaque: bool) -> Reply<'static> {
    let status = |code, after: Option<u32>| Reply::Status { code, retry_after: after.map(Seconds), body: "" };
    match response {
        ScriptedResponse::NeverLeaves => Reply::Failed,
        ScriptedResponse::Offline => Reply::Offline,
        ScriptedResponse::TakesTooLong | ScriptedResponse::ArrivesAndTakesTooLong => Reply::TimedOut,
        _ if is_opaque => Reply::Opaque,
        ScriptedResponse::Arrives => status(200, None),
        ScriptedResponse::ArrivesAndReplyIsLost => Reply::Failed,
        ScriptedResponse::ArrivesAndBreaks => status(502, None),
        ScriptedResponse::Refused(code) => status(code, None),
        ScriptedResponse::TooMany(after) => status(429, after),
    }
}
