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

use super::body::{Body, Mode, Order, Request};
use super::reply::{Outcome, Reply, by_status};
use super::{Connector, Settings};
use crate::domain::Value;
use crate::outbox::json::json;
use crate::outbox::lead::{map, text};
use crate::outbox::payload::Payload;
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

const OWN: [(&str, &str); 5] = [
    ("email", "contact.email"),
    ("lastname", "contact.last_name"),
    ("firstname", "contact.first_name"),
    ("company", "contact.company"),
    ("phone", "contact.phone"),
];

const SUBSCRIPTION: &str = "subscriptionTypeId";

pub(super) struct Hubspot;

impl Connector for Hubspot {
    fn sight(&self) -> Option<Sight> {
        Some(Sight::Readable)
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        let filled = to.filled(&OWN, lead, tries).into_iter().filter(|(name, _)| name != SUBSCRIPTION);
        let field = |(name, value): (String, String)| {
            let (object, name) = name.split_once('/').unwrap_or(("0-1", &name));
            map([("objectTypeId", text(object)), ("name", text(name)), ("value", text(&value))])
        };
        let optional =
            |path: &str| Some(lead.at(path)).filter(|said| !said.is_empty()).map_or(Value::Null, Value::Text);
        let body = map([
            ("fields", Value::List(filled.map(field).collect())),
            (
                "context",
                map([
                    ("hutk", optional("attribution.hutk")),
                    ("pageUri", optional("attribution.page_url")),
                    ("pageName", optional("attribution.page_title")),
                ]),
            ),
            ("legalConsentOptions", map([("consent", consent(to, lead))])),
        ]);
        Order::Fetch(Request::new(&to.url, Body::Json(json(&body)), Mode::Cors))
    }

    fn outcome(&self, to: &Settings, reply: &Reply) -> Outcome {
        match reply {
            Reply::Status { code: 400..=403, body, .. } => refused(to, body),
            _ => by_status(reply, Outcome::Delivered),
        }
    }
}

fn consent(to: &Settings, lead: &Payload) -> Value {
    let subscription: Option<u32> = to.constant(SUBSCRIPTION).and_then(|id| id.parse().ok());
    let asked = lead.at("consent.marketing_email.text");
    let communication = subscription.filter(|_| !asked.is_empty()).map(|id| {
        Value::List(vec![map([
            ("value", Value::Bool(lead.at("consent.marketing_email.agreed") == "true")),
            ("subscriptionTypeId", Value::Number(f64::from(id))),
            ("text", text(&asked)),
        ])])
    });
    map([
        ("consentToProcess", Value::Bool(lead.at("consent.privacy.agreed") == "true")),
        ("text", text(&lead.at("consent.privacy.text"))),
        ("communications", communication.unwrap_or(Value::Null)),
    ])
}

/// What the error types say (`{errors:[{message,errorType}]}`): of what was typed, or of form and configuration.
fn refused(to: &Settings, body: &str) -> Outcome {
    let typed = ["INVALID_EMAIL", "BLOCKED_EMAIL", "REQUIRED_FIELD", "INVALID_NUMBER", "INPUT_TOO_LARGE"];
    let types = || body.split("\"errorType\"").skip(1).filter_map(|rest| rest.split('"').nth(1));
    if let Some(other) = types().find(|kind| !typed.contains(kind)) {
        let is_name = other.len() <= 60 && other.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
        return Outcome::problem(&["hubspot_", if is_name { other } else { "unknown" }].concat());
    }
    if types().next().is_none() {
        return Outcome::problem("hubspot_refused");
    }
    // "Error in 'fields.email'. …"
    let named = body.split("'fields.").skip(1).filter_map(|rest| rest.split('\'').next());
    Outcome::Rejected { parts: named.filter_map(|name| to.part_of(&OWN, name)).map(str::to_owned).collect() }
}
