//! The modes `slider` and `side-tab`: panels that lie over the page and leave it alone.

use e2e::{Device, Key};
use serde_json::json;

use crate::PanelPage;

const PANELS: [&str; 2] = ["slider", "side-tab"];

#[tokio::test]
async fn the_page_stays_of_use_while_a_panel_is_open() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in PANELS {
        panel_page.goes_to(mode, &json!({})).await;
        panel_page.opens().await;
        let state = panel_page.comes_to("have the focus", |state| state.has_focus).await;
        assert!(!state.is_modal && state.title == "自己診断", "{state:#?}");
        assert_eq!(state.button, None, "the button makes room");
        panel_page.presses_on_the_page("#field").await;
        panel_page.browser.types("読みながら").await;
        panel_page.browser.presses(Key::Escape).await;
        panel_page.page_does("scrollTo(0, 300)").await;
        let (typed, scrolled): (String, f64) = panel_page.browser.script("return [field.value, scrollY]", vec![]).await;
        assert_eq!((typed.as_str(), scrolled), ("読みながら", 300.0));
        assert!(panel_page.state().await.is_open, "Escape is the page's while the focus is there");
        panel_page.widget().answers("purpose").await.with("met").await;
        panel_page.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn escape_closes_a_panel_that_has_the_focus_and_gives_the_focus_back() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in PANELS {
        panel_page.goes_to(mode, &json!({})).await;
        panel_page
            .page_does("window.escapes = 0; addEventListener('keydown', ({ key }) => { escapes += key === 'Escape' })")
            .await;
        panel_page.opens().await;
        panel_page.widget().answers("purpose").await.with("met").await;
        panel_page.widget().sees_question("involvement").await;
        let composing = "document.querySelector('shindan-widget').shadowRoot.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, composed: true }))";
        panel_page.page_does(composing).await;
        assert!(panel_page.state().await.is_open, "that Escape belongs to the letters");
        panel_page.page_does("window.escapes = 0").await;
        panel_page.browser.presses(Key::Escape).await;
        panel_page.comes_to("be closed", |state| !state.is_open).await;
        panel_page.browser.focuses("the button", |focus| focus.part == "open").await;
        assert_eq!(panel_page.browser.script::<u32>("return escapes", vec![]).await, 0, "one press closes one thing");
        panel_page.opens().await;
        panel_page.widget().sees_question("involvement").await;
    }
}

#[tokio::test]
async fn closing_takes_the_focus_from_nobody_who_is_elsewhere() {
    let panel_page = PanelPage::with("slider", &json!({})).await;
    panel_page.opens().await;
    panel_page.presses_on_the_page("#field").await;
    panel_page.page_does("document.querySelector('shindan-widget').close()").await;
    panel_page.comes_to("be closed", |state| !state.is_open).await;
    let focused: String = panel_page.browser.script("return document.activeElement.id", vec![]).await;
    assert_eq!(focused, "field");
}

#[tokio::test]
async fn a_box_that_holds_fixed_things_holds_no_panel() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in PANELS {
        let body = PanelPage::body(mode, &json!({}));
        let held = "<style>main { width: 300px; height: 200px; overflow: hidden; contain: content; transform: scale(0.5);
            filter: blur(1px) } header { position: fixed; z-index: 99999; inset: 0 0 auto; height: 300px }</style><header></header>";
        panel_page.goes_to_a_page(&format!("{held}{body}")).await;
        panel_page.comes_to("be ready", |state| state.is_ready).await;
        panel_page.page_does("document.querySelector('shindan-widget').open()").await;
        panel_page.comes_to("be open", |state| state.is_open).await;
        let (left, top, right, bottom) = panel_page.box_of("[part~=panel]").await;
        assert!(
            right - left > 400.0 && right <= 1280.0 && bottom - top > 600.0 && bottom <= 900.0,
            "{mode}: {left} {top} {right} {bottom}"
        );
        panel_page.widget().answers("purpose").await.with("met").await;
    }
}

#[tokio::test]
async fn the_button_stands_at_its_edge_and_clear_of_what_the_phone_keeps_for_itself() {
    let panel_page = PanelPage::on(Device::Phone).await;
    for mode in PANELS {
        panel_page.goes_to_the_demo(mode).await;
        let insets = json!({ "insets": { "top": 40, "bottom": 34, "left": 0, "right": 0 } });
        panel_page.browser.devtools("Emulation.setSafeAreaInsetsOverride", insets).await;
        panel_page.browser.next_frames().await;
        let (left, top, right, bottom) = panel_page.box_of("[part~=open]").await;
        assert!(right - left >= 44.0 && bottom - top >= 44.0, "{mode}");
        match mode {
            "slider" => assert!((bottom - (844.0 - 34.0)).abs() < 1.0 && right < 390.0, "{bottom}"),
            _ => assert!((right - 390.0).abs() < 1.0 && top > 100.0 && bottom < 744.0, "{right}"),
        }
        panel_page.opens().await;
        let (_, top, _, _) = panel_page.box_of("[part~=close]").await;
        assert!(mode == "slider" || top >= 40.0, "below the notch: {top}");
    }
}
