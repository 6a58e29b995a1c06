//! HubSpot Forms, v3: JSON to `https://api.hsforms.com/submissions/v3/integration/submit/{portal}/{form}`, or
//! `api-eu1.hsforms.com`, without a key; the reply can be read.
//!
//! Fields that the form does not have are refused, so an owner whose form has others names them in `fields`: a property's
//! internal name, with the id of another object than the contact before it (`0-2/name`). Forms with a CAPTCHA refuse what
//! comes this way. 50 requests in 10 s are taken, then comes 429, perhaps as plain text.
//!
//! The constant `subscriptionTypeId` names the kind of mail that the consent to advertising is for; without it that consent
//! goes no further than the fields that the owner sets.
//!
//! `[?]` That 200 means the contact is there at once: HubSpot may still take it for spam.

use super::order::{Body, Order, Parts};
use super::reply::{Heard, Outcome, Reply, by_status};
use super::{Connector, Settings};
use crate::entry::Sight;

const OWN: &str = "email\tcontact.email
lastname\tcontact.last_name
firstname\tcontact.first_name
company\tcontact.company
phone\tcontact.phone";

/// What goes beside the fields.
const BESIDE: [(&str, &str); 5] = [
    ("context.hutk", "attribution.hutk"),
    ("context.pageUri", "attribution.page_url"),
    ("context.pageName", "attribution.page_title"),
    ("legalConsentOptions.consent.consentToProcess", "consent.privacy.agreed"),
    ("legalConsentOptions.consent.text", "consent.privacy.text"),
];

const SUBSCRIPTION: &str = "subscriptionTypeId";

pub(super) struct Hubspot;

impl Connector for Hubspot {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Readable)
    }

    fn body(&self) -> Body {
        Body::Nested
    }

    fn fill(&self, to: &Settings<'_>, parts: &Parts<'_>, order: &mut Order) {
        let mut at = 0_u32;
        to.each(OWN, parts, |name, source| {
            if name == SUBSCRIPTION {
                return;
            }
            let (object, name) = name.split_once('/').unwrap_or(("0-1", name));
            let number = at.to_string();
            let field = ["fields.", &number, "."];
            let mut add = |key: &str, glue: &str, value: &str| {
                let [fields, number, dot] = field;
                order.add(&[fields, number, dot, key], &[glue, value]);
            };
            add("objectTypeId", "=", object);
            add("name", "=", name);
            add("value", "", source);
            at += 1;
        });
        for (name, path) in BESIDE {
            if parts.has(path) {
                order.add(&[name], &[path]);
            }
        }
        let id = to.constant(SUBSCRIPTION).filter(|id| id.parse::<u32>().is_ok());
        if let Some(id) = id.filter(|_| parts.has("consent.marketing_email.text")) {
            let mut add = |key: &str, glue: &str, value: &str| {
                order.add(&["legalConsentOptions.consent.communications.0.", key], &[glue, value]);
            };
            add(SUBSCRIPTION, "#", id);
            add("value", "consent.marketing_email.", "agreed");
            add("text", "consent.marketing_email.", "text");
        }
    }

    fn outcome(&self, to: &Settings<'_>, reply: &Reply<'_>) -> Heard {
        match reply {
            Reply::Status { code: 400..=403, body, .. } => refused(to, body),
            _ => by_status(reply, Outcome::Delivered),
        }
    }
}

/// What the error types say (`{errors:[{message,errorType}]}`): of what was typed, or of form and configuration.
fn refused(to: &Settings<'_>, body: &str) -> Heard {
    let typed = ["INVALID_EMAIL", "BLOCKED_EMAIL", "REQUIRED_FIELD", "INVALID_NUMBER", "INPUT_TOO_LARGE"];
    let mut is_typed = false;
    let mut texts = body.split('"');
    while let Some(text) = texts.next() {
        if text != "errorType" {
            continue;
        }
        // Past the colon.
        let kind = texts.nth(1).unwrap_or_default();
        if !typed.contains(&kind) {
            let is_name = kind.len() <= 60 && kind.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
            return Heard::problem(&["hubspot_", if is_name { kind } else { "unknown" }]);
        }
        is_typed = true;
    }
    if !is_typed {
        return Heard::problem(&["hubspot_refused"]);
    }
    // "Error in 'fields.email'. …"
    let named = body.split('\'').filter_map(|text| to.part_of(OWN, text.strip_prefix("fields.")?));
    Heard { outcome: Outcome::Rejected, said: named.collect::<Vec<_>>().join(" ") }
}
