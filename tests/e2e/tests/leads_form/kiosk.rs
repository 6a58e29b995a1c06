//! The widget on a tablet at a stand: it goes back to the start by itself, and forgets who was there.

use std::time::Duration;

use e2e::Device;
use serde_json::{Value, json};

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
    form_page.browser.script::<Value>("window.__due()", vec![]).await;
    form_page.browser.widget().sees_question("purpose").await;
    assert!(form_page.stored().await.contains("taro@example.co.jp"), "the lead stays for the staff");
    let form_page = form_page.comes_to_the_result().await;
    assert_eq!(form_page.content().await.value("company"), "", "nothing of the visitor before");

    form_page.fills("company", "別の商会").await;
    form_page.browser.script::<Value>("window.__due()", vec![]).await;
    form_page.browser.widget().sees_question("purpose").await;
    assert!(!form_page.stored().await.contains("別の商会"), "nor of one who left: {}", form_page.stored().await);
}

/// Seconds without a touch, at the stand of these tests.
const SECONDS: u64 = 90;

/// A stand whose clock the test moves.
async fn with_a_clock(device: Device) -> FormPage {
    let form_page = FormPage::of(device, "", |_| json!({ "kiosk": SECONDS })).await;
    form_page.browser.has_a_clock().await;
    form_page.browser.reloads().await;
    form_page
}

impl FormPage {
    /// Waits for the first question of the owner's pack, where nothing is chosen.
    async fn begins_anew(&self) {
        let screen = self.browser.widget().sees_question("purpose").await;
        assert!(screen.chosen().is_empty() && screen.notice.is_none(), "{screen:?}");
        let left = "return [sessionStorage, localStorage].flatMap((storage) => Object.entries(storage))
            .filter(([name]) => name.startsWith('shindan:/')).map((entry) => entry.join(': '))";
        let left: Vec<String> = self.browser.script(left, vec![]).await;
        assert!(left.is_empty(), "something of the visitor is left: {left:#?}");
    }
}

#[tokio::test]
async fn at_a_stand_nothing_is_left_of_a_visitor_who_took_an_offer() {
    let form_page = with_a_clock(Device::Desktop).await.comes_to_the_result().await;
    let widget = form_page.browser.widget();
    form_page.sends().await;
    form_page.reads("この端末に保存しました").await;
    widget.presses_keep().await;
    widget.shows("leave to keep the result", |screen| screen.verdict.as_ref()?.keeps.then_some(())).await;
    widget.presses_on("[part~=offer]").await;
    let pack = "return document.querySelector('shindan-widget').getAttribute('pack')";
    widget.sees_question("after_training").await;
    assert_eq!(form_page.browser.script::<String>(pack, vec![]).await, "adoption");
    // Nobody touches it any more.
    form_page.browser.sleeps(Duration::from_secs(SECONDS)).await;
    form_page.begins_anew().await;
    assert_eq!(form_page.browser.script::<String>(pack, vec![]).await, "readiness");
    assert!(form_page.stored().await.contains("taro@example.co.jp"), "the lead stays for the staff");

    form_page.browser.reloads().await;
    let form_page = form_page.comes_to_the_result().await;
    let verdict = form_page.browser.widget().verdict().await;
    assert!(verdict.compared.is_empty() && !verdict.keeps, "nothing of the visitor before shows: {verdict:#?}");
}

#[tokio::test]
async fn at_a_stand_a_page_that_was_loaded_again_waits_without_a_touch() {
    let form_page = with_a_clock(Device::Desktop).await.comes_to_the_result().await;
    form_page.fills("company", "見本商会").await;
    form_page.browser.reloads().await;
    form_page
        .shows("the draft", |form| form.fields.get("company").is_some_and(|field| field.value == "見本商会"))
        .await;
    form_page.browser.sleeps(Duration::from_secs(SECONDS)).await;
    form_page.begins_anew().await;
    assert!(!form_page.stored().await.contains("見本商会"), "{}", form_page.stored().await);
}

#[tokio::test]
async fn at_a_stand_an_offer_that_was_taken_is_a_visit_also_after_a_reload() {
    let form_page = with_a_clock(Device::Desktop).await.comes_to_the_result().await;
    let widget = form_page.browser.widget();
    widget.presses_on("[part~=offer]").await;
    widget.sees_question("after_training").await;
    form_page.browser.reloads().await;
    widget.is_live().await;
    widget.sees_question("after_training").await;
    form_page.browser.sleeps(Duration::from_secs(SECONDS)).await;
    form_page.begins_anew().await;
}

#[tokio::test]
async fn at_a_stand_that_has_slept_the_first_touch_comes_too_late() {
    for device in [Device::Desktop, Device::Phone] {
        let form_page = with_a_clock(device).await;
        let browser = &form_page.browser;
        browser.widget().sees_question("purpose").await;
        let place = browser.widget().place_of("[part~=choice]:has(input[value=met])").await;
        let top: f64 = browser.script("return scrollY", vec![]).await;
        let form_page = form_page.comes_to_the_result().await;
        form_page.fills("company", "見本商会").await;
        form_page.browser.sets_the_clock(1.0).await;
        // Where the first question has a choice, once it stands there again.
        form_page.browser.script::<Value>("scrollTo(0, arguments[0])", vec![json!(top)]).await;
        form_page.browser.press(place).await;
        form_page.begins_anew().await;
        form_page.browser.widget().is_live().await;
        // The click of that touch answers nothing.
        form_page.begins_anew().await;
    }
}

#[tokio::test]
async fn at_a_stand_that_is_seen_again_too_late_the_visit_has_ended() {
    let form_page = with_a_clock(Device::Desktop).await.comes_to_the_result().await;
    form_page.fills("company", "見本商会").await;
    let is_seen = "document.dispatchEvent(new Event('visibilitychange'))";
    form_page.browser.script::<Value>(is_seen, vec![]).await;
    form_page.browser.next_frames().await;
    assert_eq!(form_page.content().await.value("company"), "見本商会", "in time it goes on");
    form_page.browser.sets_the_clock(1.0).await;
    form_page.browser.script::<Value>(is_seen, vec![]).await;
    form_page.begins_anew().await;
}
