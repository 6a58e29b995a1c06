//! The draft of a tab as text: JSON of `since` and `values`, and of `sent` and `run`.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::lead_object::parse;
use crate::ui::lead_form::Draft;

/// The draft in that text; an empty one if it holds none.
pub(super) fn read(text: &str) -> Draft {
    let Some(object) = parse(text) else {
        return Draft::default();
    };
    Draft {
        since_ms: object.number("since"),
        values: object.inner("values").map(|values| values.inputs()).unwrap_or_default(),
        sent: object.text("sent").zip(object.text("run")),
    }
}

/// The text of a draft; empty for an empty one.
pub(super) fn write(draft: &Draft) -> String {
    if *draft == Draft::default() {
        return String::new();
    }
    serde_json::to_string(&Written(draft)).unwrap_or_default()
}

struct Written<'d>(&'d Draft);

struct Values<'d>(&'d Draft);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Draft { since_ms, values, sent } = self.0;
        let mut map = serializer.serialize_map(None)?;
        if let Some(since) = since_ms {
            // Whole milliseconds: a number with a fraction costs the wasm a page of code.
            map.serialize_entry("since", &(*since as u64))?;
        }
        if !values.is_empty() {
            map.serialize_entry("values", &Values(self.0))?;
        }
        if let Some((id, run)) = sent {
            map.serialize_entry("sent", id)?;
            map.serialize_entry("run", run)?;
        }
        map.end()
    }
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.values.iter().map(|(field, text)| (field.id(), text)))
    }
}
