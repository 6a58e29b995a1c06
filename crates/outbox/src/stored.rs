//! What a store holds of a lead: its id, when it has to be looked at again, and the record as text.
//!
//! Pages of version 0.1, which may be open beside this one, list what is due by a number and change what they can read. So
//! the key of the index is a list of one number here, which they pass over, and `state` is a text that they read as a lead
//! that is gone, with nothing to be done. They can delete such a lead, and do nothing else with it.

use diagnosis::Value;
use leads::{LeadRecord, parse};
use serde::Serialize;

/// Stands where version 0.1 looks for the state.
pub const LEFT_ALONE: &str = "v2 gone ";

/// The form in localStorage, and in memory.
#[derive(Serialize)]
struct Envelope {
    id: String,
    state: String,
    record: String,
}

/// The text for a record.
pub fn write(record: &LeadRecord) -> String {
    let envelope = Envelope { id: record.id().to_owned(), state: LEFT_ALONE.to_owned(), record: record.to_json() };
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// The record that a text holds, also one of version 0.1.
pub fn read(text: &str) -> Option<LeadRecord> {
    read_value(&parse(text)?)
}

/// Reads a parsed text, or an object of version 0.1 in the database.
pub fn read_value(value: &Value) -> Option<LeadRecord> {
    match value.get("record") {
        Some(Value::Text(record)) => LeadRecord::from_json(record),
        _ => LeadRecord::from_legacy(value),
    }
}
