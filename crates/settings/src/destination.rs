//! One of `lead.destinations`: where leads go, and the reasons why one is not used.

use diagnosis::{Reader, Value};
use diagnostics::Code;
use leads::DestinationSettings;

use super::link::Link;
use super::read::{line, one_line, whole};
use super::secrets::{is_secret_text, secret_code};

/// The parts of a lead that may go to a tag manager; all others could identify the respondent.
const FOR_DATA_LAYER: [&str; 3] = ["lead_id", "diagnosis.score", "diagnosis.level"];

/// A kind of destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DestinationKind {
    /// Its name in configurations.
    pub id: &'static str,
    /// The kind of its address; `None` where nothing is sent anywhere.
    pub address: Option<Link>,
    /// The constants without which no lead arrives.
    pub needs: &'static [&'static str],
    /// Whether the outbox sends to it by itself; mail and copy are the respondent's doing, and the data layer gets no lead.
    pub is_sent: bool,
}

/// The largest `max` of a field, in characters: longer than anything that a lead says.
const MAX_OF_FIELD: u32 = 32_000;

/// Every kind of destination.
pub const DESTINATION_KINDS: [DestinationKind; 10] = [
    receiver("hubspot", &[]),
    receiver("salesforce", &["oid"]),
    receiver("zoho", &["xnQsjsdp", "xmIwtLD"]),
    receiver("espocrm", &[]),
    receiver("webhook-json", &[]),
    receiver("webhook-simple", &[]),
    receiver("form", &[]),
    DestinationKind { id: "mail", address: Some(Link::Mail), needs: &[], is_sent: false },
    DestinationKind { id: "copy", address: None, needs: &[], is_sent: false },
    DestinationKind { id: "data-layer", address: None, needs: &[], is_sent: false },
];

const fn receiver(id: &'static str, needs: &'static [&'static str]) -> DestinationKind {
    DestinationKind { id, address: Some(Link::Receiver), needs, is_sent: true }
}

/// The kind of that name.
pub fn destination_kind(id: &str) -> Option<DestinationKind> {
    DESTINATION_KINDS.into_iter().find(|kind| kind.id == id)
}

/// Reads one destination; `None`, with the reasons noted, where nothing may be sent to it: its kind or address is wrong,
/// a constant without which no lead arrives is missing, or it holds a secret or tells a tag manager who somebody is.
pub fn read_destination(r: &Reader) -> Option<DestinationSettings> {
    r.only(&["type", "url", "fields", "constants", "public"]);
    let Some(Value::Map(_)) = r.value() else { return None };
    let is_public = r.flag("public");
    let Some(id) = line(r, "type") else {
        if r.child("type").is_none() {
            r.report(r.error("type", Code::Missing));
        }
        return None;
    };
    let Some(kind) = destination_kind(&id) else {
        r.report(r.error("type", Code::UnknownReceiver).with_list(DESTINATION_KINDS.map(|kind| kind.id)));
        return None;
    };
    let mut is_usable = true;
    let url = read_address(r, kind, is_public, &mut is_usable);
    let fields = pairs(r, "fields", is_public, &mut is_usable);
    let max = maxima(r);
    let constants = pairs(r, "constants", is_public, &mut is_usable);
    for needed in kind.needs {
        if !constants.iter().any(|(name, text)| name == needed && !text.is_empty()) {
            r.report(r.error(&["constants.", needed].concat(), Code::ConstantMissing));
            is_usable = false;
        }
    }
    for (name, part) in fields.iter().filter(|_| kind.id == "data-layer") {
        if !FOR_DATA_LAYER.contains(&part.as_str()) {
            let diagnostic = r.error(&["fields.", name].concat(), Code::TellsTagManager);
            r.report(diagnostic.with_list(FOR_DATA_LAYER));
            is_usable = false;
        }
    }
    is_usable.then_some(DestinationSettings { kind: id, url, fields, max, constants, is_public })
}

fn read_address(r: &Reader, kind: DestinationKind, is_public: bool, is_usable: &mut bool) -> String {
    let Some(link) = kind.address else {
        if r.child("url").is_some() {
            r.report(diagnostics::Diagnostic::warning(Code::AddressUnused, r.path_to("url")));
        }
        return String::new();
    };
    let url = line(r, "url");
    let code = match &url {
        None if r.child("url").is_none() => Some(Code::Missing),
        None => None,
        Some(url) => link.fault(url).or(is_secret_text(url, is_public).then_some(Code::SecretByLook)),
    };
    if let Some(code) = code {
        r.report(r.error("url", code));
    }
    *is_usable &= url.is_some() && code.is_none();
    url.unwrap_or_default()
}

/// The texts of the object under `key` by their names; a secret makes the destination unusable, anything else that is wrong
/// costs its value.
fn pairs(r: &Reader, key: &str, is_public: bool, is_usable: &mut bool) -> Vec<(String, String)> {
    let Some(r) = r.child(key) else { return Vec::new() };
    let mut pairs = Vec::new();
    for name in r.keys() {
        let Some(value) = r.child(name).and_then(|place| place.value()) else {
            r.report(r.error(name, Code::Missing));
            continue;
        };
        if let Some(code) = secret_code(name, value, is_public) {
            r.report(r.error(name, code));
            *is_usable = false;
            continue;
        }
        let text = match value {
            // A fraction would bring the formatting of every number into the widget; between quotation marks it is a text.
            Value::Number(number) if number.fract() == 0.0 => Some((*number as i64).to_string()),
            Value::Map(_) if key == "fields" => mapped(&r, name),
            _ => line(&r, name),
        };
        pairs.extend(text.map(|text| (one_line(name), text.replace("utm.utm_", "utm."))));
    }
    pairs
}

/// What fills the field `name`, where that is written as `{ "from": …, "max": … }`.
fn mapped(fields: &Reader, name: &str) -> Option<String> {
    let r = fields.child(name)?;
    r.only(&["from", "max"]);
    if r.child("from").is_none() {
        r.report(r.error("from", Code::Missing));
    }
    line(&r, "from")
}

/// The most characters that the receiver keeps of its fields, by their names.
fn maxima(r: &Reader) -> Vec<(String, u32)> {
    let Some(fields) = r.child("fields").filter(is_object) else { return Vec::new() };
    let max = |name: &str| {
        let field = fields.child(name).filter(is_object)?;
        Some((one_line(name), whole(&field, "max", Code::NotWhole, 1, MAX_OF_FIELD)?))
    };
    fields.keys().into_iter().filter_map(max).collect()
}

fn is_object(r: &Reader) -> bool {
    matches!(r.value(), Some(Value::Map(_)))
}
