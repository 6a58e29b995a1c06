//! Destinations: how a lead is written for each receiver, and what its reply means.
//!
//! One small file a receiver. It says what the vendor documents; what no source confirmed is marked `[?]` there and in
//! `docs/leads.md`. A new receiver is one file here, a line in [`connector`] and in [`DESTINATION_KINDS`], and its row in the
//! linter, which holds what an owner may write. No lead comes in here: a
//! [`RequestTemplate`] names the parts of one, and `encode` fills them in.

mod destination;
mod destination_settings;
mod espocrm;
mod form;
mod hubspot;
mod kind;
mod manual;
mod refusal;
mod reply;
mod request_template;
mod salesforce;
mod webhook_json;
mod webhook_simple;
mod zoho;

pub use destination::Destination;
pub use destination_settings::DestinationSettings;
pub use hubspot::HUBSPOT_HOSTS;
pub use kind::{AddressKind, DESTINATION_KINDS, DestinationKind, destination_kind};
pub use refusal::{PARTS_FOR_TAG_MANAGERS, Refusal, RefusalReason, refusals};
pub use reply::{Outcome, Reply, ReplyOutcome};
pub use request_template::{BodyKind, FieldSource, RequestTemplate};
pub use salesforce::SALESFORCE_EMAIL_MAX;

use super::entry::ReplyVisibility;
use request_template::LeadParts;

/// What a receiver needs to be served.
trait Connector {
    /// What its replies can tell; `None` if nothing is sent to it without the respondent, so that it has no place in the
    /// queue.
    fn visibility(&self) -> Option<ReplyVisibility>;

    /// How the lead is put.
    fn body(&self) -> BodyKind;

    /// Says which part of the lead goes into which field.
    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate);

    /// What its reply means.
    fn interpret(&self, to: &DestinationSettings, reply: &Reply<'_>) -> ReplyOutcome;
}

/// The connector of this type; `None` if there is none.
fn connector(kind: &str) -> Option<&'static dyn Connector> {
    Some(match kind {
        "hubspot" => &hubspot::Hubspot,
        "salesforce" => &salesforce::Salesforce,
        "zoho" => &zoho::Zoho,
        "espocrm" => &espocrm::Espocrm,
        "webhook-json" => &webhook_json::WebhookJson,
        "webhook-simple" => &webhook_simple::WebhookSimple,
        "form" => &form::Form,
        "mail" => &manual::ManualDelivery(BodyKind::Mail),
        "copy" => &manual::ManualDelivery(BodyKind::Copy),
        "data-layer" => &manual::ManualDelivery(BodyKind::DataLayer),
        _ => return None,
    })
}
