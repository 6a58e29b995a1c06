//! What each receiver is sent, kept in `snapshots/connectors.json` for people to hold against the vendors' documents.
//!
//! The bodies are those that the outbox sends, made by the same functions.
//!
//! Accept a change with `SHINDAN_BLESS=1 cargo test --test connectors`, then read the difference before committing it.

use std::fs;

use diagnosis::{Answers, Value, diagnose};
use leads::{
    BodyKind, Destination, DestinationSettings, DiagnosisSummary, ReplyVisibility, RequestBody, flatten, from_value,
    lead_from_json, lines, note, object, request_body, to_json,
};
use serde_json::json;

use crate::support::run::MINE;
use crate::support::{Json, answered, readiness};
use crate::{configured, settings};

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/connectors.json");
const BLESS: &str = "SHINDAN_BLESS=1 cargo test --test connectors";

/// A lead with everything that a lead can have.
fn lead() -> Json {
    let consent = |agreed: bool, text: &str| json!({ "agreed": agreed, "text": text, "version": "2026-11", "at": "2026-11-22T01:20:14Z" });
    json!({
        "schema": "lead/v1",
        "lead_id": "12345678-9abc-4ef0-9234-56789abcdef0",
        "created_at": "2026-11-22T01:20:14Z",
        "attempt": 1,
        "test": false,
        "contact": {
            "last_name": "山田", "first_name": "太郎", "email": "taro@example.jp", "phone": "03-1234-5678",
            "company": "株式会社サンプル", "title": "部長", "size": "10-49",
        },
        "inquiry": { "message": "相談したいです。\n火曜日の午後を希望します。" },
        "diagnosis": diagnosis(true),
        "attribution": {
            "landing_url": "https://shop.example/?utm_source=mail&gclid=G1", "page_url": "https://shop.example/ai",
            "page_title": "診断", "referrer": "https://search.example/",
            "utm": { "source": "mail", "campaign": "spring" }, "click_ids": { "gclid": "G1" }, "hutk": "0123",
        },
        "consent": { "privacy": consent(true, "同意します"), "marketing_email": consent(false, "お知らせを受け取る") },
        "antispam": { "elapsed_ms": 41_000, "honeypot": false, "suspect": false },
        "widget": { "version": "0.1.0", "locale": "ja" },
    })
}

/// The part `diagnosis` of a lead.
fn diagnosis(agreed_to_answers: bool) -> Json {
    let complete = answered(&readiness(), MINE);
    serde_json::to_value(DiagnosisSummary::new(&complete, &diagnose(&complete), agreed_to_answers)).unwrap()
}

/// A lead as the outbox reads it.
fn value(lead: &Json) -> Value {
    lead_from_json(&lead.to_string()).unwrap()
}

/// What a receiver gets of this lead: the kind of body, and the body.
fn sent(configured: &Json, lead: &Json) -> Json {
    let settings = settings(configured);
    let destination = Destination::new(&settings).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let lead = value(lead);
    let parts: Vec<String> = flatten(&lead).into_iter().map(|(name, _)| name).collect();
    let template = destination.template(&parts);
    let parsed = |text: String| serde_json::from_str::<Json>(&text).unwrap();
    let (kind, body) = match (request_body(&template, &lead), template.body) {
        (Some(RequestBody::Json(text)), _) => ("json", parsed(text)),
        (Some(RequestBody::PlainText(text)), _) => ("text", parsed(text)),
        (Some(RequestBody::UrlEncoded(pairs)), _) => ("form", json!(pairs)),
        (Some(RequestBody::Multipart(pairs)), _) => ("data", json!(pairs)),
        (None, BodyKind::DataLayer) => ("push", parsed(to_json(&object(&template, &lead)))),
        (None, _) => ("hand", json!(lines(&template, &lead))),
    };
    json!({ "kind": kind, "body": body })
}

#[test]
fn each_receiver_is_sent_what_the_snapshot_says() {
    let said = configured();
    let orders = said.as_array().unwrap().iter().map(|said| {
        let settings = settings(said);
        let visibility = Destination::new(&settings).unwrap().visibility();
        json!({ "configured": said, "visibility": visibility.map_or("hand", ReplyVisibility::id), "sent": sent(said, &lead()) })
    });
    let now = serde_json::to_string_pretty(&orders.collect::<Vec<_>>()).unwrap() + "\n";
    if std::env::var_os("SHINDAN_BLESS").is_some() {
        fs::write(SNAPSHOT, &now).unwrap();
    }
    let before =
        fs::read_to_string(SNAPSHOT).unwrap_or_else(|error| panic!("{SNAPSHOT}: {error}; write it with `{BLESS}`"));
    if before != now {
        let at = before.lines().zip(now.lines()).take_while(|(was, is)| was == is).count();
        let line = |text: &str| text.lines().nth(at).unwrap_or("nothing").trim().to_owned();
        let (was, is) = (line(&before), line(&now));
        panic!("snapshot line {}\n  was: {was}\n  now: {is}\nIf this is meant, accept it with `{BLESS}`.", at + 1);
    }
}

/// What a lead does not have takes no field, and leaves no gap in a list.
#[test]
fn a_lead_with_an_address_alone_fills_what_it_can() {
    let least = json!({
        "schema": "lead/v1", "lead_id": "1", "contact": { "email": "a@example.jp" }, "inquiry": {}, "diagnosis": diagnosis(false),
        "attribution": { "page_url": "https://a.example/" }, "consent": { "privacy": { "agreed": true, "text": "はい" } },
    });
    let body = sent(&configured()[0], &least)["body"].clone();
    assert_eq!(body["fields"], json!([{ "objectTypeId": "0-1", "name": "email", "value": "a@example.jp" }]));
    assert_eq!(body["context"], json!({ "pageUri": "https://a.example/" }), "without a cookie there is no hutk");
    let consent = json!({ "consent": { "consentToProcess": true, "text": "はい" } });
    assert_eq!(body["legalConsentOptions"], consent, "a consent that was not asked for is not sent");
    let salesforce = sent(&configured()[2], &least)["body"].clone();
    let wanted = json!([
        ["email", "a@example.jp"],
        ["description", note(&value(&least))],
        ["lead_source", "Web"],
        ["oid", "00D000000000001"]
    ]);
    assert_eq!(salesforce, wanted);
}

/// What a receiver would drop for its length is cut, at a character, and nothing else is.
#[test]
fn a_field_with_a_max_gets_no_more_characters() {
    let fields = json!({ "name": { "from": "contact.company", "max": 4 }, "phone": { "from": "contact.phone", "max": 40 },
        "email": "contact.email", "score": { "from": "diagnosis.score", "max": 1 } });
    for kind in ["form", "webhook-json"] {
        let body =
            sent(&json!({ "type": kind, "url": "https://x.example/", "fields": fields }), &lead())["body"].to_string();
        for (name, text) in
            [("name", "株式会社"), ("phone", "03-1234-5678"), ("email", "taro@example.jp"), ("score", "7")]
        {
            assert!(
                body.contains(&format!("\"{name}\":\"{text}\"")) || body.contains(&format!("[\"{name}\",\"{text}\"]")),
                "{kind}: {body}"
            );
        }
    }
    let hubspot = json!({ "type": "hubspot", "url": "https://api.hsforms.com/1", "fields": { "0-2/name": { "from": "contact.company", "max": 4 } } });
    assert_eq!(sent(&hubspot, &lead())["body"]["fields"][0]["value"], "株式会社");
    let list =
        json!({ "type": "hubspot", "url": "https://api.hsforms.com/1", "fields": { "gaps": "diagnosis.findings" } });
    let body = &sent(&list, &lead())["body"];
    assert!(body["fields"][0]["value"].is_string(), "a value of HubSpot is a text: {body}");

    let configured = settings(&hubspot);
    let stored = value(&serde_json::to_value(&configured).unwrap());
    assert_eq!(from_value::<DestinationSettings>(&stored).as_ref(), Some(&configured), "a stored lead keeps it");
    assert_eq!(configured.max, [("0-2/name".to_owned(), 4)]);
}

/// Salesforce drops a row with a longer text, and says nothing.
#[test]
fn salesforce_gets_no_more_characters_than_its_fields_keep() {
    let mut long = lead();
    long["contact"]["first_name"] = "太".repeat(50).into();
    long["contact"]["phone"] = format!("03-1234-5678（{}）", "内線".repeat(30)).into();
    let body = sent(&configured()[2], &long)["body"].clone();
    let text = |name: &str| {
        let pairs = body.as_array().unwrap().iter();
        let found = pairs.clone().find(|pair| pair[0] == name).unwrap_or_else(|| panic!("no {name} in {body}"));
        found[1].as_str().unwrap().to_owned()
    };
    assert_eq!(text("first_name"), "太".repeat(40));
    assert_eq!((text("phone").chars().count(), text("phone").starts_with("03-1234-5678（内線")), (40, true));
    let whole = sent(&json!({ "type": "webhook-json", "url": "https://x.example/" }), &long)["body"].to_string();
    assert!(whole.contains(&"太".repeat(50)) && whole.contains(&"内線".repeat(30)), "{whole}");
    let own = json!({ "type": "salesforce", "url": "https://webto.salesforce.com/", "constants": { "oid": "1" },
        "fields": { "first_name": { "from": "contact.first_name", "max": 10 } } });
    assert!(
        sent(&own, &long)["body"].to_string().contains(&format!("\"{}\"", "太".repeat(10))),
        "the owner's own maximum"
    );
}

/// Who goes back and says that there is no promoter was asked less than was answered.
#[test]
fn an_answer_to_a_question_that_was_left_out_later_is_not_sent() {
    let text =
        "purpose=met&involvement=met&measurement=met&security=met&expectation=met&authority=none&time=met&skill=ai";
    let complete = crate::support::complete(Answers::parse(readiness(), text));
    let summary = serde_json::to_value(DiagnosisSummary::new(&complete, &diagnose(&complete), true)).unwrap();
    assert_eq!(summary["answers"], json!(text.strip_suffix("&time=met&skill=ai").unwrap()));
}

#[test]
fn answers_travel_with_leave_only() {
    assert_eq!(diagnosis(true)["answers"], json!(MINE));
    let diagnosis = diagnosis(false);
    assert!(!diagnosis.to_string().contains("purpose=met"), "{diagnosis}");
    assert_eq!((&diagnosis["level"], &diagnosis["score"]), (&json!("nearly"), &json!(70)));
}

/// Whoever writes a constant or a field's name may write anything: it stays where it was put.
#[test]
fn odd_names_and_texts_stay_in_their_field() {
    let odd = "\"'`\\&=+%00?#;,.</script> {{1}}${x}=cmd() contact.email";
    for kind in ["webhook-json", "webhook-simple", "form"] {
        let configured = json!({ "type": kind, "url": "https://x.example/", "fields": { odd: "contact.email" }, "constants": { "x": odd } });
        let body = sent(&configured, &lead())["body"].to_string();
        for said in [odd, "taro@example.jp"] {
            assert!(body.contains(&json!(said).to_string()), "{kind}: {body}");
        }
    }
}

#[test]
fn tag_managers_hear_of_a_lead_and_not_of_whom() {
    let body =
        sent(&json!({ "type": "data-layer", "constants": { "value": "3000", "currency": "USD" } }), &lead())["body"]
            .clone();
    let id = "12345678-9abc-4ef0-9234-56789abcdef0";
    assert_eq!(
        body,
        json!({ "event": "generate_lead", "lead_id": id, "currency": "USD", "lead_source": "shindan", "value": 3000 })
    );
    let destination = json!({ "type": "data-layer", "fields": { "mail": "contact.email" } });
    assert_eq!(refused(&destination), "fields.mail: TellsTagManager");
}

/// The reason why a destination is refused; empty if it is not.
fn refused(configured: &Json) -> String {
    let settings = settings(configured);
    let Err(refusal) = Destination::new(&settings) else { return String::new() };
    format!("{}: {:?}", refusal.path, refusal.reason)
}

#[test]
fn what_cannot_be_used_is_refused_with_the_reason() {
    let form = |url: &str| refused(&json!({ "type": "form", "url": url }));
    for url in
        ["https://y.example/", "HTTPS://y.example", "http://localhost:1880/x", "http://127.0.0.1", "http://[::1]/"]
    {
        assert_eq!(form(url), "", "{url}");
    }
    for url in ["/lead", "javascript:alert(1)", "ftp://y.example", "httpſ://y", "https:///"] {
        assert_eq!(form(url), "url: NotReceiverAddress", "{url}");
    }
    for url in ["http://y.example/", "http://localhost.y.example/", "http://127.0.0.10/"] {
        assert_eq!(form(url), "url: NotEncrypted", "{url}");
    }
    assert_eq!(form(""), "url: AddressMissing");
    for url in ["https://x.example/?api_key=0123", "https://x.example/#?a=1&token=x", "https://me:pw@x.example/"] {
        assert_eq!(form(url), "url: SecretByLook", "{url}");
    }
    assert_eq!(form("https://x.example/?token="), "", "an empty one is none");
    assert_eq!(refused(&json!({ "type": "mail", "url": "https://a.example/" })), "url: NotMailAddress");
    assert_eq!(refused(&json!({ "type": "fax" })), "type: UnknownKind");
    assert_eq!(refused(&json!("form")), "type: UnknownKind");
    let oid = "constants.oid: ConstantMissing";
    assert_eq!(refused(&json!({ "type": "salesforce", "url": "https://z.example/" })), oid);
    let hook =
        |key: &str, pairs: Json| refused(&json!({ "type": "webhook-json", "url": "https://x.example/", key: pairs }));
    assert_eq!(hook("constants", json!({ "token": "x" })), "constants.token: SecretByName");
    assert_eq!(hook("constants", json!({ "x": "xoxb-0123456789012" })), "constants.x: SecretByLook");
    assert_eq!(hook("fields", json!({ "Api-Key": "lead_id" })), "fields.Api-Key: SecretByName");
    assert_eq!(hook("constants", json!({ "x": "sk-short" })), "", "a word that merely begins alike");
}
