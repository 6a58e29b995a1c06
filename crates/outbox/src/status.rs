//! The status of a lead, as reported to a page.

use leads::{FinalState, LeadRecord};
use wasm_bindgen::prelude::*;

/// Status of a lead at one destination, or the fact that it only stays on this device.
#[wasm_bindgen]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryStatus {
    lead_id: String,
    destination: Option<String>,
    state: &'static str,
    code: Option<String>,
    fields: Vec<String>,
}

#[wasm_bindgen]
impl DeliveryStatus {
    /// The id of the lead.
    #[wasm_bindgen(getter)]
    pub fn lead_id(&self) -> String {
        self.lead_id.clone()
    }

    /// The name of the destination, such as `hubspot` or `webhook-json-2`; `undefined` for a lead that goes nowhere.
    #[wasm_bindgen(getter)]
    pub fn destination(&self) -> Option<String> {
        self.destination.clone()
    }

    /// `queued`, `sending`, `retry_wait`, `delivered`, `accepted`, `sent_unconfirmed`, `action_required`, `rejected`,
    /// `expired`; `kept` for a lead that goes nowhere.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        self.state.to_owned()
    }

    /// Why the owner has to act, such as `http_404`.
    #[wasm_bindgen(getter)]
    pub fn code(&self) -> Option<String> {
        self.code.clone()
    }

    /// The parts of the lead that the receiver refuses, such as `contact.email`.
    #[wasm_bindgen(getter)]
    pub fn fields(&self) -> Vec<String> {
        self.fields.clone()
    }
}

impl DeliveryStatus {
    /// Whether both statuses belong to the same destination of the same lead.
    pub(crate) fn is_about(&self, other: &Self) -> bool {
        (&self.lead_id, &self.destination) == (&other.lead_id, &other.destination)
    }

    /// Whether both statuses have the same content.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.is_about(other) && self.state == other.state
    }
}

/// The statuses of a record, one for each destination.
pub(crate) fn statuses(record: &LeadRecord) -> Vec<DeliveryStatus> {
    let status = |destination, state| DeliveryStatus {
        lead_id: record.id().to_owned(),
        destination,
        state,
        code: None,
        fields: Vec::new(),
    };
    let deliveries = record.entry.deliveries();
    if deliveries.is_empty() && !record.entry.is_purged() {
        return vec![status(None, "kept")];
    }
    let each = deliveries.iter().map(|delivery| {
        let to = delivery.to.as_str();
        let reason = record.reason(to).cloned().unwrap_or_default();
        let mut status = status(Some(to.to_owned()), delivery.state.id());
        match delivery.state.end() {
            Some(FinalState::ActionRequired) => status.code = Some(reason.code),
            Some(FinalState::Rejected) => status.fields = reason.fields,
            _ => {}
        }
        status
    });
    each.collect()
}

/// The current state of a lead on this device.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct StoredLead {
    lead: Option<String>,
    deliveries: Vec<DeliveryStatus>,
}

impl StoredLead {
    pub(crate) fn new(record: &LeadRecord) -> Self {
        Self { lead: record.lead.clone(), deliveries: statuses(record) }
    }
}

#[wasm_bindgen]
impl StoredLead {
    /// The lead as JSON text; `undefined` once its data is gone.
    #[wasm_bindgen(getter)]
    pub fn lead(&self) -> Option<String> {
        self.lead.clone()
    }

    /// The statuses of the lead, one per destination.
    #[wasm_bindgen(getter)]
    pub fn deliveries(&self) -> Vec<DeliveryStatus> {
        self.deliveries.clone()
    }
}
