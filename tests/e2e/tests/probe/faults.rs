//! A panic and a trap, each in a view, a listener, a timer and a future: all end in the checklist, with the run kept, and
//! none reaches the host page.

use e2e::rules::Answers;
use serde_json::{Value, json};

use crate::at_a_result;

/// Notes what reaches the host page's own listeners for errors.
const HOST_NOTES: &str = "window.__reached = [];
    addEventListener('error', ({ message }) => __reached.push(message));
    addEventListener('unhandledrejection', ({ reason }) => __reached.push(String(reason)));
    window.onerror = (message) => { __reached.push(message); };";

async fn ends_in_the_checklist(fault: &str) {
    let (_site, browser) = at_a_result().await;
    browser.script::<Value>(HOST_NOTES, vec![]).await;
    // The other widget has a run of its own, which goes on as a checklist too: the wasm of both is one.
    browser.widget_nth(1).answers("purpose").await.with("met").await;

    browser.widget().presses_on(&format!("[data-fault={fault}]")).await;
    let message = browser.widget().shows("the end without a verdict", |screen| screen.error.clone()).await;
    assert!(message.chars().any(|c| ('ぁ'..='ん').contains(&c)), "in plain words: {message}");
    let error = browser.waits_for_event("error").await;
    assert_eq!(error.detail["code"], "panic", "{error:?}");
    assert!(error.detail["help"].as_str().is_some_and(|help| help.contains("report")), "{error:?}");

    // The run is there.
    let kept: String = browser
        .script("return Object.entries(sessionStorage).map(([key, run]) => `${key} ${run}`).join('\\n')", vec![])
        .await;
    for (question, choices) in Answers::all_met().answers_in_order() {
        let kept_there = choices.iter().all(|choice| kept.contains(&format!("{question}={choice}")));
        assert!(kept_there, "{fault}: the answer to {question} is lost: {kept}");
    }
    browser.widget_nth(1).sees_question("involvement").await;
    browser.widget_nth(1).answers("involvement").await.with("unmet").await;
    browser.widget_nth(1).sees_question("measurement").await;

    let reached: Value = browser.script("return window.__reached", vec![]).await;
    assert_eq!(reached, json!([]), "{fault}: nothing reaches the host page");
}

#[tokio::test]
async fn a_panic_in_a_view() {
    ends_in_the_checklist("panic-view").await;
}

#[tokio::test]
async fn a_panic_in_a_listener() {
    ends_in_the_checklist("panic-listener").await;
}

#[tokio::test]
async fn a_panic_in_a_timer() {
    ends_in_the_checklist("panic-timer").await;
}

#[tokio::test]
async fn a_panic_in_a_future() {
    ends_in_the_checklist("panic-future").await;
}

#[tokio::test]
async fn a_trap_in_a_view() {
    ends_in_the_checklist("trap-view").await;
}

#[tokio::test]
async fn a_trap_in_a_listener() {
    ends_in_the_checklist("trap-listener").await;
}

#[tokio::test]
async fn a_trap_in_a_timer() {
    ends_in_the_checklist("trap-timer").await;
}

#[tokio::test]
async fn a_trap_in_a_future() {
    ends_in_the_checklist("trap-future").await;
}
