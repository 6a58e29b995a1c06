//! EspoCRM LeadCapture: JSON to `/api/v1/LeadCapture/{key}`; the reply can be read.
//!
//! The key in the address is that of the capture point, made to be public. No header beside `Content-Type` and `Accept` is
//! allowed. Fields are those that the capture point lists.

use super::body::{Body, Mode, Order, Request};
use super::reply::{Outcome, Reply, by_status};
use super::settings::NOTE;
use super::{Connector, Settings};
use crate::domain::Value;
use crate::outbox::json::json;
use crate::outbox::payload::Payload;
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

const OWN: [(&str, &str); 6] = [
    ("lastName", "contact.last_name"),
    ("firstName", "contact.first_name"),
    ("emailAddress", "contact.email"),
    ("phoneNumber", "contact.phone"),
    ("accountName", "contact.company"),
    ("description", NOTE),
];

pub(super) struct Espocrm;

impl Connector for Espocrm {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Readable)
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        let pairs = to.filled(&OWN, lead, tries).into_iter().map(|(name, value)| (name, Value::Text(value)));
        let mut request = Request::new(&to.url, Body::Json(json(&Value::Map(pairs.collect()))), Mode::Cors);
        request.headers.push(("Accept", "application/json"));
        Order::Fetch(request)
    }

    fn outcome(&self, _to: &Settings, reply: &Reply) -> Outcome {
        by_status(reply, Outcome::Delivered)
    }
}
