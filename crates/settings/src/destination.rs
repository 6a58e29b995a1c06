//! One of `lead.destinations`: where leads go, and the reasons why one is not used.

use diagnosis::{Reader, Value};
use diagnostics::{Code, Diagnostic};
use leads::{
    DESTINATION_KINDS, DestinationKind, DestinationSettings, PARTS_FOR_TAG_MANAGERS, Refusal, RefusalReason,
    destination_kind, refusals,
};

use super::read::{line, one_line, whole};

/// The largest `max` of a field, in characters: longer than anything that a lead says.
const MAX_OF_FIELD: u32 = 32_000;

/// Reads one destination; `None`, with the reasons noted, where nothing may be sent to it: its kind or address is wrong,
/// a constant without which no lead arrives is missing, or it holds a secret or tells a tag manager who somebody is.
pub fn read_destination(r: &Reader) -> Option<DestinationSettings> {
    r.only(&["type", "url", "fields", "constants", "public", "disclosure"]);
    let Some(Value::Map(_)) = r.value() else { return None };
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
    let url = read_address(r, kind);
    let settings = DestinationSettings {
        kind: id,
        url: url.unwrap_or_default(),
        fields: pairs(r, "fields"),
        max: maxima(r),
        constants: pairs(r, "constants"),
        is_public: r.flag("public"),
    };
    let refusals = refusals(&settings);
    for Refusal { path, reason } in &refusals {
        let diagnostic = r.error(path, code_of(*reason));
        // What is there and no text has been reported already.
        match reason {
            RefusalReason::AddressMissing if r.child("url").is_some() => {}
            RefusalReason::TellsTagManager => r.report(diagnostic.with_list(PARTS_FOR_TAG_MANAGERS)),
            _ => r.report(diagnostic),
        }
    }
    refusals.is_empty().then_some(settings)
}

fn code_of(reason: RefusalReason) -> Code {
    match reason {
        RefusalReason::UnknownKind => Code::UnknownReceiver,
        RefusalReason::AddressMissing => Code::Missing,
        RefusalReason::NotReceiverAddress => Code::NotReceiverAddress,
        RefusalReason::NotEncrypted => Code::NotEncrypted,
        RefusalReason::NotMailAddress => Code::NotMailAddress,
        RefusalReason::SecretByLook => Code::SecretByLook,
        RefusalReason::SecretByName => Code::SecretByName,
        RefusalReason::ConstantMissing => Code::ConstantMissing,
        RefusalReason::TellsTagManager => Code::TellsTagManager,
    }
}

fn read_address(r: &Reader, kind: DestinationKind) -> Option<String> {
    if kind.address.is_some() {
        return line(r, "url");
    }
    if r.child("url").is_some() {
        r.report(Diagnostic::warning(Code::AddressUnused, r.path_to("url")));
    }
    None
}

/// The texts of the object under `key`, by name; an invalid value is skipped.
fn pairs(r: &Reader, key: &str) -> Vec<(String, String)> {
    let Some(r) = r.child(key) else { return Vec::new() };
    let mut pairs = Vec::new();
    for name in r.keys() {
        let Some(value) = r.child(name).and_then(|place| place.value()) else {
            r.report(r.error(name, Code::Missing));
            continue;
        };
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
