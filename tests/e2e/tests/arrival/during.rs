//! The very moment at which the wasm's view takes the place of the prerendered one.

use std::time::{Duration, Instant};

use e2e::{Browser, Device, Key, Site, needs, until};
use serde_json::json;

use crate::waiting_for_wasm;

/// Waits until the wasm has reached the page, and leaves it time to be compiled and to take over if it wants to.
async fn wasm_has_come(browser: &Browser) {
    let come = until(async || match browser.script("return __probe.loaded('.wasm')", vec![]).await {
        true => Ok(()),
        false => Err(()),
    });
    come.await.expect("the wasm is loaded");
    for _ in 0..4 {
        browser.next_frames().await;
    }
}

/// A finger that rests for longer means something else: the browser makes a long press of it, and no tap.
const LONG_PRESS: Duration = Duration::from_millis(400);

/// Presses the first choice before the wasm comes and lets go after; the browser then, unless that took too long for a tap.
async fn presses_across_the_arrival(device: Device) -> Option<(Site, Browser)> {
    let (site, browser) = waiting_for_wasm(device).await;
    let widget = browser.widget();
    let place = widget.place_of_choice("purpose", "met").await;
    let down = Instant::now();
    browser.press_down(widget.pointer(), place).await;
    site.releases();
    wasm_has_come(&browser).await;
    browser.let_go(widget.pointer(), place).await;
    (device == Device::Desktop || down.elapsed() < LONG_PRESS).then_some((site, browser))
}

async fn a_press_across_the_arrival_counts_once(device: Device) {
    let mut pressed = None;
    for _ in 0..6 {
        pressed = presses_across_the_arrival(device).await;
        if pressed.is_some() {
            break;
        }
    }
    let (_site, browser) = pressed.expect("the wasm comes quickly enough for a tap in one of six tries");
    let widget = browser.widget();
    widget.sees_question("involvement").await;
    widget.is_live().await;
    browser.next_frames().await;
    assert_eq!(widget.sees_question("involvement").await.chosen(), Vec::<&str>::new());
    assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["met"]);
    browser.has_not_jumped().await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_moment_of_arrival_cannot_be_seen() {
    for device in [Device::Phone, Device::Desktop] {
        let (site, browser) = waiting_for_wasm(device).await;
        let widget = browser.widget();
        let before = widget.shoots(&format!("before-wasm-{device:?}")).await;
        site.releases();
        widget.is_live().await;
        browser.next_frames().await;
        let after = widget.shoots(&format!("after-wasm-{device:?}")).await;
        assert!(before == after, "the pictures before-wasm-{device:?} and after-wasm-{device:?} differ");
        browser.has_not_jumped().await;
    }
}

#[tokio::test]
async fn a_finger_held_down_while_the_wasm_comes_taps_once() {
    a_press_across_the_arrival_counts_once(Device::Phone).await;
}

#[tokio::test]
async fn a_mouse_button_held_down_while_the_wasm_comes_clicks_once() {
    a_press_across_the_arrival_counts_once(Device::Desktop).await;
}

#[tokio::test]
async fn a_touch_that_is_cancelled_does_not_keep_the_wasm_out() {
    needs!(DevTools);
    let (site, browser) = waiting_for_wasm(Device::Phone).await;
    let widget = browser.widget();
    let place = widget.place_of_choice("purpose", "met").await;
    browser.press_down(widget.pointer(), place).await;
    site.releases();
    wasm_has_come(&browser).await;
    browser.devtools("Input.dispatchTouchEvent", json!({ "type": "touchCancel", "touchPoints": [] })).await;
    widget.is_live().await;
    assert!(widget.sees_question("purpose").await.chosen().is_empty());
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;
}

#[tokio::test]
async fn the_focus_stays_on_the_same_choice() {
    let (site, browser) = waiting_for_wasm(Device::Desktop).await;
    let widget = browser.widget();
    for _ in 0..12 {
        browser.presses(Key::Tab).await;
        if browser.focus().await.name == "purpose" {
            break;
        }
    }
    browser.presses(Key::Down).await;
    browser.focuses("the second choice", |focus| focus.value == "partly").await;
    site.releases();
    widget.is_live().await;
    browser.focuses("the second choice again", |focus| focus.value == "partly").await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["partly"]);
    browser.presses(Key::Enter).await;
    widget.sees_question("involvement").await;
    assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
    browser.has_not_jumped().await;
}

#[tokio::test]
async fn the_focus_stays_on_the_question_after_a_step() {
    let (site, browser) = waiting_for_wasm(Device::Desktop).await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("met").await;
    let at_the_legend =
        |focus: &e2e::Focus| focus.element == "legend" && focus.question.as_deref() == Some("involvement");
    browser.focuses("the legend", at_the_legend).await;
    site.releases();
    widget.is_live().await;
    browser.focuses("the legend again", at_the_legend).await;
    browser.has_not_jumped().await;
}

#[tokio::test]
async fn a_widget_taken_away_while_the_wasm_comes_leaves_no_trace() {
    let (site, browser) = waiting_for_wasm(Device::Desktop).await;
    browser.waits_for_event("view").await;
    let gone: bool = browser.script("document.querySelector('shindan-widget').remove(); return true", vec![]).await;
    assert!(gone);
    site.releases();
    wasm_has_come(&browser).await;
    let names: Vec<String> = browser.events().await.into_iter().map(|event| event.name).collect();
    assert_eq!(names, ["shindan:ready", "shindan:view"], "what is away says nothing more");
    browser.has_a_clean_console().await;
}
