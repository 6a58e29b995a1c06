//! Where the form stands: after the result, before it, or nowhere.

use e2e::rules::Answers;
use e2e::{Browser, Device};
use serde_json::{Value, json};
use xtask::site::Action;

use crate::Desk;
use crate::desk::to_a_webhook;

/// Whether what sends a lead was loaded.
async fn has_outbox(browser: &Browser) -> bool {
    let look = "return performance.getEntriesByType('resource').some(({ name }) => /\\/outbox-/.test(name))";
    browser.script(look, vec![]).await
}

async fn before(settings: Value) -> Desk {
    Desk::of(Device::Desktop, "lead=before", |url| to_a_webhook(&settings, url)).await.comes_to_the_result().await
}

#[tokio::test]
async fn what_sends_a_lead_is_loaded_with_the_first_touch_and_no_earlier() {
    let desk = Desk::with(json!({})).await;
    assert!(desk.look().await.has_score, "the result stands above it");
    assert!(!has_outbox(&desk.browser).await, "nobody downloads it who may turn away");
    desk.browser.widget().presses_on(".lead [name=email]").await;
    let there = e2e::until(async || has_outbox(&desk.browser).await.then_some(()).ok_or(()));
    there.await.expect("the outbox comes with the first touch");
    desk.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn off_means_neither_form_nor_outbox() {
    let config = |placement: &str| json!({ "placement": placement });
    for (attributes, lead) in [("lead=off", config("after")), ("", config("off"))] {
        let desk = Desk::of(Device::Desktop, attributes, |url| to_a_webhook(&lead, url)).await;
        desk.answers().await;
        assert_eq!(desk.browser.widget().verdict().await.score, Some(100));
        desk.browser.next_frames().await;
        assert!(desk.look().await.fields.is_empty() && !has_outbox(&desk.browser).await, "{attributes} {lead}");
        desk.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn before_the_result_comes_the_form_and_a_reload_does_not_ask_again() {
    let desk = before(json!({})).await;
    let form = desk.look().await;
    assert!(!form.has_score && !form.buttons.iter().any(|button| button.contains("入力せずに")), "{form:#?}");
    desk.browser.reloads().await;
    desk.shows("the form again", |form| form.fields.contains_key("email") && !form.has_score).await;
    desk.sends().await;
    desk.shows("the result", |form| form.has_score).await;
    desk.reads("送信が完了しました").await;
    desk.browser.reloads().await;
    desk.shows("the result", |form| form.has_score && form.told.is_some()).await;
}

#[tokio::test]
async fn with_the_owners_leave_the_result_is_seen_without() {
    let desk = before(json!({ "skip": true })).await;
    assert!(!desk.look().await.has_score);
    desk.fills("company", "見本").await;
    desk.presses("入力せずに結果を見る").await;
    let form = desk.shows("the result", |form| form.has_score).await;
    assert_eq!(form.value("company"), "見本", "the form stays, with what was typed");
    assert!(!form.buttons.iter().any(|button| button.contains("入力せずに")), "{form:#?}");
    desk.browser.focuses("the heading", |focus| focus.element == "h2").await;
    desk.browser.reloads().await;
    desk.shows("the result", |form| form.has_score).await;
    assert!(desk.arrivals().is_empty());
}

#[tokio::test]
async fn an_outbox_that_does_not_come_loses_nothing_and_says_so() {
    let settings = json!({});
    let desk = Desk::of(Device::Desktop, "", |url| to_a_webhook(&settings, url)).await;
    let look = "const { files } = await (await fetch('manifest.json')).json();
        return files.map(({ path }) => path).find((path) => /^outbox-\\w+\\.js$/.test(path))";
    let name: String = desk.browser.script_async(look, vec![]).await;
    desk.site.treats(&name, Action::Status(500));
    let desk = desk.comes_to_the_result().await;
    desk.sends().await;
    let form = desk.shows("that it is not sent", |form| form.summary.contains("まだ送信できていません")).await;
    assert_eq!(form.value("email"), "taro@example.co.jp");
    assert_eq!(desk.browser.hears("error").await.detail["code"], "lead");
}

#[tokio::test]
async fn who_opens_a_link_has_the_result_already() {
    let desk = before(json!({ "skip": true })).await;
    desk.presses("入力せずに結果を見る").await;
    let link = desk.browser.widget().copies("shindan").await;
    desk.browser.opens_a_new_tab().await;
    desk.browser.visits(&link).await;
    desk.shows("the result", |form| form.has_score && form.fields.contains_key("email")).await;
}

#[tokio::test]
async fn the_form_stands_with_the_result_and_moves_nothing() {
    let desk = Desk::of(Device::Phone, "", |url| to_a_webhook(&json!({}), url)).await;
    let widget = desk.browser.widget();
    widget.is_live().await;
    let way = Answers::all_met().way();
    for (question, choices) in &way[..way.len() - 1] {
        widget.answers(question).await.with_all(choices).await;
    }
    desk.browser.counts_jumps_from_here().await;
    let (question, choices) = &way[way.len() - 1];
    widget.answers(question).await.with_all(choices).await;
    desk.shows("a form", |form| form.fields.contains_key("email")).await;
    desk.browser.has_not_jumped().await;
}
