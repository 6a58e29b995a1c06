//! The table says what is sent, to whom, when and why, and marks what only the owner can know.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::rc::Rc;

use diagnosis::{Pack, Value};
use disclosure::{Row, disclosure, to_html, to_text};
use serde_json::{Value as Json, json};

fn rows(config: &Json, lang: &str) -> Vec<Row> {
    let value = |json: &str| serde_json::from_str::<Value>(json).unwrap();
    let pack = Pack::read(&value(include_str!("../../../packs/readiness.ja.json"))).unwrap();
    disclosure(&value(&config.to_string()), Some(&Rc::new(pack)), lang)
}

fn to(destinations: Json) -> Json {
    json!({ "lead": { "purpose": "To answer inquiries", "destinations": destinations } })
}

#[test]
fn a_receiver_that_gets_the_whole_lead_is_told_of_with_every_part_and_condition() {
    let rows = rows(&to(json!([{ "type": "webhook-json", "url": "https://hooks.example.jp/a?b=c" }])), "en");
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!((row.recipient.as_str(), row.purpose.as_deref()), ("hooks.example.jp", Some("To answer inquiries")));
    assert!(row.when.starts_with("when the respondent agrees in the form"));
    let [always, answers, measuring] = &row.sent[..] else { panic!("{:?}", row.sent) };
    for part in ["E-mail", "Company", "Score", "Consent text", "Campaign parameters (utm_…)", "Possible spam"] {
        assert!(always.contains(part), "{part} is not in {always}");
    }
    assert!(!always.contains("Job title"), "the form does not ask for it: {always}");
    assert_eq!(answers, "only if the respondent chooses to include the answers: Answers");
    assert!(measuring.contains("Click IDs of advertisers") && measuring.contains("HubSpot visitor ID"), "{measuring}");
}

#[test]
fn an_arm_that_shows_a_form_is_listed_also_where_the_page_has_none() {
    let config = |placement: &str| {
        let mut config = to(json!([{ "type": "webhook-json", "url": "https://hooks.example/" }]));
        config["lead"]["placement"] = json!("off");
        config["variants"] = json!([{ "id": "a" }, { "id": "b", "lead": { "placement": placement } }]);
        config
    };
    assert_eq!(rows(&config("off"), "en").len(), 0);
    assert_eq!(rows(&config("before"), "en").len(), 1);
}

#[test]
fn a_receiver_with_fields_gets_those_alone() {
    let hubspot = json!({ "type": "hubspot", "url": "https://api.hsforms.com/submissions/v3/integration/submit/1/2" });
    let form = json!({ "type": "form", "url": "https://form.example/", "fields": { "m": "contact.email", "n": { "from": "note", "max": 255 } } });
    let rows = rows(&to(json!([hubspot, form])), "en");
    let [hubspot, form] = &rows[..] else { panic!("{rows:?}") };
    assert!(hubspot.sent[0].contains("E-mail") && !hubspot.sent.concat().contains("Score"), "{:?}", hubspot.sent);
    assert!(hubspot.sent.iter().any(|line| line.contains("HubSpot visitor ID")));
    let sent = form.sent.join("\n");
    assert!(sent.contains("E-mail") && sent.contains("Score") && !sent.contains("Company"), "{sent}");
    assert!(!sent.contains("Answers"), "the text for people does not have them: {sent}");
}

#[test]
fn what_the_owner_filled_in_stands_there_and_what_is_missing_is_marked() {
    let disclosure = json!({ "recipient": "Example Inc.", "country": "米国", "measures": "契約による保護", "purpose": "問い合わせの管理" });
    let hook =
        |disclosure: Json| json!({ "type": "webhook-json", "url": "https://hooks.example/", "disclosure": disclosure });
    let text = to_text(&rows(&to(json!([hook(disclosure)])), "ja"), "ja");
    for line in [
        "送信先：Example Inc. (hooks.example)",
        "利用目的：問い合わせの管理",
        "国と、保護のための措置：米国\n  措置：契約による保護",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    assert!(!text.contains("【ご記入ください】") && text.contains("法律上の助言ではありません"), "{text}");
    let text = to_text(&rows(&to(json!([hook(json!({}))])), "en"), "en");
    assert!(text.contains("Country and safeguards: [please fill in]") && text.contains("is no legal advice"), "{text}");
}

#[test]
fn a_tag_manager_a_booking_and_a_file_of_another_site_are_told_of_too() {
    let config = json!({
        "cta": { "campaign": true, "context": true,
            "booking": { "href": "https://calendly.com/a", "frame": true, "disclosure": { "country": "US" } } },
        "benchmark": "https://numbers.example/a.json",
        "lead": { "destinations": [{ "type": "data-layer", "fields": { "score": "diagnosis.score" } }, { "type": "copy" }] },
    });
    let rows = rows(&config, "en");
    let [layer, booking, file] = &rows[..] else { panic!("{rows:?}") };
    assert!(layer.recipient.contains("dataLayer") && layer.sent[0].contains("Score") && layer.purpose.is_none());
    assert_eq!(
        (booking.recipient.as_str(), booking.country.as_deref(), booking.sent.len()),
        ("calendly.com", Some("US"), 3)
    );
    assert!(booking.when.contains("booking page opens"));
    assert_eq!(file.recipient, "numbers.example");
}

#[test]
fn without_any_recipient_it_says_so() {
    for config in [
        json!({}),
        json!({ "lead": { "placement": "off", "destinations": [{ "type": "webhook-json", "url": "https://a.example/" }] } }),
    ] {
        let rows = rows(&config, "en");
        assert_eq!(rows, []);
        assert!(to_text(&rows, "en").contains("no answers, results or contact details are sent to anyone"));
        assert!(!to_html(&rows, "en").contains("<table>"));
    }
}

#[test]
fn what_the_owner_wrote_is_text_in_the_page() {
    let disclosure = json!({ "recipient": "<script>a()</script>", "purpose": "--> & \"b\"" });
    let config = to(json!([{ "type": "webhook-json", "url": "https://hooks.example/", "disclosure": disclosure }]));
    let html = to_html(&rows(&config, "en"), "en");
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"), "{html}");
    assert_eq!(html.matches("-->").count(), 1, "the one comment alone ends: {html}");
}
