//! Zoho Web-to-Lead: `FormData` to `https://crm.zoho.com/crm/WebToLeadForm` (or `.eu`, `.in`, `.jp`).
//!
//! Where a form is made with approval, what arrives is not under Leads but under *Awaiting Leads* until somebody approves it.
//!
//! The constants `xnQsjsdp` and `xmIwtLD` are those of the form that Zoho makes; they are public, and needed. The reply is
//! often JSON, but `[?]` whether it may be read from every page is not known. Where it may not, a lead that arrived would
//! look like one that failed, and be sent twice: so nobody asks to read it.

use super::Connector;
use super::destination_settings::{DestinationSettings, OwnFields};
use super::reply::{Reply, ReplyOutcome, unread};
use super::request_template::{BodyKind, LeadParts, RequestTemplate};
use crate::entry::ReplyVisibility;

const OWN: OwnFields = &[
    ("Last Name", "contact.last_name"),
    ("Company", "contact.company"),
    ("First Name", "contact.first_name"),
    ("Email", "contact.email"),
    ("Phone", "contact.phone"),
    ("Designation", "contact.title"),
    ("Description", "note"),
];

const ACTION: &str = "actionType";

pub(super) struct Zoho;

impl Connector for Zoho {
    fn visibility(&self) -> Option<ReplyVisibility> {
        Some(ReplyVisibility::Opaque)
    }

    fn body(&self) -> BodyKind {
        BodyKind::Multipart
    }

    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate) {
        template.fill(to, OWN, parts);
        if to.constant(ACTION).is_none() {
            // "Leads", as Zoho's forms write it.
            template.add_text(ACTION, "TGVhZHM=");
        }
    }

    fn interpret(&self, _to: &DestinationSettings, reply: &Reply<'_>) -> ReplyOutcome {
        unread(reply)
    }
}
