//! There is no reply, or none that may be read.

use std::time::Duration;

use e2e::{Page, needs, until};
use serde_json::{Value, json};
use xtask::site::{Receiver, ScriptedResponse};

use crate::lead_page::widget;
use crate::{A_WHILE, LeadPage};

const PROMISE: &str = "自動でもう一度送信します";

/// A page whose lead was refused for the moment, and is taken the next time.
async fn with_a_lead_that_waits() -> LeadPage {
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::answers(503), ScriptedResponse::takes()]);
    lead_page.submits().await;
    lead_page.reads(PROMISE).await;
    lead_page.rests().await;
    lead_page
}

#[tokio::test]
async fn offline_nothing_is_tried_and_online_it_goes_at_once() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.submits_offline().await;
    lead_page.reads(PROMISE).await;
    lead_page.waits(A_WHILE).await;
    lead_page.rests().await;
    assert_eq!(lead_page.state().await, "retry_wait");
    lead_page.is_online(true).await;
    lead_page.ends_delivered().await;
    let body = lead_page.arrivals()[0].body.clone().unwrap_or_default();
    assert!(body.contains("\"attempt\":1"), "no attempt is used up: {body}");
}

#[tokio::test]
async fn offline_before_the_form_was_touched_it_says_so_and_takes_another_press() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.is_online(false).await;
    lead_page.submits().await;
    lead_page.says("まだ送信できていません").await;
    lead_page.is_online(true).await;
    lead_page.browser.widget().presses_on("[part~=submit]").await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn a_port_where_nobody_answers_is_tried_until_somebody_does() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    let port = lead_page.receiver.port();
    let LeadPage { site, browser, receiver, url } = lead_page;
    drop(receiver);
    // A receiver of another port stands in until there is one again.
    let lead_page = LeadPage { site, browser, receiver: Receiver::start().expect("a port is free"), url };
    lead_page.submits().await;
    lead_page.reads(PROMISE).await;
    let lead_page = LeadPage { receiver: Receiver::at(port).expect("the port is still free"), ..lead_page };
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn a_receiver_that_hangs_is_given_up_after_fifteen_seconds() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::hangs(), ScriptedResponse::takes()]);
    lead_page.submits().await;
    lead_page.gets(1);
    lead_page.browser.lets_pass(Duration::from_secs(14)).await;
    assert!(lead_page.state().await.starts_with("sending"), "{}", lead_page.state().await);
    lead_page.browser.sleeps(Duration::from_secs(1)).await;
    lead_page.reads(PROMISE).await;
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
    assert_eq!(lead_page.arrivals().len(), 2, "both with the same id");
}

#[tokio::test]
async fn a_connection_that_is_reset_mid_body_is_no_end() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    // A browser may try once more by itself.
    lead_page.receiver_does([ScriptedResponse::CutsMidBody]);
    lead_page.submits().await;
    lead_page.reads(PROMISE).await;
    assert!(lead_page.kept().is_empty());
    lead_page.receiver_does([ScriptedResponse::takes()]);
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn a_connection_that_is_reset_after_the_body_makes_no_second_lead() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::Cuts]);
    lead_page.submits().await;
    lead_page.reads(PROMISE).await;
    assert_eq!(lead_page.kept().len(), 1, "the receiver has it, and nobody here knows");
    lead_page.receiver_does([ScriptedResponse::takes()]);
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn without_cors_nothing_is_sent_before_there_is_leave() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::takes().without_cors()]);
    lead_page.submits().await;
    let status = lead_page.reads(PROMISE).await;
    assert!(status.actions.iter().any(|way| way.contains("控え")), "{status:?}");
    assert!(lead_page.arrivals().is_empty(), "the browser asks first");
    lead_page.receiver_does([ScriptedResponse::takes()]);
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn a_reply_that_may_not_be_read_is_never_called_a_delivery() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-simple").await;
    lead_page.receiver_does([ScriptedResponse::takes().without_cors()]);
    lead_page.submits().await;
    for _ in 0..6 {
        lead_page.waits(A_WHILE).await;
    }
    lead_page.rests().await;
    let status = lead_page.status().await;
    assert!(!status.text.contains("完了"), "{status:?}");
    assert!(status.actions.iter().any(|way| way.contains("控え")), "{status:?}");
    lead_page.has_one(&status);
}

#[tokio::test]
async fn an_opaque_receiver_is_told_of_as_such() {
    needs!(DevTools);
    let lead_page = LeadPage::with("form").await;
    lead_page.submits().await;
    let status = lead_page.reads("届いたかどうかを自動では確認できない").await;
    lead_page.has_one(&status);
    assert_eq!(lead_page.arrivals().len(), 1);
}

#[tokio::test]
async fn a_policy_that_forbids_sending_is_the_owners_to_mend() {
    needs!(DevTools);
    let policy = "connect-src 'self'";
    let lead_page = LeadPage::before("webhook-json", |page| page.under("Content-Security-Policy", policy)).await;
    let lead_page = lead_page.comes_to_the_result().await;
    lead_page.submits().await;
    let status = lead_page.reads("受付の設定に問題があり").await;
    assert!(status.actions.iter().any(|way| way.contains("控え")), "{status:?}");
    assert!(
        lead_page.browser.waits_for_event("error").await.detail["help"]
            .as_str()
            .is_some_and(|help| help.contains("connect"))
    );
    assert!(lead_page.receiver.arrivals().is_empty());
}

/// Owners let a new policy report for a while before it forbids anything.
#[tokio::test]
async fn a_policy_that_only_reports_forbids_nothing() {
    needs!(DevTools);
    let header = "Content-Security-Policy-Report-Only";
    let lead_page = LeadPage::before("webhook-json", |page| page.under(header, "connect-src 'self'")).await;
    let lead_page = lead_page.comes_to_the_result().await;
    lead_page.submits().await;
    lead_page.ends_delivered().await;
    lead_page.rests().await;
    assert_eq!(lead_page.arrivals().len(), 1);
}

/// `navigator.onLine` is wrong on some machines: it may put a lead off, but never off for good.
#[tokio::test]
async fn a_browser_that_wrongly_says_it_is_offline_sends_all_the_same() {
    needs!(DevTools);
    let lead_page = LeadPage::before("webhook-json", |page| page).await;
    let wrong = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })";
    lead_page.browser.script::<serde_json::Value>(wrong, vec![]).await;
    let lead_page = lead_page.comes_to_the_result().await;
    lead_page.submits().await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn a_press_on_send_again_tries_though_the_browser_says_it_is_offline() {
    needs!(DevTools);
    let lead_page = LeadPage::before("webhook-json", |page| page).await;
    let wrong = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })";
    lead_page.browser.script::<serde_json::Value>(wrong, vec![]).await;
    let lead_page = lead_page.comes_to_the_result().await;
    lead_page.receiver_does([ScriptedResponse::answers(503), ScriptedResponse::takes()]);
    lead_page.submits().await;
    lead_page.reads(PROMISE).await;
    lead_page.press("もう一度").await;
    lead_page.ends_delivered().await;
    assert_eq!(lead_page.arrivals().len(), 2);
}

#[tokio::test]
async fn a_lead_that_waits_is_sent_by_a_page_whose_form_nobody_touches() {
    needs!(DevTools);
    let lead_page = with_a_lead_that_waits().await;
    lead_page.browser.script::<Value>("sessionStorage.clear()", vec![]).await;
    lead_page.browser.visits(&lead_page.url).await;
    lead_page.browser.widget().sees_question("purpose").await;
    lead_page.browser.widget().is_live().await;
    assert_eq!(lead_page.arrivals().len(), 1, "it is not due yet");
    lead_page.waits(A_WHILE).await;
    lead_page.gets(2);
    assert_eq!(lead_page.kept().len(), 1);
}

#[tokio::test]
async fn a_lead_that_is_due_is_sent_by_a_page_whose_panel_nobody_opens() {
    needs!(DevTools);
    let lead_page = with_a_lead_that_waits().await;
    let to = json!({ "type": "webhook-json", "url": lead_page.receiver.url("lead") });
    let popup = lead_page.site.page("popup.html", Page::with(&widget("mode='popup'", &[to])));
    // As if the visit was the next day's.
    lead_page.browser.script::<Value>("localStorage.setItem('shindan:outbox', '1')", vec![]).await;
    lead_page.browser.visits(&popup).await;
    lead_page.browser.panel().is_made().await;
    let came = "return performance.getEntriesByType('resource').some(({ name }) => /outbox-.*wasm/.test(name))";
    let opened = until(async || lead_page.browser.script::<bool>(came, vec![]).await.then_some(()).ok_or(()));
    opened.await.expect("the outbox looks after the lead");
    lead_page.waits(A_WHILE).await;
    lead_page.gets(2);
    assert_eq!(lead_page.kept().len(), 1);
}

#[tokio::test]
async fn a_fetch_of_the_page_that_throws_counts_as_no_reply() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-simple").await;
    let throws_once = "const { fetch } = window;
        window.fetch = (address, options) => {
            if (options?.method === 'POST' && !window.__thrown) {
                window.__thrown = true;
                throw new TypeError('of the page');
            }
            return fetch(address, options);
        }";
    lead_page.browser.script::<Value>(throws_once, vec![]).await;
    lead_page.submits().await;
    lead_page.reads(PROMISE).await;
    assert!(lead_page.arrivals().is_empty());
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
}
