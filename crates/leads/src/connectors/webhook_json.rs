//! A webhook that accepts JSON: n8n, Node-RED (with `httpNodeCors`), or the owner's endpoint.
//!
//! Without `fields` it gets the whole of `lead/v1`; with them an object of those. The browser sends a preflight request
//! first, so the receiver must allow `Content-Type` from the page's origin. Any 2xx except a page of HTML counts as
//! delivered. A repetition has the same `lead_id`, so that the receiver can drop it.

use super::Connector;
use super::destination_settings::DestinationSettings;
use super::reply::{Outcome, Reply, ReplyOutcome, by_status};
use super::request_template::{BodyKind, LeadParts, RequestTemplate};
use crate::entry::ReplyVisibility;

pub(super) struct WebhookJson;

impl Connector for WebhookJson {
    fn visibility(&self) -> Option<ReplyVisibility> {
        Some(ReplyVisibility::Readable)
    }

    fn body(&self) -> BodyKind {
        BodyKind::Json
    }

    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate) {
        template.fill_or_whole(to, parts);
    }

    fn interpret(&self, _to: &DestinationSettings, reply: &Reply<'_>) -> ReplyOutcome {
        by_status(reply, Outcome::Delivered)
    }
}
