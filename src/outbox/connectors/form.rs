//! Any endpoint that takes a form's data, such as a Pardot form handler: the flat form of `lead/v1`, or the owner's names.
//!
//! Whether its reply may be read is not known, so it is not: nothing that goes here is called delivered.

use super::body::{Body, Mode, Order, Request, url_encoded};
use super::reply::{Outcome, Reply, unread};
use super::{Connector, Settings};
use crate::outbox::payload::{Payload, flat};
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

pub(super) struct Form;

impl Connector for Form {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Opaque)
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        let mut pairs = if to.has_fields() { Vec::new() } else { flat(&lead.attempt(tries)) };
        pairs.extend(to.filled(&[], lead, tries));
        Order::Fetch(Request::new(&to.url, Body::UrlEncoded(url_encoded(&pairs)), Mode::NoCors))
    }

    fn outcome(&self, _to: &Settings, reply: &Reply) -> Outcome {
        unread(reply)
    }
}
