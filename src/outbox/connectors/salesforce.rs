//! Salesforce Web-to-Lead: a form's data to `https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8`.
//!
//! The reply cannot be read, 500 leads a day are taken, and a row that does not fit vanishes silently; so nothing that goes
//! here is ever called delivered. The constant `oid`, the id of the organisation, is needed: without it every row vanishes.
//! `last_name` and `company` are needed by Salesforce; the form should ask for them.
//!
//! `[?]` E-mail addresses of more than 80 characters do not fit the standard field.

use super::body::{Body, Mode, Order, Request, url_encoded};
use super::reply::{Outcome, Reply, unread};
use super::settings::NOTE;
use super::{Connector, Settings};
use crate::outbox::payload::Payload;
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

const OWN: [(&str, &str); 7] = [
    ("last_name", "contact.last_name"),
    ("company", "contact.company"),
    ("first_name", "contact.first_name"),
    ("email", "contact.email"),
    ("phone", "contact.phone"),
    ("title", "contact.title"),
    ("description", NOTE),
];

pub(super) struct Salesforce;

impl Connector for Salesforce {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Opaque)
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        let body = Body::UrlEncoded(url_encoded(&to.filled(&OWN, lead, tries)));
        Order::Fetch(Request::new(&to.url, body, Mode::NoCors))
    }

    fn outcome(&self, _to: &Settings, reply: &Reply) -> Outcome {
        unread(reply)
    }
}
