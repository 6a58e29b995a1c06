//! What the fields of receivers are called, and what may be put into them.
//!
//! The names are those of the vendors' public form endpoints. A vendor's own fields are known by their form.

use diagnosis::Value;
use diagnostics::{Code, Diagnostic};
use leads::HUBSPOT_HOSTS;
use settings::{LeadField, host_and_path};

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

/// Lints the names of a destination's fields and constants, and the sources of its fields; `path` ends with a dot, or is
/// empty.
pub(super) fn lint_fields(path: &str, destination: &Value, found: &mut Vec<Diagnostic>) {
    let Some(Value::Text(kind)) = destination.get("type") else { return };
    if leads::destination_kind(kind).is_none() {
        return;
    }
    lint_address(kind, path, destination, found);
    let names = RECEIVERS.into_iter().find(|receiver| receiver.kind == kind).unwrap_or(ANY);
    for (key, constants) in [("fields", [].as_slice()), ("constants", names.constants)] {
        let Some(Value::Map(entries)) = destination.get(key) else { continue };
        for (name, value) in entries {
            let place = [path, key, ".", name].concat();
            if !(names.has)(name) && !constants.contains(&name.as_str()) {
                found.push(Diagnostic::error(names.code, &*place));
            }
            if key == "fields" {
                lint_source(kind, name, value, place, found);
            }
        }
    }
}

/// Lints the source of a field: a text, or an object with `from` and `max`.
fn lint_source(kind: &str, name: &str, value: &Value, place: String, found: &mut Vec<Diagnostic>) {
    let (source, max, place) = match value {
        Value::Map(_) => (value.get("from"), value.get("max"), place + ".from"),
        _ => (Some(value), None, place),
    };
    let Some(Value::Text(source)) = source.filter(|source| **source != Value::Text(String::new())) else { return };
    let fits = matches!(max, Some(Value::Number(max)) if *max <= OWN_FIELD_MAX);
    if !is_of_leads(source) {
        found.push(Diagnostic::error(Code::NotOfLeads, place));
    } else if is_long(source) && !fits && is_own_field(kind, name) {
        found.push(Diagnostic::warning(Code::LongForField, place).with(source.as_str()));
    }
}

/// Most characters of a text field that an owner has added at Salesforce or Zoho.
const OWN_FIELD_MAX: f64 = 255.0;

fn is_own_field(kind: &str, name: &str) -> bool {
    (kind == "salesforce" && name.starts_with("00N")) || (kind == "zoho" && name.starts_with("LEADCF"))
}

/// Whether that part of a lead may have more than 255 characters.
fn is_long(source: &str) -> bool {
    let long = [
        "inquiry.message",
        "diagnosis.caps",
        "diagnosis.findings",
        "diagnosis.summary",
        "diagnosis.answers",
        "attribution.landing_url",
        "attribution.page_url",
        "attribution.referrer",
    ];
    long.contains(&source) || (source.starts_with("consent.") && source.ends_with(".text"))
}

/// Lints the address against what the vendor documents.
fn lint_address(kind: &str, path: &str, destination: &Value, found: &mut Vec<Diagnostic>) {
    let Some(Value::Text(url)) = destination.get("url") else { return };
    let place = [path, "url"].concat();
    let (host, page) = host_and_path(url);
    let is_here = ["localhost", "127.0.0.1"].contains(&host.as_str());
    let parameter = |name: &str| {
        let query = url.split('#').next()?.split_once('?')?.1;
        query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    };
    match kind {
        "hubspot" => {
            if !host.is_empty() && !is_here && !HUBSPOT_HOSTS.contains(&host.as_str()) {
                found.push(Diagnostic::warning(Code::HubspotHostUnknown, &*place).with_list(HUBSPOT_HOSTS));
            }
            if ["/v1/", "/v2/", "/v3/"].iter().any(|version| page.contains(version)) {
                found.push(Diagnostic::warning(Code::HubspotPathMayEnd, place));
            }
        }
        "salesforce" => {
            if !parameter("encoding").is_some_and(|encoding| encoding.eq_ignore_ascii_case("UTF-8")) {
                found.push(Diagnostic::warning(Code::SalesforceEncodingMissing, &*place));
            }
            let oid = destination.get("constants").and_then(|constants| constants.get("oid"));
            // The first 15 characters are the id, whatever its length.
            let id = |text: &str| text.chars().take(15).collect::<String>();
            if let (Some(org), Some(Value::Text(oid))) = (parameter("orgId"), oid)
                && id(org) != id(oid)
            {
                found.push(Diagnostic::warning(Code::SalesforceOrgsDiffer, place));
            }
        }
        _ => {}
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
        "widget" => ["version", "locale", "variant"].contains(&rest),
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
