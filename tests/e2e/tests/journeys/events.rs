//! What the host page hears.

use e2e::rules::{Answers, CHECKLIST};
use serde_json::{Value, json};

use crate::on_a_page;

#[tokio::test]
async fn a_run_is_told_in_order_and_never_says_an_answer() {
    let (_site, browser) = on_a_page("<shindan-widget cta-href='#consultation'></shindan-widget>").await;
    let widget = browser.widget();
    widget.is_live().await;
    let answers =
        Answers { checklist: ["met", "partly", "unmet", "unknown", "met"], time: "partly", ..Answers::all_met() };
    let expected = answers.expected();
    widget.answers_all(&answers).await;
    browser.hears("complete").await;
    widget.presses_on("[part~=cta]").await;
    browser.hears("cta").await;

    let mut names = vec!["ready", "start"];
    names.extend(["answer"; 8]);
    names.extend(["complete", "cta"]);
    assert_eq!(browser.event_names(0).await, names);

    let events = browser.events().await;
    assert!(events.iter().all(|event| event.bubbles && event.composed && event.widget == 0), "{events:#?}");

    let asked: Vec<&str> = CHECKLIST.into_iter().chain(["authority", "time", "skill"]).collect();
    let pushed = events.iter().filter(|event| event.name == "shindan:answer");
    for ((event, question), index) in pushed.zip(asked).zip(1..) {
        assert_eq!(event.detail, json!({ "question": question, "index": index, "total": 8 }), "and never the answer");
    }

    let complete = browser.hears("complete").await.detail;
    assert_eq!(complete["pack"], "readiness");
    assert_eq!(complete["score"], json!(expected.score));
    assert_eq!(complete["level"], expected.level);
    assert!(complete["version"].as_str().is_some_and(|version| version.contains('.')), "{complete}");
    assert!(complete["content_hash"].as_str().is_some_and(|hash| hash.len() >= 8), "{complete}");
    assert_eq!(complete["caps"].as_array().map(Vec::len), Some(1), "{complete}");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn without_a_promoter_the_run_is_told_to_be_six_long() {
    let (_site, browser) = on_a_page("<shindan-widget cta-href='/a'></shindan-widget>").await;
    let widget = browser.widget();
    widget.is_live().await;
    widget.answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    browser.hears("complete").await;
    let events = browser.events().await;
    let last = events.iter().rfind(|event| event.name == "shindan:answer").map(|event| event.detail.clone());
    assert_eq!(last, Some(json!({ "question": "authority", "index": 6, "total": 6 })));
}

#[tokio::test]
async fn with_data_layer_the_events_are_pushed_there_too() {
    let (_site, browser) = on_a_page(
        "<shindan-widget data-layer cta-href='/a'></shindan-widget><shindan-widget cta-href='/a'></shindan-widget>",
    )
    .await;
    let (pushed, silent) = (browser.widget_nth(0), browser.widget_nth(1));
    pushed.is_live().await;
    silent.is_live().await;
    silent.answers("purpose").await.with("met").await;
    pushed.answers("purpose").await.with("met").await;
    let pushed: Vec<Value> = browser.script("return window.dataLayer ?? []", vec![]).await;
    let names: Vec<&str> = pushed.iter().filter_map(|entry| entry["event"].as_str()).collect();
    assert_eq!(names, ["shindan:ready", "shindan:start", "shindan:answer"], "{pushed:?}");
    assert!(!pushed.iter().any(|entry| entry.to_string().contains("\"met\"")), "never the answer: {pushed:?}");
}
