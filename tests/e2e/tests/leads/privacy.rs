//! What goes out and what is kept: nothing before there is consent, and no more than was agreed to.

use e2e::rules::Answers;
use e2e::{Page, needs};
use serde_json::{Value, json};
use xtask::site::{Receiver, ScriptedResponse};

use crate::lead_page::{A_WHILE, LeadPage, widget};

const CAMPAIGN: &str = "?utm_source=%E6%98%A5&utm_medium=mail&gclid=G1&email=secret%40example.com&utm_secret=1#part";

/// The lead that came to the receiver.
fn lead(lead_page: &LeadPage) -> Value {
    let arrivals = lead_page.arrivals();
    let body = arrivals.last().and_then(|arrival| arrival.body.as_deref()).unwrap_or("null");
    serde_json::from_str(body).expect("the lead is JSON")
}

/// A page that was found by an advertisement, with these attributes of the widget.
async fn found_by_advertisement(attributes: &str) -> LeadPage {
    let receiver = Receiver::start().expect("a port is free");
    let destination = json!({ "type": "webhook-json", "url": receiver.url("lead") });
    let mut lead_page = LeadPage::of(receiver, attributes, &[destination], |page| page).await;
    lead_page.url = format!("{}{CAMPAIGN}", lead_page.url);
    lead_page.browser.visits("about:blank").await;
    lead_page.browser.visits(&lead_page.url).await;
    lead_page.comes_to_the_result().await
}

#[tokio::test]
async fn before_a_consented_submit_nothing_is_asked_for_but_the_widgets_own_files_and_no_address_changes() {
    needs!(DevTools);
    let lead_page = found_by_advertisement("data-layer data-consent='analytics'").await;
    let steps: i64 = lead_page.browser.script("return history.length", vec![]).await;
    lead_page.fills_in().await;
    lead_page.rests().await;
    let own = lead_page.site.url("");
    let others: Vec<String> =
        lead_page.browser.requests().await.into_iter().filter(|url| !url.starts_with(&own)).collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(lead_page.receiver.arrivals().is_empty());
    let address: String = lead_page.browser.script("return location.href", vec![]).await;
    assert_eq!(address, lead_page.url);
    assert_eq!(lead_page.browser.script::<i64>("return history.length", vec![]).await, steps);
    assert!(
        lead_page.browser.stored().await["leads"].as_array().is_none_or(Vec::is_empty),
        "no lead is kept before it is submitted"
    );
    // Only now it goes.
    lead_page.browser.widget().presses_on("[part~=submit]").await;
    lead_page.ends_delivered().await;
    assert_eq!(lead_page.browser.script::<String>("return location.href", vec![]).await, lead_page.url);
}

#[tokio::test]
async fn without_the_box_ticked_nothing_goes_out() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.fills_in().await;
    lead_page.browser.widget().presses_on("label:has([name=privacy])").await;
    lead_page.browser.widget().presses_on("[part~=submit]").await;
    lead_page.browser.focuses("the box", |focus| focus.name == "privacy").await;
    lead_page.rests().await;
    assert!(lead_page.receiver.arrivals().is_empty());
    assert!(lead_page.browser.stored().await["leads"].as_array().is_none_or(Vec::is_empty));
}

#[tokio::test]
async fn campaigns_travel_and_nothing_else_of_an_address() {
    needs!(DevTools);
    let lead_page = found_by_advertisement("").await;
    lead_page.submits().await;
    lead_page.ends_delivered().await;
    let lead = lead(&lead_page);
    let host = lead_page.site.url("host.html");
    assert_eq!(lead["attribution"]["utm"], json!({ "source": "春", "medium": "mail" }));
    assert_eq!(lead["attribution"]["landing_url"], format!("{host}?utm_source=%E6%98%A5&utm_medium=mail"));
    assert!(lead["attribution"]["click_ids"].is_null() && lead["attribution"]["hutk"].is_null(), "{lead:#?}");
    assert!(!lead.to_string().contains("secret"), "{lead:#?}");
    let kept: Value = lead_page.browser.script("return Object.keys(sessionStorage)", vec![]).await;
    assert!(!kept.to_string().contains("shindan:arrival"), "nothing is kept of it: {kept}");
}

#[tokio::test]
async fn with_consent_to_measuring_click_ids_and_the_first_page_come_along() {
    needs!(DevTools);
    let lead_page = found_by_advertisement("data-consent='ads analytics'").await;
    lead_page
        .browser
        .script::<Value>("document.cookie = 'hubspotutk=0123456789abcdef0123456789abcdef; path=/'", vec![])
        .await;
    // The page once more, without the campaign. What else is in its query tells it from others.
    lead_page.browser.visits(&lead_page.site.url("host.html?email=secret%40example.com")).await;
    lead_page.has_the_form().await;
    lead_page.submits().await;
    lead_page.ends_delivered().await;
    let lead = lead(&lead_page);
    assert_eq!(lead["attribution"]["click_ids"], json!({ "gclid": "G1" }));
    assert_eq!(lead["attribution"]["hutk"], "0123456789abcdef0123456789abcdef");
    assert_eq!(lead["attribution"]["page_url"], lead_page.site.url("host.html"));
    let landing = lead["attribution"]["landing_url"].as_str().unwrap_or_default();
    assert!(landing.contains("utm_source") && landing.contains("gclid=G1"), "{landing}");
    assert!(!lead.to_string().contains("secret"), "{lead:#?}");
}

/// What tag managers received of leads.
async fn received(lead_page: &LeadPage) -> Vec<Value> {
    let layer: Vec<Value> = lead_page.browser.script("return window.dataLayer ?? []", vec![]).await;
    layer.into_iter().filter(|entry| entry["event"] == "generate_lead").collect()
}

#[tokio::test]
async fn tag_managers_hear_of_a_lead_once_and_never_of_whom() {
    needs!(DevTools);
    let receivers = [Receiver::start().expect("a port is free"), Receiver::start().expect("a port is free")];
    receivers[0].does([ScriptedResponse::answers(500), ScriptedResponse::takes()]);
    let [first, second] = receivers;
    let to = [
        json!({ "type": "webhook-json", "url": first.url("lead") }),
        json!({ "type": "webhook-json", "url": second.url("lead") }),
        json!({ "type": "data-layer", "constants": { "value": "5000", "lead_source": "shindan" } }),
    ];
    let lead_page = LeadPage::of(first, "", &to, |page| page).await.comes_to_the_result().await;
    lead_page.submits().await;
    lead_page.reads("送信が完了しました").await;
    lead_page.waits(A_WHILE).await;
    lead_page.gets(2);
    lead_page.rests().await;
    let layer = received(&lead_page).await;
    assert_eq!(layer.len(), 1, "{layer:#?}");
    let id = lead_page.kept().first().cloned();
    let expected =
        json!({ "event": "generate_lead", "lead_id": id, "currency": "JPY", "value": 5000, "lead_source": "shindan" });
    assert_eq!(layer[0], expected);
    let all: Value = lead_page.browser.script("return window.dataLayer", vec![]).await;
    assert!(!all.to_string().contains("example.co.jp") && !all.to_string().contains("試験"), "{all:#?}");
    drop(second);
}

#[tokio::test]
async fn tag_managers_hear_nothing_where_they_were_not_asked_to() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.submits().await;
    lead_page.ends_delivered().await;
    assert!(received(&lead_page).await.is_empty());
}

#[tokio::test]
async fn with_data_layer_consent_tag_managers_hear_of_leads_only_where_the_visitor_agreed() {
    needs!(DevTools);
    for (consent, count) in [("", 0), (" data-consent=analytics", 1)] {
        let receiver = Receiver::start().expect("a port is free");
        let to = [
            json!({ "type": "webhook-json", "url": receiver.url("lead") }),
            json!({ "type": "data-layer", "constants": { "value": "5000" } }),
        ];
        let attributes = ["data-layer=consent", consent].concat();
        let lead_page = LeadPage::of(receiver, &attributes, &to, |page| page).await.comes_to_the_result().await;
        lead_page.submits().await;
        lead_page.ends_delivered().await;
        let layer = received(&lead_page).await;
        assert_eq!(layer.len(), count, "{attributes}: {layer:#?}");
        let all: Vec<Value> = lead_page.browser.script("return window.dataLayer ?? []", vec![]).await;
        assert_eq!(all.is_empty(), count == 0, "{attributes}: {all:#?}");
    }
}

#[tokio::test]
async fn a_lead_that_goes_nowhere_stays_here_and_says_so() {
    needs!(DevTools);
    let receiver = Receiver::start().expect("a port is free");
    let lead_page = LeadPage::of(receiver, "", &[], |page| page).await.comes_to_the_result().await;
    lead_page.submits().await;
    lead_page.reads("この端末に保存しました").await;
    lead_page.rests().await;
    let stored = lead_page.browser.stored().await;
    assert!(stored["leads"][0]["lead"].as_str().is_some_and(|lead| lead.contains("taro@example.co.jp")), "{stored:#?}");
    assert!(stored["leads"][0]["due"].is_null(), "it costs the sender nothing: {stored:#?}");
}

#[tokio::test]
async fn the_respondent_can_have_it_deleted() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::answers(503)]);
    lead_page.submits().await;
    lead_page.reads("自動でもう一度送信します").await;
    lead_page.press("削除").await;
    lead_page.reads("削除しました").await;
    let stored = lead_page.browser.stored().await;
    assert!(!stored.to_string().contains("taro@example.co.jp"), "{stored:#?}");
    lead_page.waits(A_WHILE).await;
    lead_page.rests().await;
    assert_eq!(lead_page.arrivals().len(), 1, "nothing more is sent");
}

#[tokio::test]
async fn data_that_time_has_run_out_for_is_deleted_on_a_later_visit_without_a_form() {
    needs!(DevTools);
    let lead_page = LeadPage::with("form").await;
    lead_page.submits().await;
    lead_page.reads("届いたかどうかを自動では確認できない").await;
    lead_page.rests().await;
    assert!(
        lead_page.browser.stored().await.to_string().contains("taro@example.co.jp"),
        "for three days, to be sent otherwise"
    );
    lead_page.browser.sets_the_clock(73.0).await;
    lead_page.browser.script::<Value>("sessionStorage.clear()", vec![]).await;
    let page = Page::with(&widget("", &[]));
    lead_page.browser.visits(&lead_page.site.page("later.html", page)).await;
    lead_page.browser.widget().is_live().await;
    let gone = e2e::until(async || {
        let stored = lead_page.browser.stored().await;
        if stored.to_string().contains("taro@example.co.jp") { Err(stored) } else { Ok(()) }
    });
    gone.await.unwrap_or_else(|stored| panic!("it is still there: {stored:#?}"));
}

#[tokio::test]
async fn a_tag_manager_that_throws_holds_up_no_later_lead() {
    needs!(DevTools);
    let receiver = Receiver::start().expect("a port is free");
    let to = [json!({ "type": "webhook-json", "url": receiver.url("lead") }), json!({ "type": "data-layer" })];
    let lead_page = LeadPage::of(receiver, "", &to, |page| page).await.comes_to_the_result().await;
    let throws = "window.dataLayer = { push() { window.__pushed = true; throw new Error('of the page') } }";
    lead_page.browser.script::<Value>(throws, vec![]).await;
    lead_page.submits().await;
    lead_page.reads("送信が完了しました").await;
    assert!(lead_page.browser.script::<bool>("return window.__pushed", vec![]).await);
    lead_page.browser.widget().restarts().await;
    lead_page.browser.widget().answers_all(&Answers::with_a_cap()).await;
    lead_page.has_the_form().await;
    lead_page.submits().await;
    lead_page.reads("送信が完了しました").await;
    lead_page.gets(2);
    lead_page.rests().await;
}
