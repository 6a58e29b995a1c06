//! Arms of a comparison, days, benchmarks, and what is said of recipients.

use serde_json::{Value as Json, json};

use super::{check, destination};

#[test]
fn the_arms_of_a_comparison() {
    let label = |words: &str| json!({ "label": { "ready": words } });
    check(
        json!({ "variants": [{ "id": "a" }, { "id": "b", "weight": 3, "cta": label("B"), "lead": { "placement": "off" } }] }),
        &[],
    );
    check(json!({ "variants": [{ "id": "a" }] }), &["error variants: names one arm, so nothing is compared"]);
    check(json!({ "variants": { "a": 1 } }), &["error variants: must be a list"]);
    check(
        json!({ "variants": [{ "id": "a" }, { "id": "a", "cta": label("B") }] }),
        &["error variants[1].id: ids must differ, and `a` stands twice"],
    );
    check(
        json!({ "variants": [{ "id": "a", "weight": 0 }, { "weight": 2, "cta": label("B") }] }),
        &["error variants[0].weight: must be a whole number", "error variants[1].id: is missing"],
    );
    check(
        json!({ "variants": [{ "id": "a" }, { "id": "b", "cta": { "href": "/" }, "lead": { "placement": "top" } }] }),
        &[
            "error variants[1].cta.href: this key is not known",
            "error variants[1].lead.placement: is no place for the form",
            "warning variants[1]: changes nothing that `a` does not",
        ],
    );
    check(
        json!({ "variants": [{ "id": "a" }, { "id": "b", "pack": "executive" }] }),
        &[
            "warning variants[1].pack: has another diagnosis than `a`: their scores and levels follow other rules and cannot be compared",
        ],
    );
}

#[test]
fn what_is_said_of_recipients_is_checked_though_the_widget_does_not_read_it() {
    let of = |said: Json| {
        let mut config =
            destination(json!({ "type": "webhook-json", "url": "https://a.example/", "disclosure": said }));
        config["cta"] = json!({ "booking": { "href": "https://b.example/", "disclosure": said } });
        config
    };
    check(of(json!({ "recipient": "A Inc.", "country": "Japan", "measures": "A contract", "purpose": "b" })), &[]);
    check(
        of(json!({ "land": "Japan", "country": 81 })),
        &[
            "error cta.booking.disclosure.land: this key is not known",
            "error cta.booking.disclosure.country: must be a text",
            "error lead.destinations[0].disclosure.land: this key is not known",
            "error lead.destinations[0].disclosure.country: must be a text",
        ],
    );
}

#[test]
fn the_days_on_which_it_may_be_begun() {
    check(json!({ "from": "2026-12-01", "until": "2026-12-01" }), &[]);
    check(json!({ "from": "12/1", "until": "2026-02-30" }), &["error from: is no day", "error until: is no day"]);
    check(json!({ "from": 20261201 }), &["error from: must be a text"]);
    check(json!({ "from": "2026-12-02", "until": "2026-12-01" }), &["error until: is before the first day"]);
}

#[test]
fn a_benchmark_is_named_by_a_link_to_a_file() {
    check(json!({ "benchmark": "./others.json" }), &[]);
    check(json!({ "benchmark": "javascript:a()" }), &["error benchmark: is no link to a page"]);
    check(json!({ "benchmark": true }), &["error benchmark: must be a text"]);
}
