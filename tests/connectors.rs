//! What each receiver is sent, kept in `snapshots/connectors.json` for people to hold against the vendors' documents; and
//! what its replies come to.
//!
//! Accept a change with `SHINDAN_BLESS=1 cargo test --test connectors`, then read the difference before committing it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking, and its functions are named for what they hold"
)]

mod support;

use std::fs;

use serde_json::json;
use shindan::domain::{Company, Email, Line, Message, Name, Phone};
use shindan::outbox::{
    Antispam, Attribution, Body, Consent, Contact, Destination, Diagnosis, Given, Lead, LeadId, Millis, Order, Outcome,
    PAYLOAD_MAX, Payload, Problem, Reply, Time, TooLarge, Tries, generate_lead, read_destinations,
};
use support::run::MINE;
use support::{Json, answered, readiness, value};

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/connectors.json");
const BLESS: &str = "SHINDAN_BLESS=1 cargo test --test connectors";

/// One destination of each kind, as owners write them, and one more where `fields` change the shape.
fn configured() -> Json {
    json!([
        { "type": "hubspot", "url": "https://api.hsforms.com/submissions/v3/integration/submit/1/5a9c0ad0",
          "constants": { "subscriptionTypeId": "999" } },
        { "type": "hubspot", "url": "https://api-eu1.hsforms.com/submissions/v3/integration/submit/1/5a9c0ad0",
          "fields": { "email": "contact.email", "0-2/name": "contact.company", "lead_id": "lead_id" } },
        { "type": "salesforce", "url": "https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8",
          "constants": { "oid": "00D000000000001", "lead_source": "Web" } },
        { "type": "zoho", "url": "https://crm.zoho.com/crm/WebToLeadForm", "constants": { "xnQsjsdp": "1f0c", "xmIwtLD": "2a3b" } },
        { "type": "espocrm", "url": "https://crm.example/api/v1/LeadCapture/1f0c" },
        { "type": "webhook-json", "url": "https://n8n.example/webhook/1f0c" },
        { "type": "webhook-json", "url": "http://127.0.0.1:1880/lead",
          "fields": { "id": "lead_id", "try": "attempt", "gaps": "diagnosis.findings", "from": "attribution.utm.utm_source" } },
        { "type": "webhook-simple", "url": "https://hooks.example/catch/1" },
        { "type": "form", "url": "https://form.example/handler" },
        { "type": "mail", "url": "mailto:sales@example.com" },
        { "type": "copy" },
        { "type": "data-layer", "fields": { "level": "diagnosis.level" }, "constants": { "value": "3000" } },
    ])
}

fn destinations(list: Json) -> Vec<Destination> {
    let (found, faults) = read_destinations(&value(&json!({ "lead": { "destinations": list } })));
    assert!(faults.0.is_empty(), "{faults}");
    found.into_iter().map(|(_, destination)| destination).collect()
}

fn one(destination: Json) -> Destination {
    destinations(json!([destination])).remove(0)
}

/// A lead with everything that a lead can have, and this in every text that a respondent types.
fn lead(typed: &str, agreed_to_answers: bool) -> Lead {
    let at = Time::from_millis(1_795_310_414_000);
    let shown = |text: &str| Given { text: text.to_owned(), version: "2026-11".to_owned(), at };
    let name = |text: &str| Name::new(&typed_or(typed, text)).ok();
    let landing = "https://shop.example/?utm_source=mail&utm_campaign=spring&gclid=G1&email=a%40b.jp";
    Lead {
        id: LeadId::new("12345678-9abc-4ef0-9234-56789abcdef0").unwrap(),
        created_at: at,
        test: false,
        contact: Contact {
            email: Email::new("taro@example.jp").unwrap(),
            last_name: name("山田"),
            first_name: name("太郎"),
            company: Company::new(&typed_or(typed, "株式会社サンプル")).ok(),
            phone: Phone::new("03-1234-5678").ok(),
            title: Line::new("部長").ok(),
            size: Line::new("10-49").ok(),
        },
        message: Message::new(&typed_or(typed, "相談したいです。\n火曜日の午後を希望します。")).ok(),
        diagnosis: Diagnosis::of(&answered(&readiness(), MINE), "70点です。", agreed_to_answers),
        attribution: Attribution::new(landing, "https://shop.example/ai#x", "診断", "https://search.example/", true)
            .with_hutk("0123"),
        privacy: shown("同意します"),
        marketing: Some(Consent { agreed: false, shown: shown("お知らせを受け取る") }),
        antispam: Antispam { elapsed: Millis(41_000), honeypot: false },
        version: "0.1.0".to_owned(),
        locale: "ja".to_owned(),
    }
}

fn typed_or(typed: &str, text: &str) -> String {
    if typed.is_empty() { text.to_owned() } else { typed.to_owned() }
}

fn payload(typed: &str) -> Payload {
    Payload::of(&lead(typed, true)).unwrap()
}

/// An order as JSON, with JSON bodies opened.
fn shown(order: Order) -> Json {
    match order {
        Order::Fetch(request) => json!({
            "url": request.url, "mode": format!("{:?}", request.mode), "headers": request.headers,
            "content_type": request.body.content_type(), "may_outlive_page": request.is_small(),
            "body": match request.body {
                Body::Json(text) | Body::Plain(text) => serde_json::from_str(&text).unwrap(),
                Body::UrlEncoded(text) => text.split('&').collect(),
                Body::FormData(pairs) => json!(pairs),
            },
        }),
        Order::Mail { href } => json!({ "mail": href }),
        Order::Copy { text } => json!({ "copy": text.lines().collect::<Vec<_>>() }),
        Order::Push { json } => json!({ "push": serde_json::from_str::<Json>(&json).unwrap() }),
    }
}

#[test]
fn each_receiver_is_sent_what_the_snapshot_says() {
    let said = configured();
    let orders = destinations(said.clone()).into_iter().zip(said.as_array().unwrap()).map(|(to, said)| {
        json!({ "configured": said, "sight": format!("{:?}", to.sight()), "order": shown(to.order(&payload(""), Tries::FIRST)) })
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

/// The values of one field of the receiver, decoded by other code than that which wrote them.
fn field(order: &Order, name: &str) -> Vec<String> {
    let Order::Fetch(request) = order else { panic!("{order:?}") };
    let undo = |text: &str| percent_decoded(&text.replace('+', " "));
    match &request.body {
        Body::Json(text) | Body::Plain(text) => {
            let json: Json = serde_json::from_str(text).unwrap();
            let of_list = json["fields"].as_array().into_iter().flatten().filter(|field| field["name"] == name);
            let values = of_list.map(|field| &field["value"]).chain(json.get(name));
            values.map(|value| value.as_str().unwrap().to_owned()).collect()
        }
        Body::UrlEncoded(text) => {
            let pairs = text.split('&').map(|pair| pair.split_once('=').unwrap());
            pairs.filter(|(key, _)| undo(key) == name).map(|(_, value)| undo(value).replace("\r\n", "\n")).collect()
        }
        Body::FormData(pairs) => pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect(),
    }
}

fn percent_decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(part[2..].bytes());
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn hostile_texts_stay_in_their_field() {
    let all = "\"'`\\&=+%00%0d%0a?#;,</script><!--]]>\n{{1}}${x}=cmd()\u{2028}👩‍💻\u{1F600}ﾊﾝｶｸ";
    let hostile = [all, "&oid=evil&retURL=//x", "\",\"lead_id\":\"0", "a\nb: c", "-->", &"😀".repeat(2_000)];
    for text in hostile {
        let typed = Message::new(text).unwrap().as_str().to_owned();
        let payload = payload(text);
        let fields = json!({ "x": "inquiry.message", "email": "contact.email" });
        for kind in ["hubspot", "espocrm", "webhook-json", "webhook-simple", "form"] {
            let to = one(json!({ "type": kind, "url": "https://x.example/", "fields": fields }));
            let order = to.order(&payload, Tries::FIRST);
            assert_eq!(field(&order, "x"), std::slice::from_ref(&typed), "{kind}");
            assert_eq!(field(&order, "email"), ["taro@example.jp"], "{kind}");
            let Order::Fetch(request) = order else { panic!() };
            if let Body::Json(body) | Body::Plain(body) | Body::UrlEncoded(body) = request.body {
                let is_clean = !body.contains("</") && !body.contains(['\n', '\r', '\u{2028}']);
                assert!(is_clean, "{kind}: {body}");
            }
        }
        let salesforce = json!({ "type": "salesforce", "url": "https://x.example/", "constants": { "oid": "00D" },
            "fields": { "description": "inquiry.message" } });
        let order = one(salesforce).order(&payload, Tries::FIRST);
        assert_eq!((field(&order, "description"), field(&order, "oid")), (vec![typed], vec!["00D".to_owned()]));
        assert!(field(&order, "retURL").is_empty());
        let mail = one(json!({ "type": "mail", "url": "mailto:a@example.com" })).order(&payload, Tries::FIRST);
        let Order::Mail { href } = mail else { panic!() };
        assert!(
            href.len() <= 2_000 && href.is_ascii() && href.matches('&').count() == 1 && !href.contains(['\n', ' '])
        );
        percent_decoded(href.split_once("body=").unwrap().1);
    }
}

#[test]
fn answers_travel_with_leave_only_and_sizes_are_bounded() {
    let begins = "purpose=met";
    assert!(payload("").at("diagnosis.answers").starts_with(begins));
    let without = Payload::of(&lead("", false)).unwrap();
    assert!(!shindan::outbox::json(without.value()).contains(begins));
    assert!(Payload::of(&lead(&"鬱".repeat(2_000), true)).is_ok(), "the limits of the form leave room");
    let mut long = lead("", true);
    long.privacy.text = "長".repeat(PAYLOAD_MAX);
    assert!(matches!(Payload::of(&long), Err(TooLarge(size)) if size > PAYLOAD_MAX));
}

#[test]
fn without_a_cookie_there_is_no_hutk() {
    let mut lead = lead("", true);
    lead.attribution = Attribution::new("", "https://a.example/", "", "", false).with_hutk("");
    let order = one(configured()[0].clone()).order(&Payload::of(&lead).unwrap(), Tries::FIRST);
    let context = &shown(order)["body"]["context"];
    assert_eq!(context, &json!({ "pageUri": "https://a.example/" }));
}

#[test]
fn tag_managers_hear_of_a_lead_and_not_of_whom() {
    let event: Json = serde_json::from_str(&generate_lead(&payload(""), Some("3000"), None)).unwrap();
    let id = "12345678-9abc-4ef0-9234-56789abcdef0";
    assert_eq!(event, json!({ "event": "generate_lead", "lead_id": id, "currency": "JPY", "value": 3000 }));
    let told = json!([{ "type": "data-layer", "fields": { "mail": "contact.email" } }]);
    assert_eq!(refused(told), ["lead.destinations[0].fields.mail: tells a tag manager who the respondent is"]);
}

fn refused(list: Json) -> Vec<String> {
    let (_, faults) = read_destinations(&value(&json!({ "lead": { "destinations": list } })));
    assert!(faults.0.iter().all(|fault| !fault.mend.is_empty()));
    faults.0.iter().map(|fault| format!("{}: {}", fault.path, fault.reason)).collect()
}

#[test]
fn what_cannot_be_used_is_refused_and_keeps_nothing_from_the_others() {
    let list = json!([
        { "type": "form", "url": "https://x.example/?api_key=0123" },
        { "type": "form", "url": "https://y.example/" },
        { "type": "salesforce", "url": "https://z.example/" },
        "form",
    ]);
    let (found, _) = read_destinations(&value(&json!({ "lead": { "destinations": list } })));
    assert_eq!(found.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["form-2"]);
    let said = refused(list);
    assert_eq!(said[0], "lead.destinations[0].url: looks like a secret");
    assert_eq!(said[1], "lead.destinations[2].constants.oid: is missing, and without it no lead arrives");
    assert!(said[2].starts_with("lead.destinations[3]: must be an object"), "{said:?}");
    let token = json!([{ "type": "webhook-json", "url": "https://x.example/", "constants": { "token": "x" } }]);
    assert_eq!(refused(token), ["lead.destinations[0].constants.token: is a secret, by its name"]);
}

fn status(code: u16, retry_after: Option<u64>, body: &str) -> Reply {
    Reply::Status { code, retry_after: retry_after.map(Millis::seconds), body: body.to_owned() }
}

fn later(seconds: u64) -> Outcome {
    Outcome::Later { asked: Millis::seconds(seconds) }
}

fn problem(code: &str) -> Outcome {
    Outcome::Misconfigured(Problem(code.to_owned()))
}

#[test]
fn replies_that_can_be_read() {
    let to = one(json!({ "type": "webhook-json", "url": "https://x.example/" }));
    for (reply, wanted) in [
        (status(200, None, "{}"), Outcome::Delivered),
        (status(204, None, ""), Outcome::Delivered),
        (status(200, None, "\u{feff}\n<!DOCTYPE html><title>Sign in"), later(0)),
        (status(200, None, "<HTML>"), later(0)),
        (status(408, None, ""), later(0)),
        (status(425, None, ""), later(0)),
        (status(429, None, "slow down"), later(10)),
        (status(429, Some(3), ""), later(10)),
        (status(429, Some(90), ""), later(90)),
        (status(500, None, ""), later(0)),
        (status(503, Some(120), ""), later(120)),
        (status(400, None, ""), Outcome::Rejected { parts: vec![] }),
        (status(422, None, ""), Outcome::Rejected { parts: vec![] }),
        (status(404, None, ""), problem("http_404")),
        (status(401, None, ""), problem("http_401")),
        (Reply::Failed, later(0)),
        (Reply::TimedOut, later(0)),
    ] {
        assert_eq!(to.outcome(&reply), wanted, "{reply:?}");
    }
    let simple = one(json!({ "type": "webhook-simple", "url": "https://x.example/" }));
    assert_eq!(simple.outcome(&status(200, None, "<html>thanks")), Outcome::Accepted);
}

#[test]
fn replies_of_hubspot() {
    let to = one(configured()[0].clone());
    let error = |message: &str, kind: &str| {
        status(400, None, &json!({ "errors": [{ "message": message, "errorType": kind }] }).to_string())
    };
    let typed = error("Error in 'fields.email'. Invalid email address", "INVALID_EMAIL");
    assert_eq!(to.outcome(&typed), Outcome::Rejected { parts: vec!["contact.email".to_owned()] });
    assert_eq!(to.outcome(&error("x", "FORM_HAS_RECAPTCHA_ENABLED")), problem("hubspot_FORM_HAS_RECAPTCHA_ENABLED"));
    assert_eq!(to.outcome(&error("x", "a@example.jp")), problem("hubspot_unknown"), "what a log must not hold");
    assert_eq!(to.outcome(&status(403, None, "no")), problem("hubspot_refused"));
    assert_eq!(to.outcome(&status(429, None, "too many")), later(10));
    assert_eq!(to.outcome(&status(200, None, "{\"inlineMessage\":\"\"}")), Outcome::Delivered);
}

#[test]
fn receivers_whose_reply_nobody_can_read() {
    for to in [one(configured()[2].clone()), one(json!({ "type": "form", "url": "https://x.example/" }))] {
        assert_eq!(to.outcome(&Reply::Opaque), Outcome::Unconfirmed);
        assert_eq!(to.outcome(&Reply::TimedOut), Outcome::Unconfirmed, "it may have arrived");
        assert_eq!(to.outcome(&Reply::Failed), later(0));
    }
}
