//! The journeys of issue 2: what respondents, keyboards, host pages and other tools meet in the built site.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test code: a failed expectation ends the test, which is its purpose"
)]

mod attributes;
mod events;
mod host_page;
mod keyboard;
mod many_widgets;
mod memory_of_answers;
mod screens;
mod touch;
mod verdicts;

use e2e::{Browser, Device, Site};

/// The demo page on a phone or a desk, with the widget at its first question.
async fn on_the_demo(device: Device) -> (Site, Browser) {
    let site = Site::of_dist();
    let browser = Browser::start(device).await;
    browser.visits(&site.url("demo.html")).await;
    browser.widget().sees_question("purpose").await;
    (site, browser)
}

/// A desk with a page made up from this body.
async fn on_a_page(body: &str) -> (Site, Browser) {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    browser.visits(&site.page("host.html", e2e::Page::with(body))).await;
    (site, browser)
}
