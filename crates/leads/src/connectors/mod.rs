//! Destinations: the request for each receiver, and the meaning of its reply.
//!
//! There is one small file per receiver. It follows the vendor's documentation; what no source confirmed is marked
//! `[?]` there and in `docs/leads.md`. ARCHITECTURE.md says how to add a receiver.
//! Connectors never see a lead: a [`RequestTemplate`] names its parts, and `encode` fills them in.

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

/// Operations of a receiver.
trait Connector {
    /// What its replies can tell; `None` if nothing is sent to it without the respondent, so that it is not queued.
    fn visibility(&self) -> Option<ReplyVisibility>;

    /// The form of the request.
    fn body(&self) -> BodyKind;

    /// Maps the parts of the lead to fields.
    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate);

    /// The meaning of its reply.
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
