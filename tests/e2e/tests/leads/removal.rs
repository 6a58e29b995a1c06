//! An app that takes the widget out while its lead is on the way.

use e2e::needs;
use serde_json::Value;

use crate::LeadPage;

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
async fn who_finds_the_form_again_in_mid_way_sends_the_same_lead() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.site.holds(".wasm");
    lead_page.submits().await;
    lead_page.browser.script::<Value>(&format!("{TAKE_OUT}; {PUT_BACK}"), vec![]).await;
    lead_page.site.releases();
    lead_page.ends_delivered().await;
}
