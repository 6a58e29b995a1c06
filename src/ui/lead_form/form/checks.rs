//! What is checked before the form submits a lead.

use std::rc::Rc;

use messages::{LeadMessageKey, Messages};
use yew::prelude::*;

use super::{Form, FormProps, focus};
use crate::ui::lead_form::wording::Wording;

impl Form {
    /// Shows the errors, and focuses the first one.
    pub(super) fn mark(&mut self, wrong: &[(Rc<str>, NodeRef)], messages: &Messages) {
        let labels: Vec<&str> = wrong.iter().map(|(label, _)| &**label).collect();
        let fields = labels.join(messages.get(LeadMessageKey::Comma));
        self.summary = Some(messages.fill(LeadMessageKey::Check, &[("fields", &fields)]));
        self.focus = wrong.first().map(|(_, node)| node.clone());
    }

    pub(super) fn submit(&mut self, props: &FormProps) {
        let messages = &props.messages;
        self.summary = None;
        let mut wrong = Vec::new();
        for field in &mut self.fields {
            field.read();
            if !field.check(true, messages) {
                wrong.push((Rc::clone(field.label(messages)), field.node.clone()));
            }
        }
        self.check_privacy(props);
        if self.privacy.error.is_some() {
            wrong.push((messages.shared(LeadMessageKey::Privacy), self.privacy.node.clone()));
        }
        if !wrong.is_empty() {
            self.mark(&wrong, messages);
        } else if !self.shows_normalised(messages) {
            // A value that the browser filled in caused no event, so the draft is saved here.
            self.keep(&props.host);
            props.on_submit.emit(self.lead(props));
        }
    }

    /// Whether an address was normalised without the respondent having seen it: it is then shown, and the next press
    /// sends it.
    fn shows_normalised(&mut self, messages: &Messages) -> bool {
        let Some((field, normalised)) =
            self.fields.iter_mut().find_map(|field| field.unseen_change().map(|to| (field, to)))
        else {
            return false;
        };
        field.notice = Some(messages.fill(LeadMessageKey::Normalised, &[("text", &normalised)]));
        // Moves the focus away from the inputs that are about to be written.
        focus(&self.submit);
        field.show_normalised();
        true
    }

    pub(super) fn check_privacy(&mut self, props: &FormProps) {
        let agree = || props.messages.shared(Wording::of(props.settings.delivery).agree);
        self.privacy.error = (!self.privacy.is_checked).then(agree);
    }
}
