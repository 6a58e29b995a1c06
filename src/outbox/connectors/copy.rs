//! The last way out: the lead as text, which the respondent copies to wherever it can be read.

use super::body::Order;
use super::reply::{Outcome, Reply, unread};
use super::{Connector, Settings};
use crate::outbox::payload::Payload;
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

pub(super) struct Copy;

impl Connector for Copy {
    fn sight(&self) -> Option<Sight> {
        None
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        Order::Copy { text: written(to, lead, tries) }
    }

    fn outcome(&self, _to: &Settings, reply: &Reply) -> Outcome {
        unread(reply)
    }
}

/// The lead in lines: contact, wishes, diagnosis; or the owner's names, a line each.
pub(super) fn written(to: &Settings, lead: &Payload, tries: Tries) -> String {
    let mut text = if to.has_fields() { String::new() } else { [&lead.contact_lines(), &lead.note()[..]].concat() };
    for (name, value) in to.filled(&[], lead, tries) {
        let glue = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        text = [&text, glue, &name, ": ", &value].concat();
    }
    text
}
