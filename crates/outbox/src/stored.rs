//! The stored form of a lead: its id, when it is due, and the record as text.
//!
//! Pages of version 0.1, which may be open beside this one, list due records by a number and change what they can read.
//! In this version the key of the index is therefore a list of one number, which they skip, and `state` is a text that
//! they read as a deleted lead without work to do. They can delete such a lead, but do nothing else with it.

use diagnosis::Value;
use leads::{LeadRecord, parse};
use serde::Serialize;

/// The value where version 0.1 looks for the state.
pub const LEFT_ALONE: &str = "v2 gone ";

/// The form in localStorage and in memory.
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

/// The record in a text, also one of version 0.1.
pub fn read(text: &str) -> Option<LeadRecord> {
    read_value(&parse(text)?)
}

/// Reads a parsed text, or an object that version 0.1 put into the database.
pub fn read_value(value: &Value) -> Option<LeadRecord> {
    match value.get("record") {
        Some(Value::Text(record)) => LeadRecord::from_json(record),
        _ => LeadRecord::from_legacy(value),
    }
}
