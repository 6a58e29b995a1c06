//! The modes `slider` and `side-tab`: panels that lie over the page and leave it alone.

use e2e::{Device, Key};
use serde_json::json;

use crate::Desk;

const PANELS: [&str; 2] = ["slider", "side-tab"];

#[tokio::test]
async fn the_page_stays_of_use_while_a_panel_is_open() {
    let desk = Desk::on(Device::Desktop).await;
    for mode in PANELS {
        desk.goes_to(mode, &json!({})).await;
        desk.opens().await;
        let state = desk.comes_to("have the focus", |state| state.has_focus).await;
        assert!(!state.is_modal && state.title == "自己診断", "{state:#?}");
        assert_eq!(state.button, None, "the button makes room");
        desk.presses_on_the_page("#field").await;
        desk.browser.types("読みながら").await;
        desk.browser.presses(Key::Escape).await;
        desk.page_does("scrollTo(0, 300)").await;
        let (typed, scrolled): (String, f64) = desk.browser.script("return [field.value, scrollY]", vec![]).await;
        assert_eq!((typed.as_str(), scrolled), ("読みながら", 300.0));
        assert!(desk.state().await.is_open, "Escape is the page's while the focus is there");
        desk.widget().answers("purpose").await.with("met").await;
        desk.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn escape_closes_a_panel_that_has_the_focus_and_gives_the_focus_back() {
    let desk = Desk::on(Device::Desktop).await;
    for mode in PANELS {
        desk.goes_to(mode, &json!({})).await;
        desk.page_does("window.escapes = 0; addEventListener('keydown', ({ key }) => { escapes += key === 'Escape' })")
            .await;
        desk.opens().await;
        desk.widget().answers("purpose").await.with("met").await;
        desk.widget().sees_question("involvement").await;
        let composing = "document.querySelector('shindan-widget').shadowRoot.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, composed: true }))";
        desk.page_does(composing).await;
        assert!(desk.state().await.is_open, "that Escape belongs to the letters");
        desk.page_does("window.escapes = 0").await;
        desk.browser.presses(Key::Escape).await;
        desk.comes_to("be closed", |state| !state.is_open).await;
        desk.browser.focuses("the button", |focus| focus.part == "open").await;
        assert_eq!(desk.browser.script::<u32>("return escapes", vec![]).await, 0, "one press closes one thing");
        desk.opens().await;
        desk.widget().sees_question("involvement").await;
    }
}

#[tokio::test]
async fn closing_takes_the_focus_from_nobody_who_is_elsewhere() {
    let desk = Desk::with("slider", &json!({})).await;
    desk.opens().await;
    desk.presses_on_the_page("#field").await;
    desk.page_does("document.querySelector('shindan-widget').close()").await;
    desk.comes_to("be closed", |state| !state.is_open).await;
    let focused: String = desk.browser.script("return document.activeElement.id", vec![]).await;
    assert_eq!(focused, "field");
}

#[tokio::test]
async fn a_box_that_holds_fixed_things_holds_no_panel() {
    let desk = Desk::on(Device::Desktop).await;
    for mode in PANELS {
        let body = Desk::body(mode, &json!({}));
        let held = "<style>main { width: 300px; height: 200px; overflow: hidden; contain: content; transform: scale(0.5);
            filter: blur(1px) } header { position: fixed; z-index: 99999; inset: 0 0 auto; height: 300px }</style><header></header>";
        desk.goes_to_a_page(&format!("{held}{body}")).await;
        desk.comes_to("be ready", |state| state.is_ready).await;
        desk.page_does("document.querySelector('shindan-widget').open()").await;
        desk.comes_to("be open", |state| state.is_open).await;
        let (left, top, right, bottom) = desk.box_of("[part~=panel]").await;
        assert!(
            right - left > 400.0 && right <= 1280.0 && bottom - top > 600.0 && bottom <= 900.0,
            "{mode}: {left} {top} {right} {bottom}"
        );
        desk.widget().answers("purpose").await.with("met").await;
    }
}

#[tokio::test]
async fn the_button_stands_at_its_edge_and_clear_of_what_the_phone_keeps_for_itself() {
    let desk = Desk::on(Device::Phone).await;
    for mode in PANELS {
        desk.goes_to_the_demo(mode).await;
        let insets = json!({ "insets": { "top": 40, "bottom": 34, "left": 0, "right": 0 } });
        desk.browser.devtools("Emulation.setSafeAreaInsetsOverride", insets).await;
        desk.browser.next_frames().await;
        let (left, top, right, bottom) = desk.box_of("[part~=open]").await;
        assert!(right - left >= 44.0 && bottom - top >= 44.0, "{mode}");
        match mode {
            "slider" => assert!((bottom - (844.0 - 34.0)).abs() < 1.0 && right < 390.0, "{bottom}"),
            _ => assert!((right - 390.0).abs() < 1.0 && top > 100.0 && bottom < 744.0, "{right}"),
        }
        desk.opens().await;
        let (_, top, _, _) = desk.box_of("[part~=close]").await;
        assert!(mode == "slider" || top >= 40.0, "below the notch: {top}");
    }
}
