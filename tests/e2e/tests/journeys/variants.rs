//! Arms of a comparison: one is drawn on the device, stays, and is named.

use e2e::rules::Answers;
use e2e::{Browser, Page, Site, until};
use serde_json::{Value, json};

use crate::on_a_page;

/// A widget with these arms, in a page whose draws are all `random`.
async fn on_a_comparison(arms: Value, random: f64) -> (Site, Browser) {
    let config = json!({ "cta": { "href": "/a" }, "variants": arms });
    let body = format!("<shindan-widget><script type=\"application/json\">{config}</script></shindan-widget>");
    let script = format!("<script>Math.random = () => {random}</script>");
    on_a_page(&[script, body].concat()).await
}

fn arms() -> Value {
    json!([{ "id": "plain" }, { "id": "warm", "cta": { "label": { "ready": "ぜひ話しましょう" } } }])
}

/// The arms that the events so far name, in order.
async fn named(browser: &Browser) -> Vec<Option<String>> {
    let events = browser.events().await.into_iter();
    events.map(|event| event.detail["variant"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_arm_that_is_drawn_is_shown_named_and_kept() {
    let (_site, browser) = on_a_comparison(arms(), 0.7).await;
    let widget = browser.widget();
    let event = browser.waits_for_event("variant").await;
    assert_eq!(event.detail, json!({ "variant": "warm" }));
    widget.is_live().await;
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;
    // The draw would come out otherwise now.
    browser.before_every_page("Object.defineProperty(Math, 'random', { value: () => 0 })").await;
    browser.reloads().await;
    let event = browser.waits_for_event("variant").await;
    assert_eq!(event.detail, json!({ "variant": "warm" }), "a reload draws nothing");
    widget.is_live().await;
    for (question, choices) in Answers::all_met().answers_in_order().iter().skip(1) {
        widget.answers(question).await.with_all(choices).await;
    }
    let verdict = widget.verdict().await;
    assert!(verdict.calls.iter().all(|call| call.text.contains("ぜひ話しましょう")), "{:?}", verdict.calls);
    assert!(verdict.receipt.as_deref().is_some_and(|receipt| receipt.ends_with(" · warm")), "{:?}", verdict.receipt);
    assert_eq!(browser.waits_for_event("complete").await.detail["variant"], "warm");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_other_arm_is_as_the_rest_of_the_settings() {
    let (_site, browser) = on_a_comparison(arms(), 0.2).await;
    let widget = browser.widget();
    browser.waits_for_event("variant").await;
    widget.answers_all(&Answers::all_met()).await;
    let verdict = widget.verdict().await;
    assert!(!verdict.calls.iter().any(|call| call.text.contains("ぜひ話しましょう")));
    assert!(verdict.receipt.as_deref().is_some_and(|receipt| receipt.ends_with(" · plain")));
}

#[tokio::test]
async fn whoever_has_begun_before_the_draw_takes_no_part() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    // The settings are read once the browser has time, which it has when the test says so.
    browser.before_every_page("requestIdleCallback = (then) => (window.__has_time = then)").await;
    let config = json!({ "variants": arms() });
    let body =
        format!("<shindan-widget cta-href='/a'><script type=\"application/json\">{config}</script></shindan-widget>");
    browser.visits(&site.page("begun.html", Page::with(&body))).await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;
    browser.script::<Value>("window.__has_time()", vec![]).await;
    widget.is_live().await;
    widget.answers("involvement").await.with("met").await;
    widget.sees_question("measurement").await;
    assert!(named(&browser).await.iter().all(Option::is_none));
}

#[tokio::test]
async fn an_arm_may_ask_another_diagnosis() {
    let arms = json!([{ "id": "a" }, { "id": "b", "pack": "executive" }]);
    let (_site, browser) = on_a_comparison(arms, 0.9).await;
    let widget = browser.widget();
    assert_eq!(browser.waits_for_event("variant").await.detail, json!({ "variant": "b" }));
    let asked = until(async || {
        let screen = widget.screen().await;
        if widget.has_wasm().await && screen.question.as_deref().is_some_and(|id| id != "purpose") {
            Ok(())
        } else {
            Err(screen)
        }
    });
    asked.await.unwrap_or_else(|screen| panic!("the other diagnosis does not begin: {screen:#?}"));
    let names = browser.event_names(0).await;
    assert_eq!(names.iter().filter(|name| *name == "variant").count(), 1, "{names:?}");
    assert!(browser.errors().await.is_empty());
}

#[tokio::test]
async fn a_comparison_that_is_not_sound_is_one_warning_and_does_not_take_place() {
    let (_site, browser) = on_a_comparison(json!([{ "id": "a" }]), 0.5).await;
    browser.widget().is_live().await;
    assert!(named(&browser).await.iter().all(Option::is_none));
    let warnings = browser.warnings().await;
    assert!(matches!(&warnings[..], [one] if one.contains("variants")), "{warnings:?}");
}
