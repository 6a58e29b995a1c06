//! Zoom, large text and paper, with a lead form and a theme: what `journeys/room.rs` and `paper.rs` leave open.

use e2e::rules::Answers;
use e2e::{Browser, Device, needs};
use serde_json::{Value, json};

use crate::{comes_with_results, computed, on_a_page};

const HOST: &str = "<style>:root { color-scheme: light dark; background: Canvas }</style>
    <shindan-widget cta-href='/a' lead=after></shindan-widget>";

/// The first question, then a result with a form that finds everything amiss.
async fn has_room_throughout(browser: &Browser, what: &str) {
    let widget = browser.widget();
    widget.is_live().await;
    widget.goes_on().await;
    widget.shows("a hint", |screen| screen.hint.clone()).await;
    browser.has_room(&format!("a question {what}")).await;
    comes_with_results(browser, &Answers::with_a_cap(), 1).await;
    browser.script::<Value>("sessionStorage.clear()", vec![]).await;
    browser.reloads().await;
    widget.verdict().await;
    widget.presses_on("[part~=submit]").await;
    let errors = "return document.querySelector('shindan-widget').shadowRoot.querySelectorAll('.input-error').length";
    let found = e2e::until(async || if browser.script::<usize>(errors, vec![]).await > 0 { Ok(()) } else { Err(()) });
    found.await.expect("the form finds something amiss");
    browser.has_room(&format!("a result {what}")).await;
}

#[tokio::test]
async fn at_400_percent_nothing_is_cut_and_nothing_scrolls_sideways() {
    needs!(Narrow);
    // A window of 1280 by 1024, four times as large.
    let (_site, browser) = on_a_page(Device::Desktop, HOST).await;
    browser.fills(320, 256).await;
    has_room_throughout(&browser, "at 400 %").await;
    browser.widget().shoots("zoom-400").await;
}

#[tokio::test]
async fn text_of_twice_the_size_by_the_browsers_own_setting_has_room() {
    needs!(DevTools);
    for width in [320, 1280] {
        let (_site, browser) = on_a_page(Device::Desktop, HOST).await;
        browser.fills(width, 800).await;
        browser.devtools("Page.setFontSizes", json!({ "fontSizes": { "standard": 32, "fixed": 26 } })).await;
        browser.reloads().await;
        assert_eq!(computed(&browser, ".widget", "font-size").await, "32px");
        has_room_throughout(&browser, &format!("with large letters at {width} px")).await;
        browser.widget().shoots(&format!("zoom-letters-{width}")).await;
    }
}

#[tokio::test]
async fn a_dark_theme_is_black_on_white_on_paper() {
    needs!(DevTools);
    let theme = "<style>:root { color-scheme: dark; --shindan-accent: #7fd8c0; --shindan-on-accent: #06241c;
        --shindan-surface: #0c1f1a; --shindan-text: #e6f4ef }</style><shindan-widget cta-href='/a'></shindan-widget>";
    let (_site, browser) = on_a_page(Device::Desktop, theme).await;
    browser.widget().is_live().await;
    assert_eq!(computed(&browser, ".widget", "color").await, "rgb(230, 244, 239)");
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    assert_eq!(computed(&browser, ".widget", "color").await, "rgb(0, 0, 0)");
    assert_eq!(computed(&browser, ".widget", "background-color").await, "rgb(255, 255, 255)");
    assert_eq!(computed(&browser, "[part~=next]", "color").await, "rgb(255, 255, 255)");
    assert_eq!(computed(&browser, "[part~=next]", "background-color").await, "rgb(0, 0, 0)");
}
