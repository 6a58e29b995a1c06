//! The receiver answers, and not as it should.

use std::time::Duration;

use e2e::needs;
use xtask::site::Fate;

use crate::{A_WHILE, Desk};

const PROMISE: &str = "自動でもう一度送信します";

/// Submits to a receiver that does this first and takes everything afterwards.
async fn after_a_while(fate: Fate) {
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([fate, Fate::takes()]);
    desk.submits().await;
    desk.reads(PROMISE).await;
    assert_eq!(desk.arrivals().len(), 1);
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn what_is_taken_is_said_to_be() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.submits().await;
    desk.ends_delivered().await;
    assert_eq!(desk.arrivals().len(), 1);
}

#[tokio::test]
async fn status_408_is_tried_again() {
    needs!(DevTools);
    after_a_while(Fate::answers(408)).await;
}

#[tokio::test]
async fn status_425_is_tried_again() {
    needs!(DevTools);
    after_a_while(Fate::answers(425)).await;
}

#[tokio::test]
async fn status_500_is_tried_again() {
    needs!(DevTools);
    after_a_while(Fate::answers(500)).await;
}

#[tokio::test]
async fn status_502_with_a_page_is_tried_again() {
    needs!(DevTools);
    after_a_while(Fate::answers(502).says("Content-Type", "text/html").body("<html>Bad Gateway</html>")).await;
}

#[tokio::test]
async fn a_lead_that_was_kept_in_spite_of_a_500_is_repeated_with_the_same_id() {
    needs!(DevTools);
    after_a_while(Fate::answers(500).keeping()).await;
}

#[tokio::test]
async fn a_sign_in_page_of_the_network_is_no_receiver() {
    needs!(DevTools);
    after_a_while(Fate::portal()).await;
}

/// A 429 first: nothing is sent before `seconds` are over.
async fn is_left_alone_for(fate: Fate, seconds: u64) {
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([fate, Fate::takes()]);
    desk.submits().await;
    desk.reads(PROMISE).await;
    desk.waits(Duration::from_secs(seconds - 2)).await;
    desk.rests().await;
    assert_eq!(desk.arrivals().len(), 1, "{}", desk.state().await);
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn status_429_is_given_the_time_that_it_asks_for() {
    needs!(DevTools);
    is_left_alone_for(Fate::answers(429).says("Retry-After", "40"), 40).await;
}

#[tokio::test]
async fn status_429_is_given_ten_seconds_where_it_says_nothing() {
    needs!(DevTools);
    is_left_alone_for(Fate::answers(429), 10).await;
}

#[tokio::test]
async fn what_is_refused_is_said_with_a_way_to_mend_it() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::answers(422), Fate::takes()]);
    desk.submits().await;
    let told = desk.reads("受け付けられませんでした").await;
    assert!(told.ways.iter().any(|way| way.contains("直す")), "{told:?}");
    assert!(desk.kept().is_empty());
    desk.browser.widget().presses_on(".told button").await;
    // Another lead asks for consent anew.
    desk.browser.widget().presses_on("[name=privacy]").await;
    desk.browser.widget().presses_on("[part~=submit]").await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn a_wrong_address_is_the_owners_to_mend_and_leaves_the_respondent_ways_out() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::answers(404)]);
    desk.submits().await;
    let told = desk.reads("受付の設定に問題があり").await;
    assert!(!told.text.contains("404"), "the code is none of theirs: {told:?}");
    for way in ["控え", "メール", "電話"] {
        assert!(told.ways.iter().any(|words| words.contains(way)), "{told:?}");
    }
    let error = desk.browser.hears("error").await;
    assert_eq!(error.detail["code"], "http_404");
}

#[tokio::test]
async fn after_the_last_try_there_are_ways_out_and_a_new_beginning() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::answers(503)]);
    desk.submits().await;
    desk.reads(PROMISE).await;
    for _ in 0..40 {
        desk.waits(Duration::from_hours(6)).await;
    }
    let told = desk.reads("何度か試しましたが").await;
    assert!((2..=8).contains(&desk.arrivals().len()), "{}", desk.arrivals().len());
    assert!(told.ways.iter().any(|way| way.contains("控え")), "{told:?}");
    desk.receiver_does([Fate::takes()]);
    desk.browser.widget().presses_on(".told button").await;
    desk.ends_delivered().await;
}
