//! Zoho Web-to-Lead: `FormData` to `https://crm.zoho.com/crm/WebToLeadForm` (or `.eu`, `.in`, `.jp`).
//!
//! If a form was created with approval, its leads are not under Leads but under *Awaiting Leads* until somebody
//! approves them.
//!
//! The constants `xnQsjsdp` and `xmIwtLD` are those of the form that Zoho generates; they are public, and required. The
//! reply is often JSON, but `[?]` whether every page may read it is not known. If a page may not, a lead that arrived
//! would look like a failed request and be sent twice, so the reply is never read.

use super::Connector;
use super::destination_settings::{DestinationSettings, OwnFields};
use super::reply::{Reply, ReplyOutcome, opaque};
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
        opaque(reply)
    }
}
