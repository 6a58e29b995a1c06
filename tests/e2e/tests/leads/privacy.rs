//! What goes out and what is kept: nothing before there is consent, and no more than was agreed to.

use e2e::{Page, needs};
use serde_json::{Value, json};
use xtask::site::{Fate, Receiver};

use crate::desk::{A_WHILE, Desk, widget};

const CAMPAIGN: &str = "?utm_source=%E6%98%A5&utm_medium=mail&gclid=G1&email=secret%40example.com&utm_secret=1#part";

/// The lead that came to the receiver.
fn lead(desk: &Desk) -> Value {
    let arrivals = desk.arrivals();
    let body = arrivals.last().and_then(|arrival| arrival.body.as_deref()).unwrap_or("null");
    serde_json::from_str(body).expect("the lead is JSON")
}

/// A page that was found by an advertisement, with these attributes of the widget.
async fn found_by_advertisement(attributes: &str) -> Desk {
    let receiver = Receiver::start().expect("a port is free");
    let destination = json!({ "type": "webhook-json", "url": receiver.url("lead") });
    let mut desk = Desk::of(receiver, attributes, &[destination], |page| page).await;
    desk.url = format!("{}{CAMPAIGN}", desk.url);
    desk.browser.visits("about:blank").await;
    desk.browser.visits(&desk.url).await;
    desk.comes_to_the_result().await
}

#[tokio::test]
async fn before_a_consented_submit_nothing_is_asked_for_but_the_widgets_own_files_and_no_address_changes() {
    needs!(DevTools);
    let desk = found_by_advertisement("data-layer data-consent='analytics'").await;
    let steps: i64 = desk.browser.script("return history.length", vec![]).await;
    desk.fills_in().await;
    desk.rests().await;
    let own = desk.site.url("");
    let others: Vec<String> = desk.browser.requests().await.into_iter().filter(|url| !url.starts_with(&own)).collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(desk.receiver.arrivals().is_empty());
    let address: String = desk.browser.script("return location.href", vec![]).await;
    assert_eq!(address, desk.url);
    assert_eq!(desk.browser.script::<i64>("return history.length", vec![]).await, steps);
    assert!(
        desk.browser.stored().await["leads"].as_array().is_none_or(Vec::is_empty),
        "no lead is kept before it is submitted"
    );
    // Only now it goes.
    desk.browser.widget().presses_on("[part~=submit]").await;
    desk.ends_delivered().await;
    assert_eq!(desk.browser.script::<String>("return location.href", vec![]).await, desk.url);
}

#[tokio::test]
async fn without_the_box_ticked_nothing_goes_out() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.fills_in().await;
    desk.browser.widget().presses_on("label:has([name=privacy])").await;
    desk.browser.widget().presses_on("[part~=submit]").await;
    desk.browser.focuses("the box", |focus| focus.name == "privacy").await;
    desk.rests().await;
    assert!(desk.receiver.arrivals().is_empty());
    assert!(desk.browser.stored().await["leads"].as_array().is_none_or(Vec::is_empty));
}

#[tokio::test]
async fn campaigns_travel_and_nothing_else_of_an_address() {
    needs!(DevTools);
    let desk = found_by_advertisement("").await;
    desk.submits().await;
    desk.ends_delivered().await;
    let lead = lead(&desk);
    let host = desk.site.url("host.html");
    assert_eq!(lead["attribution"]["utm"], json!({ "source": "春", "medium": "mail" }));
    assert_eq!(lead["attribution"]["landing_url"], format!("{host}?utm_source=%E6%98%A5&utm_medium=mail"));
    assert!(lead["attribution"]["click_ids"].is_null() && lead["attribution"]["hutk"].is_null(), "{lead:#?}");
    assert!(!lead.to_string().contains("secret"), "{lead:#?}");
    let kept: Value = desk.browser.script("return Object.keys(sessionStorage)", vec![]).await;
    assert!(!kept.to_string().contains("shindan:arrival"), "nothing is kept of it: {kept}");
}

#[tokio::test]
async fn with_consent_to_measuring_click_ids_and_the_first_page_come_along() {
    needs!(DevTools);
    let desk = found_by_advertisement("data-consent='ads analytics'").await;
    desk.browser
        .script::<Value>("document.cookie = 'hubspotutk=0123456789abcdef0123456789abcdef; path=/'", vec![])
        .await;
    // The page once more, without the campaign. What else is in its query tells it from others.
    desk.browser.visits(&desk.site.url("host.html?email=secret%40example.com")).await;
    desk.has_the_form_again().await;
    desk.submits().await;
    desk.ends_delivered().await;
    let lead = lead(&desk);
    assert_eq!(lead["attribution"]["click_ids"], json!({ "gclid": "G1" }));
    assert_eq!(lead["attribution"]["hutk"], "0123456789abcdef0123456789abcdef");
    assert_eq!(lead["attribution"]["page_url"], desk.site.url("host.html"));
    let landing = lead["attribution"]["landing_url"].as_str().unwrap_or_default();
    assert!(landing.contains("utm_source") && landing.contains("gclid=G1"), "{landing}");
    assert!(!lead.to_string().contains("secret"), "{lead:#?}");
}

/// What tag managers heard of leads.
async fn heard(desk: &Desk) -> Vec<Value> {
    let layer: Vec<Value> = desk.browser.script("return window.dataLayer ?? []", vec![]).await;
    layer.into_iter().filter(|entry| entry["event"] == "generate_lead").collect()
}

#[tokio::test]
async fn tag_managers_hear_of_a_lead_once_and_never_of_whom() {
    needs!(DevTools);
    let receivers = [Receiver::start().expect("a port is free"), Receiver::start().expect("a port is free")];
    receivers[0].does([Fate::answers(500), Fate::takes()]);
    let [first, second] = receivers;
    let to = [
        json!({ "type": "webhook-json", "url": first.url("lead") }),
        json!({ "type": "webhook-json", "url": second.url("lead") }),
        json!({ "type": "data-layer", "constants": { "value": "5000", "lead_source": "shindan" } }),
    ];
    let desk = Desk::of(first, "", &to, |page| page).await.comes_to_the_result().await;
    desk.submits().await;
    desk.reads("送信が完了しました").await;
    desk.waits(A_WHILE).await;
    desk.gets(2);
    desk.rests().await;
    let layer = heard(&desk).await;
    assert_eq!(layer.len(), 1, "{layer:#?}");
    let id = desk.kept().first().cloned();
    let expected =
        json!({ "event": "generate_lead", "lead_id": id, "currency": "JPY", "value": 5000, "lead_source": "shindan" });
    assert_eq!(layer[0], expected);
    let all: Value = desk.browser.script("return window.dataLayer", vec![]).await;
    assert!(!all.to_string().contains("example.co.jp") && !all.to_string().contains("試験"), "{all:#?}");
    drop(second);
}

#[tokio::test]
async fn tag_managers_hear_nothing_where_they_were_not_asked_to() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.submits().await;
    desk.ends_delivered().await;
    assert!(heard(&desk).await.is_empty());
}

#[tokio::test]
async fn a_lead_that_goes_nowhere_stays_here_and_says_so() {
    needs!(DevTools);
    let receiver = Receiver::start().expect("a port is free");
    let desk = Desk::of(receiver, "", &[], |page| page).await.comes_to_the_result().await;
    desk.submits().await;
    desk.reads("この端末に保存しました").await;
    desk.rests().await;
    let stored = desk.browser.stored().await;
    assert!(stored["leads"][0]["lead"].as_str().is_some_and(|lead| lead.contains("taro@example.co.jp")), "{stored:#?}");
    assert!(stored["leads"][0]["due"].is_null(), "it costs the sender nothing: {stored:#?}");
}

#[tokio::test]
async fn the_respondent_can_have_it_deleted() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::answers(503)]);
    desk.submits().await;
    desk.reads("自動でもう一度送信します").await;
    desk.press("削除").await;
    desk.reads("削除しました").await;
    let stored = desk.browser.stored().await;
    assert!(!stored.to_string().contains("taro@example.co.jp"), "{stored:#?}");
    desk.waits(A_WHILE).await;
    desk.rests().await;
    assert_eq!(desk.arrivals().len(), 1, "nothing more is sent");
}

#[tokio::test]
async fn data_that_time_has_run_out_for_is_deleted_on_a_later_visit_without_a_form() {
    needs!(DevTools);
    let desk = Desk::with("form").await;
    desk.submits().await;
    desk.reads("届いたかどうかを自動では確認できない").await;
    desk.rests().await;
    assert!(
        desk.browser.stored().await.to_string().contains("taro@example.co.jp"),
        "for three days, to be sent otherwise"
    );
    desk.browser.sets_the_clock(73.0).await;
    desk.browser.script::<Value>("sessionStorage.clear()", vec![]).await;
    let page = Page::with(&widget("", &[]));
    desk.browser.visits(&desk.site.page("later.html", page)).await;
    desk.browser.widget().is_live().await;
    let gone = e2e::until(async || {
        let stored = desk.browser.stored().await;
        if stored.to_string().contains("taro@example.co.jp") { Err(stored) } else { Ok(()) }
    });
    gone.await.unwrap_or_else(|stored| panic!("it is still there: {stored:#?}"));
}
