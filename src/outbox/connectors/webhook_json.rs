//! A webhook that takes JSON: n8n, Node-RED (with `httpNodeCors`), or an endpoint of one's own.
//!
//! Without `fields` it gets the whole of `lead/v1`; with them an object of those. The browser asks the receiver first
//! (preflight), so it must allow `Content-Type` from the page's origin. Any 2xx but a page of HTML counts as delivered. A
//! repetition bears the same `lead_id`, so that the receiver can drop it.

use super::body::{Body, Mode, Order, Request};
use super::reply::{Outcome, Reply, by_status};
use super::{Connector, Settings};
use crate::domain::Value;
use crate::outbox::json::json;
use crate::outbox::payload::Payload;
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

pub(super) struct WebhookJson;

impl Connector for WebhookJson {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Readable)
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        Order::Fetch(Request::new(&to.url, Body::Json(body(to, lead, tries)), Mode::Cors))
    }

    fn outcome(&self, _to: &Settings, reply: &Reply) -> Outcome {
        by_status(reply, Outcome::Delivered)
    }
}

/// The lead as JSON: whole, with the constants beside it, or by the owner's names.
pub(super) fn body(to: &Settings, lead: &Payload, tries: Tries) -> String {
    let mut value = if to.has_fields() { Value::Map(Vec::new()) } else { lead.attempt(tries) };
    if let Value::Map(entries) = &mut value {
        let named = to.filled(&[], lead, tries).into_iter().map(|(name, value)| (name, Value::Text(value)));
        entries.extend(named);
    }
    json(&value)
}
