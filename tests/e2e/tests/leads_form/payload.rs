//! What is handed over: no more than is shown, and only what was agreed to.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::FormPage;

/// Every leaf by its dotted name.
fn flat(value: &Value, path: &str, into: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(entries) => {
            for (name, inner) in entries {
                flat(inner, &format!("{path}.{name}"), into);
            }
        }
        Value::Array(_) | Value::Null => {}
        Value::String(text) => drop(into.insert(path.trim_start_matches('.').to_owned(), text.clone())),
        other => drop(into.insert(path.trim_start_matches('.').to_owned(), other.to_string())),
    }
}

#[tokio::test]
async fn what_can_be_unfolded_is_what_arrives() {
    let form_page = FormPage::with(json!({ "marketing": { "sender": "株式会社見本" } })).await;
    form_page.fills("company", "見本商会").await;
    form_page.fills("email", "taro@example.co.jp").await;
    form_page.ticks("marketing").await;
    form_page.presses("送信する内容をすべて見る").await;
    let shown = form_page.shows("the payload", |form| form.payload.contains_key("contact.email")).await.payload;
    form_page.ticks("privacy").await;
    form_page.submits().await;

    let mut arrived = BTreeMap::new();
    flat(&form_page.gets(1), "", &mut arrived);
    // Known only when it is sent.
    for late in ["attempt", "created_at", "antispam.elapsed_ms", "consent.privacy.at", "consent.marketing_email.at"] {
        assert!(arrived.remove(late).is_some(), "{late} is missing");
    }
    for (name, value) in &arrived {
        assert_eq!(shown.get(name), Some(value), "{name} was not shown so before: {shown:#?}");
    }
    assert_eq!(arrived["contact.company"], "見本商会");
    assert_eq!(arrived["diagnosis.score"], "100");
    assert_eq!(arrived["consent.marketing_email.agreed"], "true");
    assert!(arrived["consent.marketing_email.text"].contains("株式会社見本"), "{arrived:#?}");
    let extra: Vec<_> = shown.keys().filter(|name| !arrived.contains_key(*name)).collect();
    let known_later = ["created_at", "antispam.elapsed_ms", "consent.privacy.at", "consent.marketing_email.at"];
    let lists = ["diagnosis.caps", "diagnosis.findings"];
    assert!(extra.iter().all(|name| known_later.contains(&&***name) || lists.contains(&&***name)), "{extra:?}");
}

#[tokio::test]
async fn the_answers_travel_only_with_leave() {
    for ticked in [false, true] {
        let form_page = FormPage::with(json!({})).await;
        assert_eq!(form_page.content().await.value("answers"), "false", "no box is ticked beforehand");
        if ticked {
            form_page.ticks("answers").await;
        }
        form_page.sends().await;
        let lead = form_page.gets(1);
        let answers = lead["diagnosis"]["answers"].as_str().unwrap_or_default();
        assert_eq!(answers.contains("purpose=met"), ticked, "{lead:#}");
        assert!(!lead["diagnosis"]["content_hash"].as_str().unwrap_or_default().is_empty(), "{lead:#}");
    }
}

#[tokio::test]
async fn consent_is_stored_as_it_was_read() {
    let settings = json!({
        "purpose": "ご相談への回答に使います。",
        "privacy_href": "https://example.com/privacy",
        "privacy_version": "2026-04",
        "marketing": { "sender": "株式会社見本", "text": "月に一度のお便りを受け取る" },
    });
    let form_page = FormPage::with(settings).await;
    let form = form_page.content().await;
    assert_eq!(form.value("marketing"), "false");
    assert!(form.field("marketing").label.contains("月に一度のお便りを受け取る"), "{form:#?}");
    assert!(form.field("marketing").label.contains("株式会社見本"), "the sender stands beside it: {form:#?}");
    assert!(!form.field("marketing").required, "{form:#?}");
    form_page.sends().await;
    let consent = &form_page.gets(1)["consent"];
    assert_eq!(consent["privacy"]["agreed"], true);
    assert_eq!(consent["privacy"]["version"], "2026-04");
    let text = consent["privacy"]["text"].as_str().unwrap_or_default();
    assert!(text.contains("ご相談への回答に使います。") && text.contains("https://example.com/privacy"), "{text}");
    assert_eq!(consent["marketing_email"]["agreed"], false);
}

#[tokio::test]
async fn what_only_a_program_fills_in_marks_the_lead() {
    let form_page = FormPage::with(json!({})).await;
    let trap = "const trap = document.querySelector('shindan-widget').shadowRoot.querySelector('.trap input');
        trap.value = 'https://example.com';
        const { width, height } = trap.closest('.trap').getBoundingClientRect();
        return [trap.tabIndex, width <= 1 && height <= 1, trap.closest('[aria-hidden=true]') !== null]";
    let (tab, is_small, is_hidden): (i32, bool, bool) = form_page.browser.script(trap, vec![]).await;
    assert_eq!((tab, is_small, is_hidden), (-1, true, true), "no person and no screen reader comes to it");
    form_page.sends().await;
    let antispam = &form_page.gets(1)["antispam"];
    assert_eq!((&antispam["honeypot"], &antispam["suspect"]), (&json!(true), &json!(true)), "marked, not dropped");
}
