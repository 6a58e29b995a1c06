//! Zoho Web-to-Lead: `FormData` to `https://crm.zoho.com/crm/WebToLeadForm` (or `.eu`, `.in`; `.jp` `[?]`).
//!
//! The constants `xnQsjsdp` and `xmIwtLD` are those of the form that Zoho makes; they are public, and needed. The reply is
//! often JSON. `[?]` Whether it may be read from every page: where not, a lead that arrived looks like one that failed, so
//! a failure is repeated once only.

use super::body::{Body, Mode, Order, Request};
use super::reply::{Outcome, Reply, by_status, unread};
use super::settings::NOTE;
use super::{Connector, Settings};
use crate::outbox::payload::Payload;
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

const OWN: [(&str, &str); 7] = [
    ("Last Name", "contact.last_name"),
    ("Company", "contact.company"),
    ("First Name", "contact.first_name"),
    ("Email", "contact.email"),
    ("Phone", "contact.phone"),
    ("Designation", "contact.title"),
    ("Description", NOTE),
];

/// "Leads", as Zoho's forms write it.
const ACTION: (&str, &str) = ("actionType", "TGVhZHM=");

pub(super) struct Zoho;

impl Connector for Zoho {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Opaque)
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        let mut pairs = to.filled(&OWN, lead, tries);
        if to.constant(ACTION.0).is_none() {
            pairs.push((ACTION.0.to_owned(), ACTION.1.to_owned()));
        }
        Order::Fetch(Request::new(&to.url, Body::FormData(pairs), Mode::Cors))
    }

    fn outcome(&self, _to: &Settings, reply: &Reply) -> Outcome {
        match reply {
            Reply::Status { code: 200..=299, .. } => Outcome::Accepted,
            Reply::Status { .. } => by_status(reply, Outcome::Accepted),
            _ => unread(reply),
        }
    }
}
