//! What the respondent does, or what gets no lead: no way of delivery, so the queue knows nothing of these.
//!
//! `mail` is a link that opens the respondent's mail program, `copy` a text to take along: contact details and note, or the
//! owner's names, a line each. `data-layer` is the event `generate_lead` for tag managers, pushed once, on first
//! acceptance: with the lead's id, and nothing of whom. `[?]` Programs cut long links, Windows at about 2,000 characters.

use super::order::{Body, Order, Parts};
use super::reply::{Heard, Reply, unread};
use super::{Connector, Settings};
use crate::entry::Sight;

pub(super) struct ByHand(pub(super) Body);

impl Connector for ByHand {
    fn sight(&self) -> Option<Sight> {
        None
    }

    fn body(&self) -> Body {
        self.0
    }

    fn fill(&self, to: &Settings<'_>, parts: &Parts<'_>, order: &mut Order) {
        if self.0 == Body::Push {
            // Told again by the owner, the later one holds.
            [("event", "=generate_lead"), ("lead_id", "lead_id"), ("currency", "=JPY")]
                .into_iter()
                .for_each(|(name, source)| order.add(&[name], &[source]));
        } else if !to.has_fields() {
            order.add_whole();
        }
        to.each("", parts, |name, source| match source.strip_prefix('=') {
            // Analytics wants a number.
            Some(number) if name == "value" && number.parse::<u32>().is_ok() => order.add(&[name], &["#", number]),
            _ => order.add(&[name], &[source]),
        });
    }

    fn outcome(&self, _to: &Settings<'_>, reply: &Reply<'_>) -> Heard {
        unread(reply)
    }
}
