//! HubSpot Forms, v3: JSON to `https://api.hsforms.com/submissions/v3/integration/submit/{portal}/{form}`, or to the host of
//! another region ([`HUBSPOT_HOSTS`]), without a key; the reply can be read.
//!
//! `[?]` Whether the path stays valid: HubSpot's changelog of 2026-09-15 calls `/v1/` to `/v3/` unsupported from
//! September 2027, and does not say whether this path is included.
//!
//! Fields that the form does not have are refused, so an owner whose form has other fields names them in `fields`: a
//! property's internal name, preceded by the id of an object other than the contact (`0-2/name`). Forms with a CAPTCHA
//! refuse these requests. 50 requests in 10 s are accepted, then comes 429, perhaps as plain text.
//!
//! The constant `subscriptionTypeId` names the kind of mail that the consent to advertising applies to; without it,
//! that consent is sent only in the fields that the owner sets.
//!
//! `[?]` Whether 200 means that the contact exists at once: HubSpot may still classify it as spam.

use super::Connector;
use super::destination_settings::{DestinationSettings, OwnFields};
use super::reply::{Outcome, Reply, ReplyOutcome, by_status};
use super::request_template::{BodyKind, FieldSource, LeadParts, RequestTemplate};
use crate::entry::ReplyVisibility;

const OWN: OwnFields = &[
    ("email", "contact.email"),
    ("lastname", "contact.last_name"),
    ("firstname", "contact.first_name"),
    ("company", "contact.company"),
    ("phone", "contact.phone"),
];

/// The data beside the fields.
const BESIDE: [(&str, &str); 5] = [
    ("context.hutk", "attribution.hutk"),
    ("context.pageUri", "attribution.page_url"),
    ("context.pageName", "attribution.page_title"),
    ("legalConsentOptions.consent.consentToProcess", "consent.privacy.agreed"),
    ("legalConsentOptions.consent.text", "consent.privacy.text"),
];

/// The hosts that forms are sent to, one per region. All but `api` and `api-eu1` are known from public code alone.
pub const HUBSPOT_HOSTS: [&str; 5] =
    ["api.hsforms.com", "api-eu1.hsforms.com", "api-na2.hsforms.com", "api-na3.hsforms.com", "api-ap1.hsforms.com"];

const SUBSCRIPTION: &str = "subscriptionTypeId";

pub(super) struct Hubspot;

impl Connector for Hubspot {
    fn visibility(&self) -> Option<ReplyVisibility> {
        Some(ReplyVisibility::Readable)
    }

    fn body(&self) -> BodyKind {
        BodyKind::NestedJson
    }

    fn fill(&self, to: &DestinationSettings, parts: &LeadParts<'_>, template: &mut RequestTemplate) {
        for (name, part) in to.field_parts(OWN).filter(|(_, part)| parts.has(part)) {
            // A value is a text, also that of a list.
            let max = to.max_of(name).or(Some(u32::MAX));
            add_field(template, name, |template, value| template.add_part_within(value, part, max));
        }
        for (name, text) in to.constants.iter().filter(|(name, _)| name != SUBSCRIPTION) {
            add_field(template, name, |template, value| template.add_text(value, text));
        }
        for (name, part) in BESIDE {
            if parts.has(part) {
                template.add_part(name, part);
            }
        }
        let id = to.constant(SUBSCRIPTION).and_then(|id| id.parse::<u32>().ok());
        if let Some(id) = id.filter(|_| parts.has("consent.marketing_email.text")) {
            let name = |key: &str| ["legalConsentOptions.consent.communications.0.", key].concat();
            template.fields.push((name(SUBSCRIPTION), FieldSource::Number(id)));
            template.add_part(name("value"), "consent.marketing_email.agreed");
            template.add_part(name("text"), "consent.marketing_email.text");
        }
    }

    fn interpret(&self, to: &DestinationSettings, reply: &Reply<'_>) -> ReplyOutcome {
        match reply {
            Reply::Status { code: 400..=403, body, .. } => refused(to, body),
            _ => by_status(reply, Outcome::Delivered),
        }
    }
}

/// Adds the next field to the list; `add_value` adds its value under the name that it receives.
fn add_field(template: &mut RequestTemplate, name: &str, add_value: impl Fn(&mut RequestTemplate, String)) {
    let index = template.fields.iter().filter(|(name, _)| name.ends_with(".objectTypeId")).count().to_string();
    let (object, name) = name.split_once('/').unwrap_or(("0-1", name));
    let key = |key: &str| ["fields.", &index, ".", key].concat();
    template.add_text(key("objectTypeId"), object);
    template.add_text(key("name"), name);
    add_value(template, key("value"));
}

/// The meaning of the error types (`{errors:[{message,errorType}]}`): faults in the input, or in form and
/// configuration.
fn refused(to: &DestinationSettings, body: &str) -> ReplyOutcome {
    let typed = ["INVALID_EMAIL", "BLOCKED_EMAIL", "REQUIRED_FIELD", "INVALID_NUMBER", "INPUT_TOO_LARGE"];
    let mut is_typed = false;
    let mut texts = body.split('"');
    while let Some(text) = texts.next() {
        if text != "errorType" {
            continue;
        }
        // Skips the colon.
        let kind = texts.nth(1).unwrap_or_default();
        if !typed.contains(&kind) {
            let is_name = kind.len() <= 60 && kind.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
            return ReplyOutcome::misconfigured(&["hubspot_", if is_name { kind } else { "unknown" }]);
        }
        is_typed = true;
    }
    if !is_typed {
        return ReplyOutcome::misconfigured(&["hubspot_refused"]);
    }
    // "Error in 'fields.email'. …"
    let named = body.split('\'').filter_map(|text| to.part_of(OWN, text.strip_prefix("fields.")?));
    ReplyOutcome { outcome: Outcome::Rejected, code: String::new(), fields: named.map(str::to_owned).collect() }
}
