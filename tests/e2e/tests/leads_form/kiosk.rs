//! The widget on a tablet at a stand: it goes back to the start by itself, and forgets who was there.

use e2e::Device;
use serde_json::json;

use crate::Desk;

/// Has the timers of the page go off at once, so that nobody waits; the longest alone, which is the one at a stand.
const HASTE: &str = "const later = window.setTimeout;
    window.setTimeout = (work, time, ...rest) => (time === 90_000 ? (window.__due = work) && 0 : later(work, time, ...rest));";

#[tokio::test]
async fn at_a_stand_it_goes_back_to_the_start_and_keeps_the_leads() {
    let desk = Desk::of(Device::Desktop, "", |_| json!({ "kiosk": 90 })).await;
    desk.browser.before_every_page(HASTE).await;
    desk.browser.reloads().await;
    let desk = desk.comes_to_the_result().await;
    desk.fills("company", "見本商会").await;
    desk.sends().await;
    desk.reads("この端末に保存しました").await;
    desk.browser.script::<serde_json::Value>("window.__due()", vec![]).await;
    desk.browser.widget().sees_question("purpose").await;
    assert!(desk.stored().await.contains("taro@example.co.jp"), "the lead stays for the staff");
    let desk = desk.comes_to_the_result().await;
    assert_eq!(desk.look().await.value("company"), "", "nothing of the visitor before");

    desk.fills("company", "別の商会").await;
    desk.browser.script::<serde_json::Value>("window.__due()", vec![]).await;
    desk.browser.widget().sees_question("purpose").await;
    assert!(!desk.stored().await.contains("別の商会"), "nor of one who left: {}", desk.stored().await);
}
