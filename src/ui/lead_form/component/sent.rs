//! A lead after its submission: how it stands, and what the respondent does with it.

use std::rc::Rc;

use settings::LeadField;
use yew::prelude::*;

use super::{LeadForm, LeadFormMessage};
use crate::ui::lead_form::Draft;
use crate::ui::lead_form::deliveries::{Deliveries, DeliveryStatus, LeadState};
use crate::ui::lead_form::form::FormStart;
use crate::ui::lead_form::host::{LeadHostHandle, Outbox, StoredLead};
use crate::ui::lead_form::look_up::LookUp;
use crate::ui::lead_form::status::StatusAction;
use crate::ui::task::Task;

/// A lead that was submitted, or is being submitted.
pub(super) struct Sent {
    pub(super) lead_id: String,
    pub(super) lead_json: Option<Rc<str>>,
    pub(super) deliveries: Deliveries,
    /// The outbox that stores the lead; `None` until it does.
    pub(super) outbox: Option<Rc<dyn Outbox>>,
}

impl LeadForm {
    /// Shows the status of one delivery.
    pub(super) fn apply_status(&mut self, status: DeliveryStatus) {
        if let Some(sent) = self.sent.as_mut().filter(|sent| sent.lead_id == status.lead_id) {
            sent.deliveries.update(status);
        }
    }

    /// Does what the respondent wishes with the lead.
    pub(super) fn act(&mut self, ctx: &Context<Self>, action: StatusAction) {
        let host = &ctx.props().host;
        let Some(Sent { lead_id, lead_json, deliveries, outbox: Some(outbox) }) = &self.sent else {
            return;
        };
        let (outbox, lead_id) = (Rc::clone(outbox), lead_id.clone());
        match action {
            StatusAction::Correct => {
                let values = lead_json.as_deref().map(|json| host.0.inputs_of(json)).unwrap_or_default();
                let refused = deliveries.refused().into_iter().filter_map(LeadField::from_id).collect();
                // With changed inputs it is a new lead, so the refused one is deleted.
                self.task = Some(Task::spawn(outbox.remove(lead_id)));
                self.begin(host, values, refused);
            }
            StatusAction::Retry => {
                // The button is removed, which would lose the focus.
                self.moves_focus = true;
                self.task = Some(Task::spawn(outbox.retry(lead_id)));
            }
            StatusAction::Remove => {
                let removed = ctx.link().callback(|()| LeadFormMessage::Removed);
                self.task = Some(Task::spawn(async move {
                    outbox.remove(lead_id).await;
                    removed.emit(());
                }));
            }
            StatusAction::Renew => self.begin(host, Vec::new(), Vec::new()),
        }
    }

    /// Shows the status of the lead that this run was sent with, or the form if the outbox no longer has that lead.
    pub(super) fn found(
        &mut self,
        host: &LeadHostHandle,
        outbox: Rc<dyn Outbox>,
        lead_id: String,
        stored: Option<StoredLead>,
    ) {
        let was_asked = matches!(std::mem::replace(&mut self.look_up, LookUp::Over), LookUp::Failed { .. });
        let Some(stored) = stored else {
            host.0.keep_draft(&Draft { sent: None, ..host.0.draft() });
            self.start = Rc::new(FormStart { has_focus: was_asked, ..FormStart::clone(&self.start) });
            return;
        };
        // What was typed is the outbox's by now.
        host.0.keep_draft(&Draft { sent: host.0.draft().sent, ..Draft::default() });
        // The button is removed, which would lose the focus.
        self.moves_focus = was_asked;
        let mut deliveries = Deliveries::default();
        for status in stored.deliveries {
            deliveries.update(status);
        }
        let lead_json = stored.lead_json.map(Rc::from);
        if lead_json.is_none() && deliveries.best().is_none_or(LeadState::is_waiting) {
            // It never arrived, and its data was deleted.
            deliveries = Deliveries::removed(&lead_id);
        }
        self.sent = Some(Sent { lead_id, lead_json, deliveries, outbox: Some(outbox) });
    }
}
