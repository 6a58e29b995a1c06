//! The widget on a tablet at a stand: it goes back to the start by itself, and forgets who was there.

use e2e::Device;
use serde_json::json;

use crate::FormPage;

/// Has the timers of the page go off at once, so that nobody waits; the longest alone, which is the one at a stand.
const HASTE: &str = "const later = window.setTimeout;
    window.setTimeout = (work, time, ...rest) => (time === 90_000 ? (window.__due = work) && 0 : later(work, time, ...rest));";

#[tokio::test]
async fn at_a_stand_it_goes_back_to_the_start_and_keeps_the_leads() {
    let form_page = FormPage::of(Device::Desktop, "", |_| json!({ "kiosk": 90 })).await;
    form_page.browser.before_every_page(HASTE).await;
    form_page.browser.reloads().await;
    let form_page = form_page.comes_to_the_result().await;
    form_page.fills("company", "見本商会").await;
    form_page.sends().await;
    form_page.reads("この端末に保存しました").await;
    form_page.browser.script::<serde_json::Value>("window.__due()", vec![]).await;
    form_page.browser.widget().sees_question("purpose").await;
    assert!(form_page.stored().await.contains("taro@example.co.jp"), "the lead stays for the staff");
    let form_page = form_page.comes_to_the_result().await;
    assert_eq!(form_page.content().await.value("company"), "", "nothing of the visitor before");

    form_page.fills("company", "別の商会").await;
    form_page.browser.script::<serde_json::Value>("window.__due()", vec![]).await;
    form_page.browser.widget().sees_question("purpose").await;
    assert!(!form_page.stored().await.contains("別の商会"), "nor of one who left: {}", form_page.stored().await);
}
