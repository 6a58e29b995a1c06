//! The mode `popup`: a modal dialog, with the page behind it out of reach.

use e2e::{Device, Key};
use serde_json::json;

use crate::PanelPage;

#[tokio::test]
async fn the_button_opens_a_dialog_with_a_name_and_the_focus_in_it() {
    let panel_page = PanelPage::at_the_demo(Device::Phone, "popup").await;
    let before = panel_page.state().await;
    assert_eq!(before.button.as_deref(), Some("2分で準備度を確かめる"));
    assert!(!before.is_open && !before.is_expanded && !before.is_in_the_text, "{before:#?}");
    panel_page.opens().await;
    let state = panel_page.comes_to("have the focus", |state| state.has_focus).await;
    assert!(state.is_modal && state.is_expanded, "{state:#?}");
    assert_eq!(state.title, "AI導入の準備度診断");
    assert_eq!(state.events, ["open by button"]);
    panel_page.widget().answers("purpose").await.with("met").await;
    panel_page.widget().sees_question("involvement").await;
    panel_page.closes().await;
    assert!(!panel_page.state().await.is_expanded);
    panel_page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_keyboard_alone_goes_in_all_the_way_and_out_and_never_reaches_the_page_behind() {
    let panel_page = PanelPage::with("popup", &json!({})).await;
    for _ in 0..10 {
        panel_page.browser.presses(Key::Tab).await;
        if panel_page.browser.focus().await.part == "open" {
            break;
        }
    }
    assert!(panel_page.browser.focus().await.ring, "the button shows that it has the focus");
    panel_page.browser.presses(Key::Enter).await;
    panel_page.comes_to("have the focus", |state| state.is_open && state.has_focus).await;
    panel_page.widget().is_live().await;
    let mut parts = Vec::new();
    for _ in 0..24 {
        panel_page.browser.presses(Key::Tab).await;
        let focus = panel_page.browser.focus().await;
        // Between the last and the first there is the browser's own bar.
        assert!(focus.widget == 0 || focus.element == "body", "the page behind has the focus: {focus:?}");
        parts.push(if focus.part.is_empty() { focus.name } else { focus.part });
    }
    for wanted in ["close", "purpose", "next"] {
        assert!(parts.iter().any(|part| part == wanted), "Tab does not come to {wanted}: {parts:?}");
    }
    while panel_page.browser.focus().await.name != "purpose" {
        panel_page.browser.presses(Key::Tab).await;
    }
    panel_page.browser.presses(Key::Space).await;
    panel_page.browser.presses(Key::Enter).await;
    panel_page.widget().sees_question("involvement").await;
    panel_page.browser.focuses("the legend", |focus| focus.element == "legend").await;
    panel_page.browser.presses(Key::Escape).await;
    panel_page.comes_to("be closed", |state| !state.is_open).await;
    panel_page.browser.focuses("the button", |focus| focus.part == "open").await;
    assert_eq!(panel_page.state().await.events, ["open by button", "close"]);
}

#[tokio::test]
async fn what_was_answered_stays_when_it_is_closed_and_over_a_reload() {
    let panel_page = PanelPage::at_the_demo(Device::Desktop, "popup").await;
    panel_page.opens().await;
    panel_page.widget().answers("purpose").await.with("partly").await;
    panel_page.widget().answers("involvement").await.with("met").await;
    panel_page.closes().await;
    panel_page.opens().await;
    panel_page.widget().sees_question("measurement").await;
    panel_page.browser.reloads().await;
    panel_page.comes_to("be ready", |state| state.is_ready).await;
    assert!(!panel_page.state().await.is_open, "nobody has asked for it");
    panel_page.opens().await;
    panel_page.widget().sees_question("measurement").await;
    panel_page.widget().goes_back().await;
    assert_eq!(panel_page.widget().sees_question("involvement").await.chosen(), ["met"]);
}

#[tokio::test]
async fn a_press_beside_it_closes_it_and_reaches_nothing_of_the_page() {
    let panel_page = PanelPage::with("popup", &json!({})).await;
    panel_page.page_does("window.reached = []; document.querySelector('main').addEventListener('click', ({ target }) => reached.push(target.localName))")
        .await;
    panel_page.opens().await;
    panel_page.page_does("reached.length = 0").await;
    panel_page.browser.stands_still().await;
    panel_page.browser.press((20.0, 450.0)).await;
    panel_page.comes_to("be closed", |state| !state.is_open).await;
    let reached: Vec<String> =
        panel_page.browser.script("return reached.filter((name) => name !== 'shindan-widget')", vec![]).await;
    assert!(reached.is_empty(), "{reached:?}");
}

/// How far the page is scrolled, where its text begins, and whether room is kept for its scroll bar.
const PLACE: &str = "return [scrollY, document.querySelector('#long').getBoundingClientRect().left,
    getComputedStyle(document.documentElement).scrollbarGutter]";

#[tokio::test]
async fn the_page_behind_neither_scrolls_nor_shifts_and_is_as_it_was_afterwards() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for own in ["", "html { overflow-y: scroll }", "body { overflow-x: hidden }", "html { overflow: auto !important }"]
    {
        let body = PanelPage::body("popup", &json!({}));
        panel_page.goes_to_a_page(&format!("<style>{own}</style>{body}")).await;
        panel_page.comes_to("be ready", |state| state.is_ready).await;
        // The browsers of the tests show no scroll bars: this is how a page learns that there is one.
        panel_page.page_does("Object.defineProperty(window, 'innerWidth', { value: 1297 }); scrollTo(0, 10)").await;
        let before: (f64, f64, String) = panel_page.browser.script(PLACE, vec![]).await;
        let styles = "return [document.documentElement, document.body].map((one) => one.outerHTML.split('>')[0])";
        let written: Vec<String> = panel_page.browser.script(styles, vec![]).await;

        panel_page.opens().await;
        panel_page.turns_the_wheel().await;
        panel_page.browser.presses(Key::End).await;
        panel_page.browser.next_frames().await;
        let held: (f64, f64, String) = panel_page.browser.script(PLACE, vec![]).await;
        assert_eq!(held, (before.0, before.1, "stable".to_owned()), "open, on a page with {own:?}");
        panel_page.closes().await;
        assert_eq!(
            panel_page.browser.script::<(f64, f64, String)>(PLACE, vec![]).await,
            before,
            "closed, on a page with {own:?}"
        );
        assert_eq!(panel_page.browser.script::<Vec<String>>(styles, vec![]).await, written, "nothing is left behind");
        panel_page.scrolls("again").await;
    }
}
