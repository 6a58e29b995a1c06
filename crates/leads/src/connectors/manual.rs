//! Destinations that the outbox does not send to: manual delivery by the respondent, and tag managers.
//!
//! `mail` is a link that opens the respondent's mail program, `copy` a text to take along: contact details and note, or the
//! owner's names, a line each. `data-layer` is the event `generate_lead` for tag managers, pushed once, on first
//! acceptance: with the lead's id, and nothing of whom. `[?]` Programs cut long links, Windows at about 2,000 characters.

use super::Connector;
use super::destination_settings::DestinationSettings;
use super::reply::{Reply, ReplyOutcome, opaque};
use super::request_template::{BodyKind, FieldSource, LeadParts, RequestTemplate};
use crate::entry::ReplyVisibility;

/// The arm of a comparison, in a lead.
const VARIANT: &str = "widget.variant";

pub(super) struct ManualDelivery(pub(super) BodyKind);

impl Connector for ManualDelivery {
    fn visibility(&self) -> Option<ReplyVisibility> {
        None
    }

    fn body(&self) -> BodyKind {
        self.0
    }

    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate) {
        if self.0 == BodyKind::DataLayer {
            template.add_text("event", "generate_lead");
            template.add_part("lead_id", "lead_id");
            // A constant of the owner's of the same name comes later, and replaces it.
            template.add_text("currency", "JPY");
            template.add_text("lead_source", "shindan");
            if parts.has(VARIANT) {
                template.add_part("variant", VARIANT);
            }
        } else {
            template.is_whole = to.fields.is_empty();
        }
        for (name, part) in to.field_parts(&[]).filter(|(_, part)| parts.has(part)) {
            template.add_part(name, part);
        }
        for (name, text) in &to.constants {
            match text.parse::<u32>() {
                // Analytics takes a number only.
                Ok(number) if name == "value" => template.fields.push((name.clone(), FieldSource::Number(number))),
                _ => template.add_text(name, text),
            }
        }
    }

    fn interpret(&self, _to: &DestinationSettings, reply: &Reply<'_>) -> ReplyOutcome {
        opaque(reply)
    }
}
