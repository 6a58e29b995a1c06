//! EspoCRM LeadCapture: JSON to `/api/v1/LeadCapture/{key}`; the reply can be read.
//!
//! The key in the address is that of the capture point, made to be public. No header beside `Content-Type` and `Accept` is
//! allowed. Fields are those that the capture point lists.

use super::order::{Body, Order, Parts};
use super::reply::{Heard, Outcome, Reply, by_status};
use super::{Connector, Settings};
use crate::entry::Sight;

const OWN: &str = "lastName\tcontact.last_name
firstName\tcontact.first_name
emailAddress\tcontact.email
phoneNumber\tcontact.phone
accountName\tcontact.company
description\tnote";

pub(super) struct Espocrm;

impl Connector for Espocrm {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Readable)
    }

    fn body(&self) -> Body {
        Body::Json
    }

    fn fill(&self, to: &Settings<'_>, parts: &Parts<'_>, order: &mut Order) {
        to.fill(OWN, parts, order);
    }

    fn outcome(&self, _to: &Settings<'_>, reply: &Reply<'_>) -> Heard {
        by_status(reply, Outcome::Delivered)
    }
}
