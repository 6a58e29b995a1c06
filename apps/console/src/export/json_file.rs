//! Leads as JSON: each in the form in which it would be sent, with its deliveries.

use diagnosis::Value;
use leads::{State, Time};
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

use crate::lead::stored_lead::StoredLead;

/// A lead of the file.
#[derive(Serialize)]
struct Entry<'a> {
    lead_id: &'a str,
    /// The time of the lead in RFC 3339.
    stored_at: String,
    page: &'a str,
    deliveries: Vec<DeliveryEntry<'a>>,
    /// The lead; missing once its data is deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: Option<&'a Value>,
}

#[derive(Serialize)]
struct DeliveryEntry<'a> {
    to: &'a str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

/// The entry of a lead as text; `rfc_3339` formats a time.
pub(crate) fn entry(stored: &StoredLead, rfc_3339: impl Fn(Time) -> String) -> String {
    let deliveries = stored.deliveries.iter().map(|delivery| DeliveryEntry {
        to: &delivery.to,
        state: delivery.state.map_or("unknown", State::id),
        at: delivery.ended_at().map(&rfc_3339),
    });
    let entry = Entry {
        lead_id: &stored.id,
        stored_at: rfc_3339(Time::new(stored.stored_at)),
        page: &stored.page_title,
        deliveries: deliveries.collect(),
        lead: stored.lead.as_ref(),
    };
    let mut text = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut text, PrettyFormatter::with_indent(b" "));
    // The value contains only texts and numbers, so serialising cannot fail.
    let _ = entry.serialize(&mut serializer);
    String::from_utf8(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use leads::lead_from_json;

    use super::*;

    #[test]
    fn a_lead_is_whole_and_one_whose_data_is_gone_comes_without() {
        let unreadable = StoredLead::unreadable("x".to_owned());
        let text = entry(&unreadable, |time| time.get().to_string());
        let expected = r#"{"lead_id":"x","stored_at":"0","page":"","deliveries":[{"to":"","state":"unknown"}]}"#;
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap().to_string().len(), expected.len());
        assert!(!text.contains("\"lead\""), "{text}");

        let stored = StoredLead { lead: lead_from_json(r#"{"n":20,"a":["b"]}"#), ..unreadable };
        let value: serde_json::Value = serde_json::from_str(&entry(&stored, |_| String::new())).unwrap();
        assert_eq!(value["lead"], serde_json::json!({ "n": 20, "a": ["b"] }));
    }
}
