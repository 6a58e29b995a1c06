//! A webhook that cannot be asked first: Zapier, Make, Google Apps Script. JSON as `text/plain`, without any header.
//!
//! A 2xx says that the service took the lead, not that the CRM behind it has it: accepted. Google answers after a redirect
//! (302), which the browser follows, and with a page, so a page is an answer here.

use super::order::{Body, Order, Parts};
use super::reply::{Heard, Reply, accepted};
use super::{Connector, Settings};
use crate::entry::Sight;

pub(super) struct WebhookSimple;

impl Connector for WebhookSimple {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Readable)
    }

    fn body(&self) -> Body {
        Body::Text
    }

    fn fill(&self, to: &Settings<'_>, parts: &Parts<'_>, order: &mut Order) {
        to.fill_or_whole(parts, order);
    }

    fn outcome(&self, _to: &Settings<'_>, reply: &Reply<'_>) -> Heard {
        accepted(reply)
    }
}
