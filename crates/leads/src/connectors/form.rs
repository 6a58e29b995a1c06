//! Any endpoint that takes a form's data, such as a Pardot form handler: the flat form of `lead/v1`, or the owner's names.
//!
//! Whether its reply may be read is not known, so it is not: nothing that goes here is called delivered.

use super::order::{Body, Order, Parts};
use super::reply::{Heard, Reply, unread};
use super::{Connector, Settings};
use crate::entry::Sight;

pub(super) struct Form;

impl Connector for Form {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Opaque)
    }

    fn body(&self) -> Body {
        Body::Form
    }

    fn fill(&self, to: &Settings<'_>, parts: &Parts<'_>, order: &mut Order) {
        to.fill_or_whole(parts, order);
    }

    fn outcome(&self, _to: &Settings<'_>, reply: &Reply<'_>) -> Heard {
        unread(reply)
    }
}
