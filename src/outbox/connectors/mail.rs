//! The last way out: a mail that the respondent's own program writes. The respondent sends it, or not.
//!
//! Programs cut long links, Windows at about 2,000 characters `[?]`; so the text is cut before, at a whole character, and
//! what matters most comes first.

use super::body::{Order, percent_encoded};
use super::copy;
use super::reply::{Outcome, Reply, unread};
use super::{Connector, Settings};
use crate::outbox::payload::Payload;
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

const HREF_MAX: usize = 2_000;

pub(super) struct Mail;

impl Connector for Mail {
    fn sight(&self) -> Option<Sight> {
        None
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        let glue = if to.url.contains('?') { '&' } else { '?' };
        let reference = lead.id().map(|id| id.reference()).unwrap_or_default();
        let mut href = format!("{}{glue}subject={}&body=", to.url, percent_encoded(&reference));
        for c in copy::written(to, lead, tries).chars() {
            let escaped = percent_encoded(c.encode_utf8(&mut [0; 4]));
            if href.len() + escaped.len() > HREF_MAX {
                break;
            }
            href.push_str(&escaped);
        }
        Order::Mail { href }
    }

    fn outcome(&self, _to: &Settings, reply: &Reply) -> Outcome {
        unread(reply)
    }
}
