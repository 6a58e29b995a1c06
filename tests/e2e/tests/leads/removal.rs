//! A widget that is taken out, or whose respondent goes on, while its lead is on the way.

use e2e::{needs, until};
use serde_json::Value;
use xtask::site::ScriptedResponse;

use crate::{A_WHILE, LeadPage};

const TAKE_OUT: &str = "window.taken = document.querySelector('shindan-widget'); taken.remove()";
const PUT_BACK: &str = "document.body.append(taken)";

#[tokio::test]
async fn a_lead_whose_widget_is_taken_out_before_the_outbox_has_come_arrives_once() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.site.holds(".wasm");
    lead_page.submits().await;
    lead_page.browser.script::<Value>(TAKE_OUT, vec![]).await;
    lead_page.site.releases();
    lead_page.gets(1);
    lead_page.browser.script::<Value>(PUT_BACK, vec![]).await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn the_page_hears_of_a_lead_whose_respondent_has_gone_on() {
    needs!(DevTools);
    for goes_on in ["[part~=restart]", "[part~=offer]"] {
        let lead_page = LeadPage::with("webhook-json").await;
        lead_page.receiver_does([ScriptedResponse::answers(500), ScriptedResponse::takes()]);
        lead_page.submits().await;
        lead_page.reads("自動でもう一度送信します").await;
        lead_page.browser.widget().presses_on(goes_on).await;
        lead_page.browser.widget().is_live().await;
        lead_page.waits(A_WHILE).await;
        lead_page.gets(2);
        let is_told = until(async || {
            let events = lead_page.browser.events().await;
            let mut leads = events.iter().filter(|event| event.name == "shindan:lead");
            let is_delivered = leads.any(|event| event.detail["state"] == "delivered");
            is_delivered.then_some(()).ok_or(events)
        });
        is_told.await.unwrap_or_else(|events| panic!("{goes_on}: {events:#?}"));
    }
}

#[tokio::test]
async fn who_finds_the_form_again_in_mid_way_sends_the_same_lead() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.site.holds(".wasm");
    lead_page.submits().await;
    lead_page.browser.script::<Value>(&format!("{TAKE_OUT}; {PUT_BACK}"), vec![]).await;
    lead_page.site.releases();
    lead_page.ends_delivered().await;
}
