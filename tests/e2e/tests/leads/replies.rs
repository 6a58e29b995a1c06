//! The receiver answers, and not as it should.

use std::time::Duration;

use e2e::needs;
use serde_json::json;
use xtask::site::{Receiver, ScriptedResponse};

use crate::{A_WHILE, LeadPage};

const PROMISE: &str = "自動でもう一度送信します";

/// Submits to a receiver that does this first and takes everything afterwards.
async fn after_a_while(response: ScriptedResponse) {
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([response, ScriptedResponse::takes()]);
    lead_page.submits().await;
    lead_page.reads(PROMISE).await;
    assert_eq!(lead_page.arrivals().len(), 1);
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn what_is_taken_is_said_to_be() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.submits().await;
    lead_page.ends_delivered().await;
    assert_eq!(lead_page.arrivals().len(), 1);
}

#[tokio::test]
async fn status_408_is_tried_again() {
    needs!(DevTools);
    after_a_while(ScriptedResponse::answers(408)).await;
}

#[tokio::test]
async fn status_425_is_tried_again() {
    needs!(DevTools);
    after_a_while(ScriptedResponse::answers(425)).await;
}

#[tokio::test]
async fn status_500_is_tried_again() {
    needs!(DevTools);
    after_a_while(ScriptedResponse::answers(500)).await;
}

#[tokio::test]
async fn status_502_with_a_page_is_tried_again() {
    needs!(DevTools);
    after_a_while(ScriptedResponse::answers(502).says("Content-Type", "text/html").body("<html>Bad Gateway</html>"))
        .await;
}

#[tokio::test]
async fn a_lead_that_was_kept_in_spite_of_a_500_is_repeated_with_the_same_id() {
    needs!(DevTools);
    after_a_while(ScriptedResponse::answers(500).storing()).await;
}

#[tokio::test]
async fn a_sign_in_page_of_the_network_is_no_receiver() {
    needs!(DevTools);
    after_a_while(ScriptedResponse::portal()).await;
}

/// A 429 first: nothing is sent before `seconds` are over.
async fn is_left_alone_for(response: ScriptedResponse, seconds: u64) {
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([response, ScriptedResponse::takes()]);
    lead_page.submits().await;
    lead_page.reads(PROMISE).await;
    lead_page.waits(Duration::from_secs(seconds - 2)).await;
    lead_page.rests().await;
    assert_eq!(lead_page.arrivals().len(), 1, "{}", lead_page.state().await);
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn status_429_is_given_the_time_that_it_asks_for() {
    needs!(DevTools);
    is_left_alone_for(ScriptedResponse::answers(429).says("Retry-After", "40"), 40).await;
}

#[tokio::test]
async fn status_429_is_given_ten_seconds_where_it_says_nothing() {
    needs!(DevTools);
    is_left_alone_for(ScriptedResponse::answers(429), 10).await;
}

#[tokio::test]
async fn what_is_refused_is_said_with_a_way_to_mend_it() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::answers(422), ScriptedResponse::takes()]);
    lead_page.submits().await;
    let status = lead_page.reads("受け付けられませんでした").await;
    assert!(status.actions.iter().any(|way| way.contains("直す")), "{status:?}");
    assert!(lead_page.kept().is_empty());
    lead_page.browser.widget().presses_on(".lead-status button").await;
    // Another lead asks for consent anew.
    lead_page.browser.widget().presses_on("[name=privacy]").await;
    lead_page.browser.widget().presses_on("[part~=submit]").await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn a_wrong_address_is_the_owners_to_mend_and_leaves_the_respondent_ways_out() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::answers(404)]);
    lead_page.submits().await;
    let status = lead_page.reads("受付の設定に問題があり").await;
    assert!(!status.text.contains("404"), "the code is none of theirs: {status:?}");
    for way in ["控え", "メール", "電話"] {
        assert!(status.actions.iter().any(|words| words.contains(way)), "{status:?}");
    }
    let error = lead_page.browser.waits_for_event("error").await;
    assert_eq!(error.detail["code"], "http_404");
}

#[tokio::test]
async fn after_the_last_try_there_are_ways_out_and_a_new_beginning() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::answers(503)]);
    lead_page.submits().await;
    lead_page.reads(PROMISE).await;
    for _ in 0..40 {
        lead_page.waits(Duration::from_hours(6)).await;
    }
    let status = lead_page.reads("何度か試しましたが").await;
    assert!((2..=8).contains(&lead_page.arrivals().len()), "{}", lead_page.arrivals().len());
    assert!(status.actions.iter().any(|way| way.contains("控え")), "{status:?}");
    lead_page.receiver_does([ScriptedResponse::takes()]);
    lead_page.browser.widget().presses_on(".lead-status button").await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn the_owner_hears_of_the_one_receiver_that_refuses() {
    needs!(DevTools);
    let [refuses, takes] = [Receiver::start().expect("a port is free"), Receiver::start().expect("a port is free")];
    let to = [&refuses, &takes].map(|receiver| json!({ "type": "webhook-json", "url": receiver.url("lead") }));
    refuses.does([ScriptedResponse::answers(422)]);
    let lead_page = LeadPage::of(takes, "", &to, |page| page).await.comes_to_the_result().await;
    lead_page.submits().await;
    lead_page.reads("送信が完了しました").await;
    let error = lead_page.browser.waits_for_event("error").await;
    assert_eq!(error.detail["code"], "rejected");
    assert!(error.detail["help"].as_str().is_some_and(|help| help.contains("webhook-json")), "{error:?}");
}
