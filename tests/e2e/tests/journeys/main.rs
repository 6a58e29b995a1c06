//! The journeys: what respondents, keyboards, host pages and other tools meet in the built site.

mod attributes;
mod benchmark;
mod booking;
mod builder;
mod draft;
mod events;
mod funnel_page;
mod host_page;
mod keyboard;
mod links;
mod links_on_the_page;
mod many_widgets;
mod memory;
mod memory_of_answers;
mod offers;
mod packs;
mod packs_by_url;
mod paper;
mod room;
mod screens;
mod snippet;
mod take_home;
mod touch;
mod two_people;
mod variants;
mod verdicts;
mod views;
mod what_if;

use e2e::rules::Expected;
use e2e::{Browser, Device, Site, Verdict};

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

/// Score and level as the widget puts them.
fn in_words(expected: &Expected) -> String {
    let level = match expected.level {
        "ready" => "導入準備OK",
        "nearly" => "あと一歩",
        "prepare" => "要準備",
        _ => "足元から",
    };
    format!("{}点「{level}」", expected.score)
}

/// Expects two views of one result.
fn assert_says_the_same(one: &Verdict, other: &Verdict) {
    let summary = |verdict: &Verdict| {
        let findings = verdict.findings.iter().map(|finding| finding.text.clone()).collect::<Vec<_>>();
        let Verdict { score_text, level, caps, way_up, receipt, gaps, .. } = verdict.clone();
        (score_text, level, caps, findings, way_up, receipt, gaps)
    };
    assert_eq!(summary(one), summary(other));
}
