//! Leads and their deliveries in words.

use leads::Time;

use super::delivery::{Delivery, Kind, destination_name};
use super::local_time::LocalTime;
use super::row::Row;
use crate::messages::Messages;

/// Formats a time by the device's clock.
pub(crate) type ToLocal = fn(Time) -> LocalTime;

/// The title of a row.
pub(crate) fn title(messages: &Messages, row: &Row) -> String {
    match (row.title.as_str(), row.has_data) {
        ("", true) => messages.unnamed.to_owned(),
        ("", false) => messages.no_data.to_owned(),
        (title, _) => title.to_owned(),
    }
}

/// The result of the diagnosis; empty if there is none.
pub(crate) fn verdict(messages: &Messages, row: &Row) -> String {
    if row.score.is_empty() { String::new() } else { messages.verdict(&row.score, &row.level) }
}

/// A delivery: `HubSpot：届きました（2026/11/22 13:05）`; without the time unless `local` is given.
pub(crate) fn delivery(messages: &Messages, delivery: &Delivery, local: Option<ToLocal>) -> String {
    let state = match delivery.state {
        Some(state) => messages.states.get(state.id()).unwrap_or(state.id()),
        None => messages.state_unknown,
    };
    let to = destination_name(&delivery.to);
    match local.zip(delivery.ended_at()) {
        Some((local, at)) => messages.way_at(&to, &state, &local(at).to_the_minute()),
        None => messages.way(&to, &state),
    }
}

/// The message of the receiver or the outbox about a failed delivery; empty if there is none.
pub(crate) fn reason(messages: &Messages, delivery: &Delivery) -> String {
    let reason = &delivery.reason;
    let rejected = delivery.state.is_some_and(|state| state.id() == "rejected");
    let details: Vec<&str> = if reason.code.is_empty() {
        reason.fields.iter().map(|path| field(messages, path)).collect()
    } else {
        vec![&reason.code]
    };
    match (details.is_empty(), rejected) {
        (true, _) => String::new(),
        (false, true) => messages.why_rejected(&details.join(messages.comma)),
        (false, false) => messages.why_code(&details.join(" ")),
    }
}

/// The name of a part of a lead; the dotted name if the part is unknown.
pub(crate) fn field<'a>(messages: &Messages, path: &'a str) -> &'a str {
    messages.fields.get(path).unwrap_or(path)
}

/// Advice about a delivery.
pub(crate) fn help(messages: &Messages, kind: Kind) -> &'static str {
    messages.kind_help.get(kind.id()).unwrap_or_default()
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
        let messages = Messages::of(Language::Japanese);
        let delivered = ended(FinalState::Delivered, "", &[]);
        assert_eq!(delivery(messages, &delivered, None), "HubSpot：届きました");
        assert_eq!(delivery(messages, &delivered, Some(at_noon)), "HubSpot：届きました（2026/11/22 12:00）");
    }

    #[test]
    fn a_reason_names_fields_or_a_code() {
        let messages = Messages::of(Language::Japanese);
        let check = |delivery: Delivery, expect: &str| assert_eq!(reason(messages, &delivery), expect);
        check(ended(FinalState::Rejected, "", &["contact.email", "x.y"]), "確かめるところ：メールアドレス、x.y");
        check(ended(FinalState::ActionRequired, "http_404", &[]), "（http_404）");
        check(ended(FinalState::Expired, "", &[]), "");
    }

    #[test]
    fn every_state_and_kind_has_words_in_both_languages() {
        use FinalState::{Accepted, ActionRequired, Delivered, Expired, Rejected, SentUnconfirmed};
        for messages in [Messages::of(Language::Japanese), Messages::of(Language::English)] {
            for how in [Delivered, Accepted, SentUnconfirmed, ActionRequired, Rejected, Expired] {
                assert!(messages.states.get(how.id()).is_some(), "{how:?}");
            }
            assert!(["queued", "sending", "retry_wait"].into_iter().all(|id| messages.states.get(id).is_some()));
            assert!(Kind::NAMED.into_iter().all(|kind| messages.kinds.get(kind.id()).is_some()));
            let kinds = [Kind::Waiting, Kind::Delivered, Kind::Unconfirmed, Kind::Failed, Kind::Unknown];
            assert!(kinds.into_iter().all(|kind| !help(messages, kind).is_empty()));
        }
    }
}
