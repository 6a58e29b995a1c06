//! Destinations: how a lead is put for each receiver, and what its reply means.
//!
//! One small file a receiver. It says what the vendor documents; what no source confirmed is marked `[?]` there and in
//! `docs/leads.md`. A new receiver is one file here, a line in [`connector`], and its row in the linter, which holds what an
//! owner may write. No lead comes in here: an [`Order`] names the parts of one, and the page fills them in.

mod by_hand;
mod destination;
mod espocrm;
mod form;
mod hubspot;
mod order;
mod reply;
mod salesforce;
mod settings;
mod webhook_json;
mod webhook_simple;
mod zoho;

pub use destination::{Destination, Refusal};
pub use order::Order;
pub use reply::{Heard, Outcome, Reply};

use super::entry::Sight;
use order::{Body, Parts};
use settings::Settings;

/// What a receiver needs to be served.
trait Connector {
    /// What its replies can tell; `None` if nothing is sent to it without the respondent, so that it has no place in the
    /// queue.
    fn sight(&self) -> Option<Sight>;

    /// How the lead is put.
    fn body(&self) -> Body;

    /// The constants without which no lead arrives.
    fn needs(&self) -> &'static [&'static str] {
        &[]
    }

    /// Says which part of the lead goes into which field.
    fn fill(&self, to: &Settings<'_>, parts: &Parts<'_>, order: &mut Order);

    /// What its reply means.
    fn outcome(&self, to: &Settings<'_>, reply: &Reply<'_>) -> Heard;
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
        "mail" => &by_hand::ByHand(Body::Mail),
        "copy" => &by_hand::ByHand(Body::Copy),
        "data-layer" => &by_hand::ByHand(Body::Push),
        _ => return None,
    })
}
