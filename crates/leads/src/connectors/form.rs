//! Any endpoint that accepts urlencoded form data, such as a form handler of Account Engagement (formerly Pardot): the
//! flat form of `lead/v1`, or the owner's names.
//!
//! It is not known whether its reply may be read, so the reply is never read: no lead sent here is reported as
//! delivered.

use super::Connector;
use super::destination_settings::DestinationSettings;
use super::reply::{Reply, ReplyOutcome, opaque};
use super::request_template::{BodyKind, LeadParts, RequestTemplate};
use crate::entry::ReplyVisibility;

pub(super) struct Form;

impl Connector for Form {
    fn visibility(&self) -> Option<ReplyVisibility> {
        Some(ReplyVisibility::Opaque)
    }

    fn body(&self) -> BodyKind {
        BodyKind::UrlEncoded
    }

    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate) {
        template.fill_or_whole(to, parts);
    }

    fn interpret(&self, _to: &DestinationSettings, reply: &Reply<'_>) -> ReplyOutcome {
        opaque(reply)
    }
}
