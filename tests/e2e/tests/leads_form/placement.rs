//! Where the form stands: after the result, before it, or nowhere.

use e2e::rules::Answers;
use e2e::{Browser, Device};
use serde_json::{Value, json};
use xtask::site::Action;

use crate::FormPage;
use crate::form_page::to_a_webhook;

/// Whether what sends a lead was loaded.
async fn has_outbox(browser: &Browser) -> bool {
    let script = "return performance.getEntriesByType('resource').some(({ name }) => /\\/outbox-/.test(name))";
    browser.script(script, vec![]).await
}

async fn before(settings: Value) -> FormPage {
    FormPage::of(Device::Desktop, "lead=before", |url| to_a_webhook(&settings, url)).await.comes_to_the_result().await
}

#[tokio::test]
async fn what_sends_a_lead_is_loaded_with_the_first_touch_and_no_earlier() {
    let form_page = FormPage::with(json!({})).await;
    assert!(form_page.content().await.has_score, "the result stands above it");
    assert!(!has_outbox(&form_page.browser).await, "nobody downloads it who may turn away");
    form_page.browser.widget().presses_on(".lead [name=email]").await;
    let there = e2e::until(async || has_outbox(&form_page.browser).await.then_some(()).ok_or(()));
    there.await.expect("the outbox comes with the first touch");
    form_page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn off_means_neither_form_nor_outbox() {
    let config = |placement: &str| json!({ "placement": placement });
    for (attributes, lead) in [("lead=off", config("after")), ("", config("off"))] {
        let form_page = FormPage::of(Device::Desktop, attributes, |url| to_a_webhook(&lead, url)).await;
        form_page.answers().await;
        assert_eq!(form_page.browser.widget().verdict().await.score, Some(100));
        form_page.browser.next_frames().await;
        assert!(
            form_page.content().await.fields.is_empty() && !has_outbox(&form_page.browser).await,
            "{attributes} {lead}"
        );
        form_page.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn before_the_result_comes_the_form_and_a_reload_does_not_ask_again() {
    let form_page = before(json!({})).await;
    let form = form_page.content().await;
    assert!(!form.has_score && !form.buttons.iter().any(|button| button.contains("入力せずに")), "{form:#?}");
    form_page.browser.reloads().await;
    form_page.shows("the form again", |form| form.fields.contains_key("email") && !form.has_score).await;
    form_page.sends().await;
    form_page.shows("the result", |form| form.has_score).await;
    form_page.reads("送信が完了しました").await;
    form_page.browser.reloads().await;
    form_page.shows("the result", |form| form.has_score && form.status.is_some()).await;
}

#[tokio::test]
async fn with_the_owners_leave_the_result_is_seen_without() {
    let form_page = before(json!({ "skip": true })).await;
    assert!(!form_page.content().await.has_score);
    form_page.fills("company", "見本").await;
    form_page.presses("入力せずに結果を見る").await;
    let form = form_page.shows("the result", |form| form.has_score).await;
    assert_eq!(form.value("company"), "見本", "the form stays, with what was typed");
    assert!(!form.buttons.iter().any(|button| button.contains("入力せずに")), "{form:#?}");
    form_page.browser.focuses("the heading", |focus| focus.element == "h2").await;
    form_page.browser.reloads().await;
    form_page.shows("the result", |form| form.has_score).await;
    assert!(form_page.arrivals().is_empty());
}

/// A form of a widget with these attributes, and the name of the script with the outbox.
async fn with_the_name_of_the_outbox(attributes: &str) -> (FormPage, String) {
    let form_page = FormPage::of(Device::Desktop, attributes, |url| to_a_webhook(&json!({}), url)).await;
    let script = "const { files } = await (await fetch('manifest.json')).json();
        return files.map(({ path }) => path).find((path) => /^outbox-\\w+\\.js$/.test(path))";
    let name = form_page.browser.script_async(script, vec![]).await;
    (form_page, name)
}

#[tokio::test]
async fn an_outbox_that_does_not_come_loses_nothing_says_so_and_is_fetched_again() {
    let (form_page, name) = with_the_name_of_the_outbox("").await;
    form_page.site.treats(&name, Action::Status(500));
    let form_page = form_page.comes_to_the_result().await;
    form_page.sends().await;
    let form = form_page.shows("that it is not sent", |form| form.summary.contains("まだ送信できていません")).await;
    assert_eq!(form.value("email"), "taro@example.co.jp");
    assert_eq!(form_page.browser.waits_for_event("error").await.detail["code"], "lead");
    form_page.site.treats(&name, Action::Pass);
    form_page.browser.widget().presses_on(".lead [part~=submit]").await;
    form_page.reads("送信が完了しました").await;
    assert_eq!(form_page.gets(1)["contact"]["email"], "taro@example.co.jp");
}

/// A form whose lead was just sent, while the script with the outbox of that name is still on its way.
async fn sent_before_the_outbox_has_come(attributes: &str) -> (FormPage, String) {
    let (form_page, name) = with_the_name_of_the_outbox(attributes).await;
    form_page.site.treats(&name, Action::Hold);
    let form_page = form_page.comes_to_the_result().await;
    form_page.sends().await;
    (form_page, name)
}

#[tokio::test]
async fn what_is_typed_while_a_lead_is_being_stored_does_not_make_it_unsent() {
    let (form_page, _) = sent_before_the_outbox_has_come("").await;
    form_page.writes("company", "見本商会").await;
    form_page.site.releases();
    form_page.reads("送信が完了しました").await;
    assert!(!form_page.stored().await.contains("見本商会"), "{}", form_page.stored().await);
    form_page.browser.reloads().await;
    form_page.reads("送信が完了しました").await;
}

#[tokio::test]
async fn a_lead_that_cannot_be_looked_up_is_named_and_looked_up_again_on_demand() {
    let (form_page, name) = with_the_name_of_the_outbox("").await;
    // The browser asks for it anew after a reload.
    form_page.site.treats(&name, Action::Pass.with("Cache-Control", "no-store"));
    let form_page = form_page.comes_to_the_result().await;
    form_page.sends().await;
    let sent = form_page.reads("送信が完了しました").await;
    form_page.site.treats(&name, Action::Status(500));
    form_page.browser.reloads().await;
    let unknown = form_page.reads("受付の状況を確認できませんでした").await;
    assert_eq!(unknown.reference, sent.reference);
    assert!(form_page.content().await.fields.is_empty(), "a second form would be wrong");
    form_page.browser.passes_axe("a lead that cannot be looked up").await;
    form_page.presses("状況をもう一度確認する").await;
    form_page.reads("受付の状況を確認できませんでした").await;
    form_page.site.treats(&name, Action::Pass);
    form_page.presses("状況をもう一度確認する").await;
    assert_eq!(form_page.reads("送信が完了しました").await.reference, sent.reference);
    form_page.browser.focuses("the status", |focus| focus.text.contains("送信が完了しました")).await;
    assert_eq!(form_page.arrivals().len(), 1);
}

#[tokio::test]
async fn whoever_has_pressed_to_send_sees_the_result_also_where_the_outbox_fails_after_a_reload() {
    let (form_page, name) = sent_before_the_outbox_has_come("lead=before").await;
    assert!(!form_page.content().await.has_score, "the lead is not stored yet");
    form_page.site.treats(&name, Action::Status(500));
    form_page.browser.reloads().await;
    form_page.reads("受付の状況を確認できませんでした").await;
    form_page.shows("the result", |form| form.has_score).await;
}

#[tokio::test]
async fn who_opens_a_link_has_the_result_already() {
    let form_page = before(json!({ "skip": true })).await;
    form_page.presses("入力せずに結果を見る").await;
    let link = form_page.browser.widget().copies("shindan").await;
    form_page.browser.opens_a_new_tab().await;
    form_page.browser.visits(&link).await;
    form_page.shows("the result", |form| form.has_score && form.fields.contains_key("email")).await;
    form_page.browser.widget().restarts().await;
    let form_page = form_page.comes_to_the_result().await;
    assert!(!form_page.content().await.has_score, "a run of one's own waits for the form");
}

#[tokio::test]
async fn the_form_stands_with_the_result_and_moves_nothing() {
    let form_page = FormPage::of(Device::Phone, "", |url| to_a_webhook(&json!({}), url)).await;
    let widget = form_page.browser.widget();
    widget.is_live().await;
    let way = Answers::all_met().answers_in_order();
    for (question, choices) in &way[..way.len() - 1] {
        widget.answers(question).await.with_all(choices).await;
    }
    form_page.browser.counts_jumps_from_here().await;
    let (question, choices) = &way[way.len() - 1];
    widget.answers(question).await.with_all(choices).await;
    form_page.shows("a form", |form| form.fields.contains_key("email")).await;
    form_page.browser.has_not_jumped().await;
}
