//! Where leads go: the kinds of destinations, what their fields are called, and what may be put into them.
//!
//! The names are those of the vendors' public form endpoints. A vendor's own fields are known by their form.

use super::Notes;
use super::config::link;
use super::links::Link;
use diagnosis::Reader;

/// The inputs that the form can have.
pub(super) const FIELDS: [&str; 8] =
    ["company", "last_name", "first_name", "email", "phone", "title", "size", "message"];

/// The keys of a destination.
const KEYS: [&str; 4] = ["type", "url", "fields", "constants"];

/// The parts of a lead that a tag manager may hear of; all else could tell who it is.
const FOR_DATA_LAYER: [&str; 3] = ["lead_id", "diagnosis.score", "diagnosis.level"];

/// A kind of destination.
struct Receiver {
    /// Its id in configurations.
    id: &'static str,
    /// The kind of its address; `None` where nothing is sent anywhere.
    url: Option<Link>,
    /// Whether there is a field of that name.
    has: fn(&str) -> bool,
    /// What the fields are called, for the mend.
    names: &'static str,
    /// Further names that only a constant may have; those that end with `!` must be there.
    constants: &'static [&'static str],
}

const RECEIVERS: [Receiver; 10] = [
    receiver("hubspot", Some(Link::Receiver), is_of_hubspot, "a property's internal name, such as email or company")
        .with(&["subscriptionTypeId"]),
    receiver(
        "salesforce",
        Some(Link::Receiver),
        is_of_salesforce,
        "such as last_name, company, email, or 00N… for own ones",
    )
    .with(&["oid!"]),
    receiver("zoho", Some(Link::Receiver), is_of_zoho, "such as Last Name, Company, Email, or LEADCF1 for own ones")
        .with(&["xnQsjsdp!", "xmIwtLD!", "actionType", "returnURL"]),
    receiver("espocrm", Some(Link::Receiver), is_of_espocrm, "a field's name, such as lastName or emailAddress"),
    receiver("webhook-json", Some(Link::Receiver), is_any, ""),
    receiver("webhook-simple", Some(Link::Receiver), is_any, ""),
    receiver("form", Some(Link::Receiver), is_any, ""),
    receiver("mail", Some(Link::Mail), is_any, ""),
    receiver("copy", None, is_any, ""),
    receiver("data-layer", None, is_any, ""),
];

const fn receiver(id: &'static str, url: Option<Link>, has: fn(&str) -> bool, names: &'static str) -> Receiver {
    Receiver { id, url, has, names, constants: &[] }
}

impl Receiver {
    const fn with(mut self, constants: &'static [&'static str]) -> Self {
        self.constants = constants;
        self
    }
}

/// Looks at one destination.
pub(super) fn look(r: &Reader, notes: &mut Notes) {
    r.only(&KEYS);
    let id = r.text("type");
    let Some(receiver) = RECEIVERS.iter().find(|receiver| receiver.id == &*id) else {
        if !id.is_empty() {
            let ids = RECEIVERS.each_ref().map(|receiver| receiver.id).join(", ");
            r.fault("type", "is no kind of destination", &["one of: ", &ids].concat());
        }
        return;
    };
    match receiver.url {
        Some(kind) => {
            r.text("url");
            link(r, "url", kind, notes);
        }
        None if r.child("url").is_some() => {
            notes.warning(&r.path_to("url"), "has no effect: nothing is sent", "remove it")
        }
        None => {}
    }
    constants(r, receiver, notes);
    let Some(fields) = r.child("fields") else { return };
    for name in fields.keys() {
        let text = fields.text(name);
        if !(receiver.has)(name) {
            let reason = format!("`{}` has no field of this name", receiver.id);
            notes.error(&fields.path_to(name), &reason, &["write ", receiver.names].concat());
        }
        if !text.is_empty() && !is_of_leads(&text) {
            let mend = "write a name of lead/v1, such as contact.company, inquiry.message or diagnosis.score";
            notes.error(&fields.path_to(name), "is filled with nothing that a lead has", mend);
        } else if receiver.id == "data-layer" && !text.is_empty() && !FOR_DATA_LAYER.contains(&&*text) {
            let mend = ["write one of: ", &FOR_DATA_LAYER.join(", ")].concat();
            notes.error(&fields.path_to(name), "tells a tag manager who the respondent is", &mend);
        }
    }
}

/// Looks at the fields that are the same in every lead, such as the id of the organisation.
fn constants(r: &Reader, receiver: &Receiver, notes: &mut Notes) {
    let given = r.child("constants");
    for needed in receiver.constants.iter().filter_map(|name| name.strip_suffix('!')) {
        if given.as_ref().and_then(|given| given.child(needed)).is_none() {
            let place = r.path_to(&["constants.", needed].concat());
            notes.error(
                &place,
                "is missing, and without it no lead arrives",
                "copy it from the form that the CRM made",
            );
        }
    }
    let Some(given) = given else { return };
    for name in given.keys() {
        given.text(name);
        if !(receiver.has)(name) && !receiver.constants.iter().any(|known| known.trim_end_matches('!') == name) {
            let reason = format!("`{}` has no field of this name", receiver.id);
            notes.error(&given.path_to(name), &reason, &["write ", receiver.names].concat());
        }
    }
}

/// Whether a lead has something by this dotted name (`lead/v1`).
fn is_of_leads(path: &str) -> bool {
    let (head, rest) = path.split_once('.').unwrap_or((path, ""));
    match head {
        "schema" | "lead_id" | "created_at" | "attempt" | "test" => rest.is_empty(),
        "contact" => rest != "message" && FIELDS.contains(&rest),
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
