//! Destinations: how a lead is put for each receiver, and what its reply means.
//!
//! One small file a receiver. It says what the vendor documents; what no source confirmed is marked `[?]` there and in
//! `docs/leads.md`. A new receiver is one file here, a line in [`Destination`], and its row in the linter, which holds
//! what an owner may write.

mod body;
mod copy;
mod data_layer;
mod espocrm;
mod form;
mod hubspot;
mod mail;
mod reply;
mod salesforce;
mod settings;
mod webhook_json;
mod webhook_simple;
mod zoho;

pub use body::{Body, Mode, Order, Request};
pub use data_layer::generate_lead;
pub use reply::{Outcome, Problem, Reply};
pub use settings::{Settings, read_destinations};

use super::payload::Payload;
use super::queue::Sight;
use super::retry::Tries;

/// Where leads go, as the owner configured it. It holds no secret: such a configuration is refused.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is told in the file of its name")]
pub enum Destination {
    Hubspot(Settings),
    Salesforce(Settings),
    Zoho(Settings),
    Espocrm(Settings),
    WebhookJson(Settings),
    WebhookSimple(Settings),
    Form(Settings),
    Mail(Settings),
    Copy(Settings),
    DataLayer(Settings),
}

/// What a receiver needs to be served.
trait Connector {
    /// What its replies can tell; `None` if nothing is sent to it without the respondent, so that it has no place in the
    /// queue.
    fn sight(&self) -> Option<Sight>;

    /// The lead as this receiver takes it.
    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order;

    /// What its reply means.
    fn outcome(&self, to: &Settings, reply: &Reply) -> Outcome;
}

impl Destination {
    /// The destination of this type; `None` if there is none.
    fn new(kind: &str, settings: Settings) -> Option<Self> {
        Some(match kind {
            "hubspot" => Destination::Hubspot(settings),
            "salesforce" => Destination::Salesforce(settings),
            "zoho" => Destination::Zoho(settings),
            "espocrm" => Destination::Espocrm(settings),
            "webhook-json" => Destination::WebhookJson(settings),
            "webhook-simple" => Destination::WebhookSimple(settings),
            "form" => Destination::Form(settings),
            "mail" => Destination::Mail(settings),
            "copy" => Destination::Copy(settings),
            "data-layer" => Destination::DataLayer(settings),
            _ => return None,
        })
    }

    fn parts(&self) -> (&dyn Connector, &Settings) {
        match self {
            Destination::Hubspot(to) => (&hubspot::Hubspot, to),
            Destination::Salesforce(to) => (&salesforce::Salesforce, to),
            Destination::Zoho(to) => (&zoho::Zoho, to),
            Destination::Espocrm(to) => (&espocrm::Espocrm, to),
            Destination::WebhookJson(to) => (&webhook_json::WebhookJson, to),
            Destination::WebhookSimple(to) => (&webhook_simple::WebhookSimple, to),
            Destination::Form(to) => (&form::Form, to),
            Destination::Mail(to) => (&mail::Mail, to),
            Destination::Copy(to) => (&copy::Copy, to),
            Destination::DataLayer(to) => (&data_layer::DataLayer, to),
        }
    }

    /// What its replies can tell; `None` for what the outbox does not send by itself: mail and copy, which the respondent
    /// does, and the data layer, which gets no lead. A lead without any other destination stays on the device.
    pub fn sight(&self) -> Option<Sight> {
        self.parts().0.sight()
    }

    /// What is to be done to bring the lead there, in this try.
    pub fn order(&self, lead: &Payload, tries: Tries) -> Order {
        let (connector, to) = self.parts();
        connector.order(to, lead, tries)
    }

    /// What a reply to [`Destination::order`] means.
    pub fn outcome(&self, reply: &Reply) -> Outcome {
        let (connector, to) = self.parts();
        connector.outcome(to, reply)
    }
}
