//! Each connector against a server that behaves as its vendor documents: what a browser asks first, what it sends, and
//! what the respondent then reads.
//!
//! `vendors.json` has the documented shapes, each with its source. A body that is no object (form data) is read into one.

use e2e::{Page, needs};
use serde_json::{Map, Value, json};
use xtask::site::{Arrival, Receiver, ScriptedResponse};

use crate::LeadPage;

/// What the respondent types, by the names of the inputs.
const TYPED: [(&str, &str); 6] = [
    ("last_name", "試験"),
    ("first_name", "太郎"),
    ("company", "株式会社見本"),
    ("email", "taro@example.co.jp"),
    ("phone", "03-1234-5678"),
    ("message", "火曜日の午後に & 「10%」"),
];

/// A vendor's receiver that does this, with these constants in the destination.
async fn submits_to(kind: &str, path: &str, constants: Value, response: ScriptedResponse) -> LeadPage {
    let receiver = Receiver::start().expect("a port is free");
    receiver.does([response]);
    let to = json!({ "type": kind, "url": receiver.url(path), "constants": constants });
    let config = json!({ "lead": {
        "fields": TYPED.map(|(name, _)| name),
        "marketing": { "sender": "株式会社見本" },
        "contact": { "mail": "desk@example.co.jp" },
        "destinations": [to],
    } });
    let body =
        format!("<shindan-widget cta-href='/a'><script type='application/json'>{config}</script></shindan-widget>");
    let lead_page = LeadPage::of(receiver, "", &[], |_| Page::with(&body)).await.comes_to_the_result().await;
    for (name, text) in TYPED {
        lead_page.browser.widget().presses_on(&format!("[name={name}]")).await;
        lead_page.browser.devtools("Input.insertText", json!({ "text": text })).await;
    }
    lead_page.browser.widget().presses_on("label:has([name=privacy])").await;
    lead_page.browser.widget().presses_on("[part~=submit]").await;
    lead_page
}

/// The only lead that came, as the object that the vendor's documents speak of; it has that shape.
fn taken(lead_page: &LeadPage, kind: &str) -> Map<String, Value> {
    let all = lead_page.arrivals();
    let [arrival] = &all[..] else { panic!("one lead is to come, not {all:#?}") };
    let vendors: Value = serde_json::from_str(include_str!("vendors.json")).expect("it is JSON");
    let vendor = &vendors[kind];
    let body = read(arrival, vendor["content_type"].as_str().expect("each vendor wants one"));
    let validator = jsonschema::validator_for(&vendor["body"]).expect("it is a schema");
    let wrong: Vec<String> =
        validator.iter_errors(&body).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{kind} takes no {body:#}: {wrong:#?}");
    if let Some(accept) = vendor["accept"].as_str() {
        assert_eq!(arrival.header("accept"), Some(accept));
    }
    let Value::Object(body) = body else { panic!("a lead is an object") };
    body
}

/// A body of that content type as an object; a name that comes twice is none.
fn read(arrival: &Arrival, content_type: &str) -> Value {
    let header = arrival.header("content-type").expect("a body has a type");
    assert_eq!(header.split(';').next(), Some(content_type), "{header}");
    let text = arrival.body.as_deref().expect("it came to its end");
    let pairs: Vec<(String, String)> = match content_type {
        "application/json" => return serde_json::from_str(text).expect("it is JSON"),
        "multipart/form-data" => parts(text, header.split_once("boundary=").expect("it has parts").1),
        _ => url::form_urlencoded::parse(text.as_bytes()).into_owned().collect(),
    };
    let mut object = Map::new();
    for (name, value) in pairs {
        assert!(object.insert(name.clone(), value.into()).is_none(), "{name} comes twice");
    }
    object.into()
}

/// The parts of form data.
fn parts(text: &str, boundary: &str) -> Vec<(String, String)> {
    let part = |part: &str| {
        let (head, value) = part.split_once("\r\n\r\n")?;
        let name = head.split_once("name=\"")?.1.split_once('"')?.0;
        Some((name.to_owned(), value.trim_end_matches("\r\n").to_owned()))
    };
    text.split(&format!("--{boundary}")).filter_map(part).collect()
}

/// Whether these fields hold what was typed; the last of them holds the message and the diagnosis.
fn holds(body: &Map<String, Value>, names: [&str; 6]) {
    for ((_, typed), name) in TYPED.iter().zip(names) {
        let text = body.get(name).and_then(Value::as_str).unwrap_or_else(|| panic!("{name} is not in {body:#?}"));
        assert!(
            text == *typed || name == names[5] && text.starts_with(typed) && text.contains("lead_id: "),
            "{name}: {text}"
        );
    }
}

/// What the browser asked before it sent, as the headers that it wanted leave for.
fn asked(lead_page: &LeadPage) -> Option<String> {
    let question = lead_page.receiver.arrivals().into_iter().find(|one| one.method == "OPTIONS")?;
    Some(question.header("access-control-request-headers").unwrap_or_default().to_owned())
}

#[tokio::test]
async fn hubspot_gets_what_its_schema_says_and_is_asked_first() {
    needs!(DevTools);
    let reply = ScriptedResponse::takes().body(r#"{"inlineMessage":"Thanks"}"#);
    let path = "submissions/v3/integration/submit/1234567/9d6a1f4e-0c3b-4b8e-9c0a-1a2b3c4d5e6f";
    let lead_page = submits_to("hubspot", path, json!({ "subscriptionTypeId": "999" }), reply).await;
    lead_page.reads("送信が完了しました").await;
    assert_eq!(asked(&lead_page).as_deref(), Some("content-type"));
    let body = taken(&lead_page, "hubspot");
    let fields = body["fields"].as_array().expect("it has fields");
    let named: Map<String, Value> =
        fields.iter().map(|field| (field["name"].as_str().expect("text").to_owned(), field["value"].clone())).collect();
    for (name, typed) in [
        ("lastname", TYPED[0].1),
        ("firstname", TYPED[1].1),
        ("company", TYPED[2].1),
        ("email", TYPED[3].1),
        ("phone", TYPED[4].1),
    ] {
        assert_eq!(named[name], typed);
    }
    assert_eq!(body["legalConsentOptions"]["consent"]["communications"][0]["value"], false, "nobody ticked it");
}

#[tokio::test]
async fn an_input_that_hubspot_refuses_is_named() {
    needs!(DevTools);
    let reply = r#"{"status":"error","message":"The request is not valid","errors":[
        {"message":"Error in 'fields.email'. Invalid email address","errorType":"INVALID_EMAIL"}]}"#;
    let lead_page = submits_to("hubspot", "submit/1/2", json!({}), ScriptedResponse::answers(400).body(reply)).await;
    let status = lead_page.reads("受け付けられませんでした").await;
    assert!(status.text.contains("メールアドレス"), "{status:?}");
}

#[tokio::test]
async fn salesforce_gets_a_form_without_a_question_and_nobody_claims_to_know() {
    needs!(DevTools);
    let constants = json!({ "oid": "00D000000000001", "lead_source": "Web" });
    let response = ScriptedResponse::takes().without_cors().says("Content-Type", "text/html");
    let lead_page = submits_to("salesforce", "servlet/servlet.WebToLead?encoding=UTF-8", constants, response).await;
    lead_page.reads("自動では確認できない").await;
    assert_eq!(asked(&lead_page), None, "a form needs no leave");
    holds(&taken(&lead_page, "salesforce"), ["last_name", "first_name", "company", "email", "phone", "description"]);
}

#[tokio::test]
async fn zoho_gets_form_data_once_whether_or_not_it_lets_pages_read_its_reply() {
    needs!(DevTools);
    for response in [ScriptedResponse::takes(), ScriptedResponse::takes().without_cors()] {
        let constants = json!({ "xnQsjsdp": "1f0c", "xmIwtLD": "2a3b" });
        let lead_page = submits_to("zoho", "crm/WebToLeadForm", constants, response).await;
        lead_page.reads("自動では確認できない").await;
        assert_eq!(asked(&lead_page), None, "form data needs no leave");
        holds(&taken(&lead_page, "zoho"), ["Last Name", "First Name", "Company", "Email", "Phone", "Description"]);
    }
}

#[tokio::test]
async fn espocrm_gets_the_headers_that_it_wants_and_no_other() {
    needs!(DevTools);
    let lead_page =
        submits_to("espocrm", "api/v1/LeadCapture/1f0c", json!({}), ScriptedResponse::takes().body("true")).await;
    lead_page.reads("送信が完了しました").await;
    assert_eq!(asked(&lead_page).as_deref(), Some("content-type"), "it gives leave for Content-Type and Accept alone");
    let names = ["lastName", "firstName", "accountName", "emailAddress", "phoneNumber", "description"];
    holds(&taken(&lead_page, "espocrm"), names);
}

#[tokio::test]
async fn a_hook_that_gives_no_leave_gets_plain_text() {
    needs!(DevTools);
    let hook = || ScriptedResponse::takes().without_permission().body(r#"{"status":"success"}"#);
    let lead_page = submits_to("webhook-simple", "hooks/catch/1/2", json!({}), hook()).await;
    lead_page.reads("送信が完了しました").await;
    assert_eq!(asked(&lead_page), None, "plain text needs no leave");
    let all = lead_page.arrivals();
    assert!(all[0].header("content-type").is_some_and(|kind| kind.starts_with("text/plain")), "{all:#?}");
    let lead: Value = serde_json::from_str(all[0].body.as_deref().expect("it came")).expect("it is JSON");
    assert_eq!((&lead["schema"], &lead["contact"]["email"]), (&json!("lead/v1"), &json!(TYPED[3].1)));

    let lead_page = submits_to("webhook-json", "hooks/catch/1/2", json!({}), hook()).await;
    lead_page.reads("自動でもう一度送信します").await;
    assert_eq!(asked(&lead_page).as_deref(), Some("content-type"));
    assert!(lead_page.arrivals().is_empty(), "JSON does not get there: that is what the simple type is for");
}

#[tokio::test]
async fn a_script_that_answers_from_elsewhere_is_followed() {
    needs!(DevTools);
    let moved = ScriptedResponse::answers(302).storing().says("Location", "/macros/echo?user_content_key=1").body("");
    let lead_page = submits_to("webhook-simple", "macros/s/1f0c/exec", json!({}), moved).await;
    let status = lead_page.reads("送信が完了しました").await;
    lead_page.has_one(&status);
    let echo = lead_page.receiver.arrivals().into_iter().find(|one| one.method == "GET").expect("it is followed");
    assert_eq!(echo.target, "/macros/echo?user_content_key=1");
}

#[tokio::test]
async fn a_form_handler_gets_every_name_with_dots() {
    needs!(DevTools);
    let lead_page =
        submits_to("form", "l/1/handler", json!({ "campaign": "春" }), ScriptedResponse::takes().without_cors()).await;
    lead_page.reads("自動では確認できない").await;
    let all = lead_page.arrivals();
    let body = read(&all[0], "application/x-www-form-urlencoded");
    assert_eq!(
        (&body["contact.email"], &body["campaign"], &body["schema"]),
        (&json!(TYPED[3].1), &json!("春"), &json!("lead/v1"))
    );
}
