//! A webhook that cannot be asked first: Zapier, Make, Google Apps Script. JSON as `text/plain`, without any header.
//!
//! A 2xx says that the service took the lead, not that the CRM behind it has it: accepted. Google answers after a redirect
//! (302), which the browser follows, and with a page, so a page is an answer here.

use super::body::{Body, Mode, Order, Request};
use super::reply::{Outcome, Reply, by_status};
use super::webhook_json::body;
use super::{Connector, Settings};
use crate::outbox::payload::Payload;
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

pub(super) struct WebhookSimple;

impl Connector for WebhookSimple {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Readable)
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        Order::Fetch(Request::new(&to.url, Body::Plain(body(to, lead, tries)), Mode::Cors))
    }

    fn outcome(&self, _to: &Settings, reply: &Reply) -> Outcome {
        match reply {
            Reply::Status { code: 200..=299, .. } => Outcome::Accepted,
            _ => by_status(reply, Outcome::Accepted),
        }
    }
}
