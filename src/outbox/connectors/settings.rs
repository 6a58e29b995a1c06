//! What an owner sets for a destination, read from the widget's configuration.
//!
//! Whether a value may stand there is judged by the linter of [`crate::domain`], in one place for the command and the page.

use super::Destination;
use crate::domain::{Fault, Faults, Id, Severity, Value, lint_destination};
use crate::outbox::payload::Payload;
use crate::outbox::retry::Tries;

/// What is set for one destination.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Its address; empty where nothing is sent.
    pub(super) url: String,
    /// The receiver's fields, each with the part of `lead/v1` that fills it; empty if the connector's own are used.
    fields: Vec<(String, String)>,
    /// The receiver's fields with a fixed text.
    constants: Vec<(String, String)>,
}

/// Reads `lead.destinations` of a configuration. A destination that cannot be used is left out and its faults are told, so
/// that it does not keep leads from the others.
///
/// Each gets a name under which the queue remembers it: its type, and from the second of a type on its number. So an owner
/// who mends the address of a destination still gets the leads that waited for it.
pub fn read_destinations(config: &Value) -> (Vec<(Id, Destination)>, Faults) {
    let mut found: Vec<(Id, Destination)> = Vec::new();
    let mut faults = Faults::default();
    let list = config.get("lead").and_then(|lead| lead.get("destinations"));
    let Some(Value::List(items)) = list else { return (found, faults) };
    let mut kinds: Vec<&str> = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let place = format!("lead.destinations[{i}]");
        // Also one that is refused counts, so that mending it does not rename its neighbours.
        let kind = item.get("type").map_or("", as_text);
        kinds.push(kind);
        let number = kinds.iter().filter(|other| **other == kind).count();
        let name = if number == 1 { kind.to_owned() } else { format!("{kind}-{number}") };
        match (read(item, &place), Id::new(&name)) {
            (Ok(destination), Some(id)) => found.push((id, destination)),
            (Ok(_), None) => {}
            (Err(mut more), _) => faults.0.append(&mut more),
        }
    }
    (found, faults)
}

fn read(item: &Value, place: &str) -> Result<Destination, Vec<Fault>> {
    let remarks = lint_destination(item).into_iter().filter(|remark| remark.severity == Severity::Error);
    let faults: Vec<Fault> = remarks.map(|remark| below(place, remark.fault)).collect();
    let settings = Settings {
        url: item.get("url").map_or("", as_text).trim().to_owned(),
        fields: pairs(item.get("fields")),
        constants: pairs(item.get("constants")),
    };
    let destination = item.get("type").and_then(|kind| Destination::new(as_text(kind), settings));
    destination.filter(|_| faults.is_empty()).ok_or(faults)
}

fn pairs(value: Option<&Value>) -> Vec<(String, String)> {
    let Some(Value::Map(entries)) = value else { return Vec::new() };
    entries.iter().map(|(name, value)| (name.clone(), as_text(value).to_owned())).collect()
}

fn below(place: &str, fault: Fault) -> Fault {
    let dot = if fault.path.is_empty() { "" } else { "." };
    Fault { path: [place, dot, &fault.path].concat(), ..fault }
}

fn as_text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

impl Settings {
    /// The receiver's fields of this lead: those that the owner set, else the connector's `own`; then the constants. Empty
    /// ones are left out.
    pub(super) fn filled(&self, own: &[(&str, &str)], lead: &Payload, tries: Tries) -> Vec<(String, String)> {
        let part = |path: &str| match path {
            _ if Payload::is_attempt(path) => tries.get().to_string(),
            NOTE => lead.note(),
            path => lead.at(path),
        };
        let mut pairs: Vec<(String, String)> = if self.fields.is_empty() {
            own.iter().map(|(name, path)| ((*name).to_owned(), part(path))).collect()
        } else {
            self.fields.iter().map(|(name, path)| (name.clone(), part(path))).collect()
        };
        pairs.retain(|(_, value)| !value.is_empty());
        pairs.extend(self.constants.iter().cloned());
        pairs
    }

    /// Whether the owner named the fields.
    pub(super) fn has_fields(&self) -> bool {
        !self.fields.is_empty()
    }

    /// The constant of this name.
    pub(super) fn constant(&self, name: &str) -> Option<&str> {
        self.constants.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The part of the lead that fills this field of the receiver.
    pub(super) fn part_of<'a>(&'a self, own: &[(&str, &'a str)], field: &str) -> Option<&'a str> {
        let of_owner = self.fields.iter().find(|(name, _)| name == field).map(|(_, path)| path.as_str());
        let of_own = own.iter().find(|(name, _)| *name == field).map(|(_, path)| *path);
        if self.has_fields() { of_owner } else { of_own }
    }
}

/// Stands for [`Payload::note`] where a connector fills a field of its own choice.
pub(super) const NOTE: &str = "note";
