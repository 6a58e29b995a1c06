//! Reports to the page of the widget about its leads. They continue after the respondent has left the form.

use std::cell::RefCell;

use super::super::loader::HostEvents;
use super::super::page::object;
use crate::ui::lead_form::{Deliveries, DeliveryStatus, LeadState};

/// The leads of one element, with the statuses that were reported to its page.
pub(super) struct LeadReports {
    events: HostEvents,
    known: RefCell<Vec<(String, Deliveries)>>,
}

impl LeadReports {
    pub(super) fn new(events: HostEvents) -> Self {
        Self { events, known: RefCell::default() }
    }

    /// Reports a status: dispatches `shindan:lead` if the best state of its lead has changed, and reports a fault to the owner.
    pub(super) fn report(&self, status: DeliveryStatus) {
        let code = status.code.as_deref().or(match status.state {
            LeadState::Rejected => Some("rejected"),
            LeadState::Expired => Some("expired"),
            _ => None,
        });
        if let (Some(code), Some(to)) = (code, &status.destination) {
            let help = format!("a lead cannot be sent to {to} ({code}): check that destination in lead.destinations");
            self.events.fail(code, &help);
        }
        let lead_id = status.lead_id.clone();
        if let Some(best) = self.record(status) {
            self.dispatch(&lead_id, best);
        }
    }

    /// Records a status without an event, because the page knows it; returns the best state of its lead if that has changed.
    pub(super) fn record(&self, status: DeliveryStatus) -> Option<LeadState> {
        let mut known = self.known.borrow_mut();
        let index = known.iter().position(|(lead_id, _)| *lead_id == status.lead_id).unwrap_or_else(|| {
            known.push((status.lead_id.clone(), Deliveries::default()));
            known.len() - 1
        });
        let (_, deliveries) = known.get_mut(index)?;
        deliveries.update(status).then(|| deliveries.best()).flatten()
    }

    /// Dispatches `shindan:lead`.
    pub(super) fn dispatch(&self, lead_id: &str, state: LeadState) {
        let detail = object(&[("lead_id", lead_id.into()), ("state", state.event_id().into())]);
        self.events.emit("lead", &detail);
    }
}
