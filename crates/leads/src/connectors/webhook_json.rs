//! A webhook that takes JSON: n8n, Node-RED (with `httpNodeCors`), or an endpoint of one's own.
//!
//! Without `fields` it gets the whole of `lead/v1`; with them an object of those. The browser asks the receiver first
//! (preflight), so it must allow `Content-Type` from the page's origin. Any 2xx but a page of HTML counts as delivered. A
//! repetition bears the same `lead_id`, so that the receiver can drop it.

use super::order::{Body, Order, Parts};
use super::reply::{Heard, Outcome, Reply, by_status};
use super::{Connector, Settings};
use crate::entry::Sight;

pub(super) struct WebhookJson;

impl Connector for WebhookJson {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Readable)
    }

    fn body(&self) -> Body {
        Body::Json
    }

    fn fill(&self, to: &Settings<'_>, parts: &Parts<'_>, order: &mut Order) {
        to.fill_or_whole(parts, order);
    }

    fn outcome(&self, _to: &Settings<'_>, reply: &Reply<'_>) -> Heard {
        by_status(reply, Outcome::Delivered)
    }
}
