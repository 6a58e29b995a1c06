//! There is no reply, or none that may be read.

use std::time::Duration;

use e2e::needs;
use xtask::site::{Fate, Receiver};

use crate::{A_WHILE, Desk};

const PROMISE: &str = "自動でもう一度送信します";

#[tokio::test]
async fn offline_nothing_is_tried_and_online_it_goes_at_once() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.submits_offline().await;
    desk.told().await;
    desk.waits(A_WHILE).await;
    desk.rests().await;
    assert_eq!(desk.state().await, "queued", "no try is used up");
    desk.is_online(true).await;
    desk.ends_delivered().await;
    assert!(desk.arrivals()[0].body.as_deref().is_some_and(|body| body.contains("\"attempt\":1")));
}

#[tokio::test]
async fn offline_before_the_form_was_touched_it_says_so_and_takes_another_press() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.is_online(false).await;
    desk.submits().await;
    desk.says("まだ送信できていません").await;
    desk.is_online(true).await;
    desk.browser.widget().presses_on("[part~=submit]").await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn a_port_where_nobody_answers_is_tried_until_somebody_does() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    let port = desk.receiver.port();
    let Desk { site, browser, receiver, url } = desk;
    drop(receiver);
    // A receiver of another port stands in until there is one again.
    let desk = Desk { site, browser, receiver: Receiver::start().expect("a port is free"), url };
    desk.submits().await;
    desk.reads(PROMISE).await;
    let desk = Desk { receiver: Receiver::at(port).expect("the port is still free"), ..desk };
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn a_receiver_that_hangs_is_given_up_after_fifteen_seconds() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::hangs(), Fate::takes()]);
    desk.submits().await;
    desk.gets(1);
    desk.browser.lets_pass(Duration::from_secs(14)).await;
    assert!(desk.state().await.starts_with("sending"), "{}", desk.state().await);
    desk.browser.sleeps(Duration::from_secs(1)).await;
    desk.reads(PROMISE).await;
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
    assert_eq!(desk.arrivals().len(), 2, "both with the same id");
}

#[tokio::test]
async fn a_connection_that_is_reset_mid_body_is_no_end() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    // A browser may try once more by itself.
    desk.receiver_does([Fate::CutsMidBody]);
    desk.submits().await;
    desk.reads(PROMISE).await;
    assert!(desk.kept().is_empty());
    desk.receiver_does([Fate::takes()]);
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn a_connection_that_is_reset_after_the_body_makes_no_second_lead() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::Cuts]);
    desk.submits().await;
    desk.reads(PROMISE).await;
    assert_eq!(desk.kept().len(), 1, "the receiver has it, and nobody here knows");
    desk.receiver_does([Fate::takes()]);
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn without_cors_nothing_is_sent_before_there_is_leave() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::takes().without_cors()]);
    desk.submits().await;
    let told = desk.reads(PROMISE).await;
    assert!(told.ways.iter().any(|way| way.contains("控え")), "{told:?}");
    assert!(desk.arrivals().is_empty(), "the browser asks first");
    desk.receiver_does([Fate::takes()]);
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn a_reply_that_may_not_be_read_is_never_called_a_delivery() {
    needs!(DevTools);
    let desk = Desk::with("webhook-simple").await;
    desk.receiver_does([Fate::takes().without_cors()]);
    desk.submits().await;
    for _ in 0..6 {
        desk.waits(A_WHILE).await;
    }
    desk.rests().await;
    let told = desk.told().await;
    assert!(!told.text.contains("完了"), "{told:?}");
    assert!(told.ways.iter().any(|way| way.contains("控え")), "{told:?}");
    desk.has_one(&told);
}

#[tokio::test]
async fn an_opaque_receiver_is_told_of_as_such() {
    needs!(DevTools);
    let desk = Desk::with("form").await;
    desk.submits().await;
    let told = desk.reads("届いたかどうかを自動では確認できない").await;
    desk.has_one(&told);
    assert_eq!(desk.arrivals().len(), 1);
}

#[tokio::test]
async fn a_policy_that_forbids_sending_is_the_owners_to_mend() {
    needs!(DevTools);
    let policy = "connect-src 'self'";
    let desk = Desk::before("webhook-json", |page| page.under("Content-Security-Policy", policy)).await;
    let desk = desk.comes_to_the_result().await;
    desk.submits().await;
    let told = desk.reads("受付の設定に問題があり").await;
    assert!(told.ways.iter().any(|way| way.contains("控え")), "{told:?}");
    assert!(desk.browser.hears("error").await.detail["help"].as_str().is_some_and(|help| help.contains("connect")));
    assert!(desk.receiver.arrivals().is_empty());
}

/// `navigator.onLine` is wrong on some machines: it may put a lead off, but never off for good.
#[tokio::test]
async fn a_browser_that_wrongly_says_it_is_offline_sends_all_the_same() {
    needs!(DevTools);
    let desk = Desk::before("webhook-json", |page| page).await;
    let wrong = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })";
    desk.browser.script::<serde_json::Value>(wrong, vec![]).await;
    let desk = desk.comes_to_the_result().await;
    desk.submits().await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn a_press_on_send_again_tries_though_the_browser_says_it_is_offline() {
    needs!(DevTools);
    let desk = Desk::before("webhook-json", |page| page).await;
    let wrong = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })";
    desk.browser.script::<serde_json::Value>(wrong, vec![]).await;
    let desk = desk.comes_to_the_result().await;
    desk.receiver_does([Fate::answers(503), Fate::takes()]);
    desk.submits().await;
    desk.reads(PROMISE).await;
    desk.press("もう一度").await;
    desk.ends_delivered().await;
    assert_eq!(desk.arrivals().len(), 2);
}
