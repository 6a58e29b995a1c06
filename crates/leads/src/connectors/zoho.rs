//! Zoho Web-to-Lead: `FormData` to `https://crm.zoho.com/crm/WebToLeadForm` (or `.eu`, `.in`, `.jp`).
//!
//! The constants `xnQsjsdp` and `xmIwtLD` are those of the form that Zoho makes; they are public, and needed. The reply is
//! often JSON, but `[?]` whether it may be read from every page is not known. Where it may not, a lead that arrived would
//! look like one that failed, and be sent twice: so nobody asks to read it.

use super::order::{Body, Order, Parts};
use super::reply::{Heard, Reply, unread};
use super::{Connector, Settings};
use crate::entry::Sight;

const OWN: &str = "Last Name\tcontact.last_name
Company\tcontact.company
First Name\tcontact.first_name
Email\tcontact.email
Phone\tcontact.phone
Designation\tcontact.title
Description\tnote";

const ACTION: &str = "actionType";

pub(super) struct Zoho;

impl Connector for Zoho {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Opaque)
    }

    fn body(&self) -> Body {
        Body::Data
    }

    fn needs(&self) -> &'static [&'static str] {
        &["xnQsjsdp", "xmIwtLD"]
    }

    fn fill(&self, to: &Settings<'_>, parts: &Parts<'_>, order: &mut Order) {
        to.fill(OWN, parts, order);
        if to.constant(ACTION).is_none() {
            // "Leads", as Zoho's forms write it.
            order.add(&[ACTION], &["=TGVhZHM="]);
        }
    }

    fn outcome(&self, _to: &Settings<'_>, reply: &Reply<'_>) -> Heard {
        unread(reply)
    }
}
