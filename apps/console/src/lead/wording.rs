//! Leads and their deliveries in words.

use leads::Time;

use super::delivery::{Delivery, Kind, destination_name};
use super::local_time::LocalTime;
use super::row::Row;
use crate::words::Words;

/// Formats a time by the device's clock.
pub(crate) type ToLocal = fn(Time) -> LocalTime;

/// The title of a row.
pub(crate) fn title(words: &Words, row: &Row) -> String {
    match (row.title.as_str(), row.has_data) {
        ("", true) => words.unnamed.to_owned(),
        ("", false) => words.no_data.to_owned(),
        (title, _) => title.to_owned(),
    }
}

/// The result of the diagnosis; empty if there is none.
pub(crate) fn verdict(words: &Words, row: &Row) -> String {
    if row.score.is_empty() { String::new() } else { words.verdict(&row.score, &row.level) }
}

/// A delivery: `HubSpot：届きました（2026/11/22 13:05）`; without the time unless `local` is given.
pub(crate) fn delivery(words: &Words, delivery: &Delivery, local: Option<ToLocal>) -> String {
    let state = match delivery.state {
        Some(state) => words.states.get(state.id()).unwrap_or(state.id()),
        None => words.state_unknown,
    };
    let to = destination_name(&delivery.to);
    match local.zip(delivery.ended_at()) {
        Some((local, at)) => words.way_at(&to, &state, &local(at).to_the_minute()),
        None => words.way(&to, &state),
    }
}

/// The message of the receiver or the outbox about a failed delivery; empty if there is none.
pub(crate) fn reason(words: &Words, delivery: &Delivery) -> String {
    let reason = &delivery.reason;
    let rejected = delivery.state.is_some_and(|state| state.id() == "rejected");
    let details: Vec<&str> = if reason.code.is_empty() {
        reason.fields.iter().map(|path| field(words, path)).collect()
    } else {
        vec![&reason.code]
    };
    match (details.is_empty(), rejected) {
        (true, _) => String::new(),
        (false, true) => words.why_rejected(&details.join(words.comma)),
        (false, false) => words.why_code(&details.join(" ")),
    }
}

/// The name of a part of a lead; the dotted name if the part is unknown.
pub(crate) fn field<'a>(words: &Words, path: &'a str) -> &'a str {
    words.fields.get(path).unwrap_or(path)
}

/// Advice about a delivery.
pub(crate) fn help(words: &Words, kind: Kind) -> &'static str {
    words.kind_help.get(kind.id()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use leads::{FinalState, Reason, State};
    use staff::Language;

    use super::*;

    fn at_noon(_: Time) -> LocalTime {
        LocalTime { year: 2026, month: 11, day: 22, hour: 12, minute: 0, second: 10 }
    }

    fn ended(how: FinalState, code: &str, fields: &[&str]) -> Delivery {
        let fields = fields.iter().map(|field| (*field).to_owned()).collect();
        let state = Some(State::Final { how, at: Time::FIRST });
        Delivery { to: "hubspot".to_owned(), state, reason: Reason { code: code.to_owned(), fields } }
    }

    #[test]
    fn a_delivery_is_told_with_its_time_or_without() {
        let words = Words::of(Language::Japanese);
        let delivered = ended(FinalState::Delivered, "", &[]);
        assert_eq!(delivery(words, &delivered, None), "HubSpot：届きました");
        assert_eq!(delivery(words, &delivered, Some(at_noon)), "HubSpot：届きました（2026/11/22 12:00）");
    }

    #[test]
    fn a_reason_names_fields_or_a_code() {
        let words = Words::of(Language::Japanese);
        let check = |delivery: Delivery, expect: &str| assert_eq!(reason(words, &delivery), expect);
        check(ended(FinalState::Rejected, "", &["contact.email", "x.y"]), "確かめるところ：メールアドレス、x.y");
        check(ended(FinalState::ActionRequired, "http_404", &[]), "（http_404）");
        check(ended(FinalState::Expired, "", &[]), "");
    }

    #[test]
    fn every_state_and_kind_has_words_in_both_languages() {
        use FinalState::{Accepted, ActionRequired, Delivered, Expired, Rejected, SentUnconfirmed};
        for words in [Words::of(Language::Japanese), Words::of(Language::English)] {
            for how in [Delivered, Accepted, SentUnconfirmed, ActionRequired, Rejected, Expired] {
                assert!(words.states.get(how.id()).is_some(), "{how:?}");
            }
            assert!(["queued", "sending", "retry_wait"].into_iter().all(|id| words.states.get(id).is_some()));
            assert!(Kind::NAMED.into_iter().all(|kind| words.kinds.get(kind.id()).is_some()));
            let kinds = [Kind::Waiting, Kind::Delivered, Kind::Unconfirmed, Kind::Failed, Kind::Unknown];
            assert!(kinds.into_iter().all(|kind| !help(words, kind).is_empty()));
        }
    }
}
