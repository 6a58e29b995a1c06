//! What a run and a lead belong to: the page without what campaigns append to links, and the widget on it. The loader has
//! the same rule in JavaScript (`tests/js/identity.test.js`), and both are held to one table.

#![allow(clippy::unwrap_used, reason = "a broken fixture has to fail the test")]

use std::collections::BTreeMap;

use leads::Identity;

/// Each an `address` and the `identity` of a widget there that has no id.
fn cases() -> Vec<BTreeMap<String, String>> {
    serde_json::from_str(include_str!("fixtures/identity.json")).unwrap()
}

#[test]
fn the_outbox_tells_pages_apart_as_the_loader_does() {
    let cases = cases();
    assert!(!cases.is_empty());
    for case in cases {
        let address = &case["address"];
        assert_eq!(Identity::parse(&format!("{address}#readiness")).as_str(), case["identity"], "{address}");
    }
}

#[test]
fn what_the_loader_names_is_taken_up_unchanged() {
    for case in cases() {
        assert_eq!(Identity::parse(&case["identity"]).as_str(), case["identity"]);
    }
}
