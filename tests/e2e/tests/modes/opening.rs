//! What opens it, besides its own button: links, the address, and the page's own code.

use e2e::{Device, Key, until};
use serde_json::{Value, json};

use crate::PanelPage;
use crate::panel_page::MODES;

#[tokio::test]
async fn a_link_to_the_element_opens_it_and_gets_the_focus_back() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in MODES {
        panel_page.goes_to(mode, &json!({ "button": false })).await;
        assert_eq!(panel_page.state().await.button, None, "none was wanted");
        panel_page.presses_on_the_page("#away").await;
        panel_page.stays_closed().await;
        panel_page.presses_on_the_page("#link").await;
        panel_page.comes_to("have the focus", |state| state.is_open && state.has_focus).await;
        assert_eq!(panel_page.state().await.events, ["open by link"]);
        panel_page.browser.presses(Key::Escape).await;
        panel_page.comes_to("be closed", |state| !state.is_open).await;
        let (focused, hash, scrolled): (String, String, f64) =
            panel_page.browser.script("return [document.activeElement.id, location.hash, scrollY]", vec![]).await;
        assert_eq!((focused.as_str(), hash.as_str(), scrolled), ("link", "#nowhere", 0.0), "{mode}");
    }
}

#[tokio::test]
async fn a_link_that_is_to_open_another_tab_opens_nothing_here() {
    let panel_page = PanelPage::with("popup", &json!({})).await;
    panel_page.page_does("document.addEventListener('click', (event) => event.preventDefault())").await;
    let with_control = "document.querySelector('#link').dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }))";
    panel_page.page_does(with_control).await;
    panel_page.stays_closed().await;
}

#[tokio::test]
async fn an_address_that_ends_with_the_elements_id_opens_it() {
    let panel_page = PanelPage::with("slider", &json!({})).await;
    let url: String = panel_page.browser.script("return location.href", vec![]).await;
    panel_page.browser.visits("about:blank").await;
    panel_page.browser.visits(&format!("{url}#diagnosis")).await;
    panel_page.comes_to("be open", |state| state.is_open).await;
    panel_page.closes().await;
    panel_page.page_does("location.hash = '#other'; location.hash = '#diagnosis'").await;
    panel_page.comes_to("be open", |state| state.is_open).await;
}

#[tokio::test]
async fn code_of_the_page_opens_and_closes_it_also_before_its_files_are_there() {
    for mode in MODES {
        // What is done to every page from now on is done to the next mode's, too.
        let panel_page = PanelPage::with(mode, &json!({})).await;
        let url: String = panel_page.browser.script("return location.href", vec![]).await;
        panel_page
            .page_does("document.querySelector('#field').focus(); document.querySelector('shindan-widget').open()")
            .await;
        panel_page.comes_to("have the focus", |state| state.is_open && state.has_focus).await;
        panel_page.page_does("document.querySelector('shindan-widget').open()").await;
        let close_and_open = "const widget = document.querySelector('shindan-widget'); widget.close(); widget.open()";
        panel_page.page_does(close_and_open).await;
        panel_page.comes_to("be open again", |state| state.is_open && state.events.len() == 3).await;
        panel_page.browser.next_frames().await;
        assert!(panel_page.state().await.is_open, "{mode}: what was done last counts");
        panel_page.page_does("document.querySelector('shindan-widget').close()").await;
        panel_page.comes_to("be closed", |state| !state.is_open).await;
        panel_page.page_does("document.querySelector('shindan-widget').close()").await;
        panel_page.browser.next_frames().await;
        let events = ["open by code", "close", "open by code", "close"];
        assert_eq!(panel_page.state().await.events, events, "what is done is reported once");
        let focused: String = panel_page.browser.script("return document.activeElement.id", vec![]).await;
        assert_eq!(focused, "field");

        let early =
            "customElements.whenDefined('shindan-widget').then(() => document.querySelector('shindan-widget').open())";
        panel_page.browser.before_every_page(early).await;
        panel_page.browser.visits(&url).await;
        panel_page.comes_to("be open", |state| state.is_open).await;
        panel_page.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn a_widget_in_the_text_has_nothing_to_open() {
    let panel_page = PanelPage::on_a_page(
        "<shindan-widget id=diagnosis cta-href='#a'></shindan-widget><a id=link href='#diagnosis'>診断へ</a>",
    )
    .await;
    panel_page.widget().is_live().await;
    panel_page
        .page_does("document.querySelector('shindan-widget').open(); document.querySelector('shindan-widget').close()")
        .await;
    panel_page.presses_on_the_page("#link").await;
    panel_page.browser.next_frames().await;
    let state = panel_page.state().await;
    assert!(!state.is_ready && state.events.is_empty() && state.is_in_the_text, "{state:#?}");
    assert!(!panel_page.has_loaded("modes-", ".js").await, "nobody downloads what is not used");
    panel_page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_link_that_is_followed_in_an_open_panel_shows_its_top() {
    let panel_page = PanelPage::with("slider", &json!({})).await;
    panel_page.opens().await;
    panel_page.answers().await;
    let link = panel_page.widget().copies("shindan").await;
    let scrolled = "return document.querySelector('shindan-widget').shadowRoot.querySelector('.panel-body').scrollTop";
    assert!(panel_page.browser.script::<f64>(scrolled, vec![]).await > 0.0, "the link is copied far below");
    panel_page.browser.script::<Value>("location.href = arguments[0]", vec![json!(link)]).await;
    let there = until(async || {
        let is_opened = panel_page.widget().screen().await.verdict.is_some_and(|verdict| verdict.day.is_some());
        let top: f64 = panel_page.browser.script(scrolled, vec![]).await;
        if is_opened && top == 0.0 { Ok(()) } else { Err((is_opened, top)) }
    });
    assert_eq!(there.await, Ok(()));
}

#[tokio::test]
async fn a_shared_result_opens_with_the_panel_once() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in MODES {
        panel_page.goes_to(mode, &json!({})).await;
        panel_page.opens().await;
        panel_page.answers().await;
        let link = panel_page.widget().copies("shindan").await;
        panel_page.page_does("sessionStorage.clear()").await;
        panel_page.browser.visits("about:blank").await;
        panel_page.browser.visits(&link).await;
        panel_page.comes_to("be open", |state| state.is_open).await;
        assert_eq!(panel_page.widget().verdict().await.score, Some(100));
        panel_page.closes().await;
        panel_page.browser.reloads().await;
        panel_page.comes_to("be ready", |state| state.is_ready).await;
        panel_page.stays_closed().await;
        let url: Value = panel_page.browser.script("return location.hash.startsWith('#shindan=')", vec![]).await;
        assert_eq!(url, json!(true));
        panel_page.browser.has_a_clean_console().await;
    }
}
