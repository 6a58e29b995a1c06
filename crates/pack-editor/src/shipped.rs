//! Shipped packs, for the tests of this crate.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use diagnosis::Value;

use crate::draft::Draft;

/// The pack of that file.
pub(crate) fn shipped(name: &str) -> Value {
    let path = format!("{}/../../packs/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The main one in both languages.
pub(crate) fn readiness() -> Draft {
    let mut draft = Draft::of(shipped("readiness.ja"));
    draft.add_translation(shipped("readiness.en")).unwrap();
    draft
}
