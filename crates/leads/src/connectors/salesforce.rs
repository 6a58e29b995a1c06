//! Salesforce Web-to-Lead: a form's data to `https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8`.
//!
//! Newer forms have the id of the organisation in the address too (`&orgId=…`). The reply cannot be read. Salesforce
//! accepts 500 leads a day, up to 50,000 more wait in a queue that Web-to-Case shares, and the rest is refused. A row
//! that does not fit is dropped silently, such as one with an e-mail address of more than [`SALESFORCE_EMAIL_MAX`]
//! characters, or one that a duplicate rule blocks. A lead sent here is therefore never reported as delivered. The
//! constant `oid`, the id of the organisation, is required: without it every row is dropped. Salesforce requires
//! `last_name` and `company`; the form should ask for them.

use super::Connector;
use super::destination_settings::{DestinationSettings, OwnFields};
use super::reply::{Reply, ReplyOutcome, opaque};
use super::request_template::{BodyKind, LeadParts, RequestTemplate};
use crate::entry::ReplyVisibility;

const OWN: OwnFields = &[
    ("last_name", "contact.last_name"),
    ("company", "contact.company"),
    ("first_name", "contact.first_name"),
    ("email", "contact.email"),
    ("phone", "contact.phone"),
    ("title", "contact.title"),
    ("description", "note"),
];

/// Maximum numbers of characters of the standard fields: Salesforce drops a row with a longer text instead of cutting the text.
/// An e-mail address is checked in the form, as half of one is of no use.
const MAXIMA: &[(&str, u32)] =
    &[("first_name", 40), ("last_name", 80), ("company", 255), ("phone", 40), ("title", 128), ("description", 32_000)];

/// Maximum number of characters of an e-mail address that Salesforce keeps.
pub const SALESFORCE_EMAIL_MAX: usize = 80;

pub(super) struct Salesforce;

impl Connector for Salesforce {
    fn visibility(&self) -> Option<ReplyVisibility> {
        Some(ReplyVisibility::Opaque)
    }

    fn body(&self) -> BodyKind {
        BodyKind::UrlEncoded
    }

    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate) {
        template.fill_within(to, OWN, MAXIMA, parts);
    }

    fn interpret(&self, _to: &DestinationSettings, reply: &Reply<'_>) -> ReplyOutcome {
        opaque(reply)
    }
}
