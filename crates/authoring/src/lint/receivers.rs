//! What the fields of receivers are called, and what may be put into them.
//!
//! The names are those of the vendors' public form endpoints. A vendor's own fields are known by their form.

use diagnosis::Value;
use diagnostics::{Code, Diagnostic};
use settings::LeadField;

/// The names of a receiver's fields.
struct FieldNames {
    /// The kind of destination.
    kind: &'static str,
    /// Whether there is a field of that name.
    has: fn(&str) -> bool,
    /// Further names that only a constant may have.
    constants: &'static [&'static str],
    /// The diagnostic for any other name.
    code: Code,
}

const RECEIVERS: [FieldNames; 4] = [
    FieldNames { kind: "hubspot", has: is_of_hubspot, constants: &["subscriptionTypeId"], code: Code::NotHubspotField },
    FieldNames { kind: "salesforce", has: is_of_salesforce, constants: &["oid"], code: Code::NotSalesforceField },
    FieldNames {
        kind: "zoho",
        has: is_of_zoho,
        constants: &["xnQsjsdp", "xmIwtLD", "actionType", "returnURL"],
        code: Code::NotZohoField,
    },
    FieldNames { kind: "espocrm", has: is_of_espocrm, constants: &[], code: Code::NotEspocrmField },
];

/// Receivers that take any name.
const ANY: FieldNames = FieldNames { kind: "", has: is_any, constants: &[], code: Code::FieldUnnamed };

/// Looks at the names of a destination's fields and constants, and at what fills the fields; `path` ends with a dot, or is
/// empty.
pub(super) fn lint_fields(path: &str, destination: &Value, found: &mut Vec<Diagnostic>) {
    let Some(Value::Text(kind)) = destination.get("type") else { return };
    if settings::destination_kind(kind).is_none() {
        return;
    }
    let names = RECEIVERS.into_iter().find(|receiver| receiver.kind == kind).unwrap_or(ANY);
    for (key, constants) in [("fields", [].as_slice()), ("constants", names.constants)] {
        let Some(Value::Map(entries)) = destination.get(key) else { continue };
        for (name, value) in entries {
            let place = [path, key, ".", name].concat();
            if !(names.has)(name) && !constants.contains(&name.as_str()) {
                found.push(Diagnostic::error(names.code, &*place));
            }
            if let Value::Text(text) = value
                && key == "fields"
                && !text.is_empty()
                && !is_of_leads(text)
            {
                found.push(Diagnostic::error(Code::NotOfLeads, place));
            }
        }
    }
}

/// Whether a lead has something by this dotted name (`lead/v1`).
fn is_of_leads(path: &str) -> bool {
    let (head, rest) = path.split_once('.').unwrap_or((path, ""));
    match head {
        "schema" | "lead_id" | "created_at" | "attempt" | "test" => rest.is_empty(),
        "contact" => LeadField::from_id(rest).is_some_and(|field| field != LeadField::Message),
        "inquiry" => rest == "message",
        "diagnosis" => {
            let whole = ["pack", "version", "content_hash", "score", "level", "caps", "findings", "summary", "answers"];
            whole.contains(&rest)
        }
        "attribution" => is_of_attribution(rest),
        "consent" => {
            let (what, part) = rest.split_once('.').unwrap_or((rest, ""));
            ["privacy", "marketing_email"].contains(&what) && ["", "agreed", "text", "version", "at"].contains(&part)
        }
        "antispam" => ["elapsed_ms", "honeypot", "suspect"].contains(&rest),
        "widget" => ["version", "locale"].contains(&rest),
        _ => false,
    }
}

fn is_of_attribution(rest: &str) -> bool {
    let plain = ["landing_url", "page_url", "page_title", "referrer", "hutk", "utm", "click_ids"];
    let clicks = ["gclid", "gbraid", "wbraid", "yclid", "fbclid", "msclkid"];
    let utm = ["source", "medium", "campaign", "term", "content", "id"];
    match rest.split_once('.') {
        Some(("utm", part)) => utm.contains(&part.strip_prefix("utm_").unwrap_or(part)),
        Some(("click_ids", part)) => clicks.contains(&part),
        _ => plain.contains(&rest),
    }
}

fn is_any(name: &str) -> bool {
    !name.trim().is_empty()
}

/// Internal names of properties; with the id of another object than the contact before them.
fn is_of_hubspot(name: &str) -> bool {
    let bare = name.split_once('/').map_or(name, |(_, bare)| bare);
    bare.starts_with(|c: char| c.is_ascii_lowercase())
        && bare.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

fn is_of_salesforce(name: &str) -> bool {
    let known = [
        "first_name",
        "last_name",
        "email",
        "company",
        "title",
        "phone",
        "mobile",
        "fax",
        "URL",
        "street",
        "city",
        "state",
        "zip",
        "country",
        "description",
        "lead_source",
        "industry",
        "employees",
        "revenue",
        "rating",
        "salutation",
        "Campaign_ID",
        "member_status",
        "emailOptOut",
        "faxOptOut",
        "doNotCall",
        "oid",
        "retURL",
    ];
    let is_own =
        name.starts_with("00N") && [15, 18].contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    known.contains(&name) || is_own
}

fn is_of_zoho(name: &str) -> bool {
    let known = [
        "First Name",
        "Last Name",
        "Email",
        "Phone",
        "Mobile",
        "Company",
        "Designation",
        "Description",
        "Lead Source",
        "Website",
        "Industry",
        "No of Employees",
        "Street",
        "City",
        "State",
        "Zip Code",
        "Country",
        "Salutation",
    ];
    let own = name.strip_prefix("LEADCF").is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    known.contains(&name) || own
}

fn is_of_espocrm(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric())
}
