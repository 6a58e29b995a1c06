//! A lead as the console reads it.

use diagnosis::Value;
use leads::{LeadRecord, State, lead_from_json};
use serde::Serialize;

/// A lead and how it stands.
#[derive(Serialize)]
pub(crate) struct ConsoleLead {
    id: String,
    /// When it was stored, in seconds since 1970-01-01 UTC.
    created: u32,
    /// The title of the page that took it.
    page: String,
    /// The lead; missing once its data is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    payload: Option<Value>,
    deliveries: Vec<ConsoleDelivery>,
}

#[derive(Serialize)]
struct ConsoleDelivery {
    to: String,
    state: &'static str,
    /// When that came to be, where it has come to an end.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<u32>,
    code: String,
    fields: Vec<String>,
}

impl ConsoleLead {
    pub(crate) fn new(record: &LeadRecord) -> Self {
        let deliveries = record.entry.deliveries().iter().map(|delivery| {
            let to = delivery.to.as_str().to_owned();
            let reason = record.reason(&to).cloned().unwrap_or_default();
            let at = match delivery.state {
                State::Final { at, .. } => Some(at.get()),
                _ => None,
            };
            ConsoleDelivery { to, state: delivery.state.id(), at, code: reason.code, fields: reason.fields }
        });
        Self {
            id: record.id().to_owned(),
            created: record.stored_at.get(),
            page: record.page_title.clone(),
            payload: record.lead.as_deref().and_then(lead_from_json),
            deliveries: deliveries.collect(),
        }
    }

    /// One that cannot be read, being of another version or damaged. It can be deleted.
    pub(crate) fn unreadable(id: String) -> Self {
        let unknown =
            ConsoleDelivery { to: String::new(), state: "unknown", at: None, code: String::new(), fields: Vec::new() };
        Self { id, created: 0, page: String::new(), payload: None, deliveries: vec![unknown] }
    }
}

/// Leads as a JSON list.
pub(crate) fn list(leads: &[ConsoleLead]) -> String {
    serde_json::to_string(leads).unwrap_or_default()
}
