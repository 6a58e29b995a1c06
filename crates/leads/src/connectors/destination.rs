//! A destination that leads may be sent to, with the connector of its kind.

use super::destination_settings::DestinationSettings;
use super::refusal::{Refusal, RefusalReason, refusals};
use super::reply::{Reply, ReplyOutcome};
use super::request_template::{BodyKind, LeadParts, RequestTemplate};
use super::{Connector, connector};
use crate::entry::ReplyVisibility;

/// A destination with usable settings and the connector of its kind.
pub struct Destination<'a> {
    connector: &'static dyn Connector,
    settings: &'a DestinationSettings,
}

impl<'a> Destination<'a> {
    /// A destination that leads may be sent to.
    ///
    /// # Errors
    /// The first reason not to use it.
    pub fn new(settings: &'a DestinationSettings) -> Result<Self, Refusal> {
        let unknown = || Refusal { path: "type".to_owned(), reason: RefusalReason::UnknownKind };
        match refusals(settings).into_iter().next() {
            Some(refusal) => Err(refusal),
            None => Ok(Self { connector: connector(&settings.kind).ok_or_else(unknown)?, settings }),
        }
    }

    /// The address of requests; empty if nothing is sent.
    pub fn url(&self) -> &str {
        &self.settings.url
    }

    /// What its replies can tell; `None` for kinds that the outbox does not send to: mail and copy, which the
    /// respondent handles, and the data layer, which gets no lead. A lead without any other destination stays on the
    /// device.
    pub fn visibility(&self) -> Option<ReplyVisibility> {
        self.connector.visibility()
    }

    /// Whether it is the data layer of the page.
    pub fn is_data_layer(&self) -> bool {
        self.connector.body() == BodyKind::DataLayer
    }

    /// The request for a lead that has the parts of these dotted names.
    pub fn template(&self, parts: &[String]) -> RequestTemplate {
        let mut template = RequestTemplate::new(self.connector.body());
        self.connector.fill(self.settings, &LeadParts(parts), &mut template);
        template
    }

    /// The meaning of a reply to such a request.
    pub fn interpret(&self, reply: &Reply<'_>) -> ReplyOutcome {
        self.connector.interpret(self.settings, reply)
    }
}
