//! EspoCRM LeadCapture: JSON to `/api/v1/LeadCapture/{key}`; the reply can be read.
//!
//! The key in the address is that of the capture point, which is meant to be public. No header besides `Content-Type`
//! and `Accept` is allowed. Fields are those that the capture point lists.

use super::Connector;
use super::destination_settings::{DestinationSettings, OwnFields};
use super::reply::{Outcome, Reply, ReplyOutcome, by_status};
use super::request_template::{BodyKind, LeadParts, RequestTemplate};
use crate::entry::ReplyVisibility;

const OWN: OwnFields = &[
    ("lastName", "contact.last_name"),
    ("firstName", "contact.first_name"),
    ("emailAddress", "contact.email"),
    ("phoneNumber", "contact.phone"),
    ("accountName", "contact.company"),
    ("description", "note"),
];

pub(super) struct Espocrm;

impl Connector for Espocrm {
    fn visibility(&self) -> Option<ReplyVisibility> {
        Some(ReplyVisibility::Readable)
    }

    fn body(&self) -> BodyKind {
        BodyKind::Json
    }

    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate) {
        template.fill(to, OWN, parts);
    }

    fn interpret(&self, _to: &DestinationSettings, reply: &Reply<'_>) -> ReplyOutcome {
        by_status(reply, Outcome::Delivered)
    }
}
