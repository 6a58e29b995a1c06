//! What opens it, besides its own button: links, the address, and the page's own code.

use e2e::{Device, Key, until};
use serde_json::{Value, json};

use crate::Desk;
use crate::desk::MODES;

#[tokio::test]
async fn a_link_to_the_element_opens_it_and_gets_the_focus_back() {
    let desk = Desk::on(Device::Desktop).await;
    for mode in MODES {
        desk.goes_to(mode, &json!({ "button": false })).await;
        assert_eq!(desk.state().await.button, None, "none was wanted");
        desk.presses_on_the_page("#away").await;
        desk.stays_closed().await;
        desk.presses_on_the_page("#link").await;
        desk.comes_to("have the focus", |state| state.is_open && state.has_focus).await;
        assert_eq!(desk.state().await.told, ["open by link"]);
        desk.browser.presses(Key::Escape).await;
        desk.comes_to("be closed", |state| !state.is_open).await;
        let (focused, hash, scrolled): (String, String, f64) =
            desk.browser.script("return [document.activeElement.id, location.hash, scrollY]", vec![]).await;
        assert_eq!((focused.as_str(), hash.as_str(), scrolled), ("link", "#nowhere", 0.0), "{mode}");
    }
}

#[tokio::test]
async fn a_link_that_is_to_open_another_tab_opens_nothing_here() {
    let desk = Desk::with("popup", &json!({})).await;
    desk.page_does("document.addEventListener('click', (event) => event.preventDefault())").await;
    let with_control = "document.querySelector('#link').dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }))";
    desk.page_does(with_control).await;
    desk.stays_closed().await;
}

#[tokio::test]
async fn an_address_that_ends_with_the_elements_id_opens_it() {
    let desk = Desk::with("slider", &json!({})).await;
    let url: String = desk.browser.script("return location.href", vec![]).await;
    desk.browser.visits("about:blank").await;
    desk.browser.visits(&format!("{url}#diagnosis")).await;
    desk.comes_to("be open", |state| state.is_open).await;
    desk.closes().await;
    desk.page_does("location.hash = '#other'; location.hash = '#diagnosis'").await;
    desk.comes_to("be open", |state| state.is_open).await;
}

#[tokio::test]
async fn code_of_the_page_opens_and_closes_it_also_before_its_files_are_there() {
    for mode in MODES {
        // What is done to every page from now on is done to the next mode's, too.
        let desk = Desk::with(mode, &json!({})).await;
        let url: String = desk.browser.script("return location.href", vec![]).await;
        desk.page_does("document.querySelector('#field').focus(); document.querySelector('shindan-widget').open()")
            .await;
        desk.comes_to("have the focus", |state| state.is_open && state.has_focus).await;
        desk.page_does("document.querySelector('shindan-widget').open()").await;
        desk.page_does("document.querySelector('shindan-widget').close()").await;
        desk.comes_to("be closed", |state| !state.is_open).await;
        desk.page_does("document.querySelector('shindan-widget').close()").await;
        desk.browser.next_frames().await;
        assert_eq!(desk.state().await.told, ["open by code", "close"], "what is done is told once");
        let focused: String = desk.browser.script("return document.activeElement.id", vec![]).await;
        assert_eq!(focused, "field");

        let early =
            "customElements.whenDefined('shindan-widget').then(() => document.querySelector('shindan-widget').open())";
        desk.browser.before_every_page(early).await;
        desk.browser.visits(&url).await;
        desk.comes_to("be open", |state| state.is_open).await;
        desk.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn a_widget_in_the_text_has_nothing_to_open() {
    let desk = Desk::on_a_page(
        "<shindan-widget id=diagnosis cta-href='#a'></shindan-widget><a id=link href='#diagnosis'>診断へ</a>",
    )
    .await;
    desk.widget().is_live().await;
    desk.page_does("document.querySelector('shindan-widget').open(); document.querySelector('shindan-widget').close()")
        .await;
    desk.presses_on_the_page("#link").await;
    desk.browser.next_frames().await;
    let state = desk.state().await;
    assert!(!state.is_ready && state.told.is_empty() && state.is_in_the_text, "{state:#?}");
    assert!(!desk.has_loaded("modes-", ".js").await, "nobody downloads what is not used");
    desk.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_link_that_is_followed_in_an_open_panel_shows_its_top() {
    let desk = Desk::with("slider", &json!({})).await;
    desk.opens().await;
    desk.answers().await;
    let link = desk.widget().copies("shindan").await;
    let scrolled = "return document.querySelector('shindan-widget').shadowRoot.querySelector('.panel-body').scrollTop";
    assert!(desk.browser.script::<f64>(scrolled, vec![]).await > 0.0, "the link is copied far below");
    desk.browser.script::<Value>("location.href = arguments[0]", vec![json!(link)]).await;
    let there = until(async || {
        let is_opened = desk.widget().look().await.verdict.is_some_and(|verdict| verdict.day.is_some());
        let top: f64 = desk.browser.script(scrolled, vec![]).await;
        if is_opened && top == 0.0 { Ok(()) } else { Err((is_opened, top)) }
    });
    assert_eq!(there.await, Ok(()));
}

#[tokio::test]
async fn a_shared_result_opens_with_the_panel_once() {
    let desk = Desk::on(Device::Desktop).await;
    for mode in MODES {
        desk.goes_to(mode, &json!({})).await;
        desk.opens().await;
        desk.answers().await;
        let link = desk.widget().copies("shindan").await;
        desk.page_does("sessionStorage.clear()").await;
        desk.browser.visits("about:blank").await;
        desk.browser.visits(&link).await;
        desk.comes_to("be open", |state| state.is_open).await;
        assert_eq!(desk.widget().verdict().await.score, Some(100));
        desk.closes().await;
        desk.browser.reloads().await;
        desk.comes_to("be ready", |state| state.is_ready).await;
        desk.stays_closed().await;
        let url: Value = desk.browser.script("return location.hash.startsWith('#shindan=')", vec![]).await;
        assert_eq!(url, json!(true));
        desk.browser.has_a_clean_console().await;
    }
}
