//! A webhook that supports no preflight request: Zapier, Make, Google Apps Script. It gets JSON as `text/plain`,
//! without any header.
//!
//! A 2xx means that the service accepted the lead, not that the CRM behind it has it: accepted. Google answers after a
//! redirect (302), which the browser follows, and with a page, so a page is a valid reply here.

use super::Connector;
use super::destination_settings::DestinationSettings;
use super::reply::{Reply, ReplyOutcome, accepted};
use super::request_template::{BodyKind, LeadParts, RequestTemplate};
use crate::entry::ReplyVisibility;

pub(super) struct WebhookSimple;

impl Connector for WebhookSimple {
    fn visibility(&self) -> Option<ReplyVisibility> {
        Some(ReplyVisibility::Readable)
    }

    fn body(&self) -> BodyKind {
        BodyKind::PlainText
    }

    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate) {
        template.fill_or_whole(to, parts);
    }

    fn interpret(&self, _to: &DestinationSettings, reply: &Reply<'_>) -> ReplyOutcome {
        accepted(reply)
    }
}
