//! Opening by itself, and never again for who has closed it.

use e2e::{Browser, Device, Page, Site};
use serde_json::{Value, json};

use crate::PanelPage;
use crate::panel_page::MODES;

/// What this browser keeps.
const KEPT: &str = "return Object.keys(localStorage)";

async fn loads_again(panel_page: &PanelPage) {
    panel_page.browser.reloads().await;
    panel_page.comes_to("be ready", |state| state.is_ready).await;
}

#[tokio::test]
async fn after_its_time_it_opens_and_once_closed_it_stays_closed_for_its_days() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in MODES {
        panel_page.goes_to(mode, &json!({ "delay": 0, "again_days": 10 })).await;
        let state = panel_page.comes_to("be open", |state| state.is_open).await;
        assert_eq!(state.events, ["open by delay"]);
        assert!(
            panel_page.browser.script::<Vec<String>>(KEPT, vec![]).await.is_empty(),
            "nothing is kept of who was shown it"
        );
        panel_page.closes().await;
        assert_eq!(panel_page.browser.script::<Vec<String>>(KEPT, vec![]).await, ["shindan:closed#diagnosis"]);
        loads_again(&panel_page).await;
        panel_page.stays_closed().await;
        // Who asks for it gets it.
        panel_page.opens().await;

        let days_ago = |days: u32| format!("localStorage['shindan:closed#diagnosis'] = Date.now() - {days} * 864e5");
        panel_page.page_does(&days_ago(9)).await;
        loads_again(&panel_page).await;
        panel_page.stays_closed().await;
        panel_page.page_does(&days_ago(11)).await;
        loads_again(&panel_page).await;
        panel_page.comes_to("be open", |state| state.is_open).await;
    }
}

#[tokio::test]
async fn who_was_never_to_be_shown_it_unasked_leaves_no_trace() {
    let panel_page = PanelPage::with("popup", &json!({})).await;
    panel_page.opens().await;
    panel_page.closes().await;
    assert!(panel_page.browser.script::<Vec<String>>(KEPT, vec![]).await.is_empty());
}

#[tokio::test]
async fn an_unasked_panel_leaves_the_focus_where_it_is_and_a_dialog_takes_it() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for (mode, takes) in [("slider", false), ("side-tab", false), ("popup", true)] {
        let body = PanelPage::body(mode, &json!({ "open": { "delay": 0 } }));
        panel_page.goes_to_a_page(&format!("{body}<script>document.querySelector('#away').focus()</script>")).await;
        panel_page.comes_to("be open", |state| state.is_open && state.has_focus == takes).await;
        // There is something to answer before anybody has touched it.
        panel_page.widget().is_live().await;
        panel_page.widget().sees_question("purpose").await;
        panel_page.closes().await;
        let place = |focus: &e2e::Focus| focus.text == "ほかへ" || (!takes && focus.part == "open");
        panel_page.browser.focuses("where it was", place).await;
    }
}

#[tokio::test]
async fn who_types_is_not_interrupted() {
    let body = PanelPage::body("popup", &json!({ "open": { "delay": 0, "exit": true } }));
    let panel_page = PanelPage::on_a_page(&format!("{body}<script>field.focus()</script>")).await.once_ready().await;
    panel_page.stays_closed().await;
    leaves_upwards(&panel_page.browser).await;
    panel_page.stays_closed().await;
    panel_page.page_does("field.blur()").await;
    panel_page.comes_to("be open", |state| state.is_open).await;
}

/// The mouse goes out of the page, through its upper edge.
async fn leaves_upwards(browser: &Browser) {
    goes_out(browser, "mouse", -1).await;
}

async fn goes_out(browser: &Browser, pointer: &str, y: i32) {
    // chromedriver's mouse cannot leave the window.
    let leaves = "document.documentElement.dispatchEvent(new PointerEvent('pointerout',
        { bubbles: true, composed: true, pointerType: arguments[0], clientX: 600, clientY: arguments[1], relatedTarget: null }))";
    browser.script::<Value>(leaves, vec![json!(pointer), json!(y)]).await;
}

#[tokio::test]
async fn a_mouse_that_leaves_upwards_opens_it_once_and_nothing_else_does() {
    let panel_page = PanelPage::with("popup", &json!({ "exit": true })).await;
    goes_out(&panel_page.browser, "mouse", 899).await;
    goes_out(&panel_page.browser, "touch", -1).await;
    panel_page.stays_closed().await;
    leaves_upwards(&panel_page.browser).await;
    let state = panel_page.comes_to("be open", |state| state.is_open).await;
    assert_eq!(state.events, ["open by exit"]);
    panel_page.closes().await;
    leaves_upwards(&panel_page.browser).await;
    panel_page.stays_closed().await;
    loads_again(&panel_page).await;
    leaves_upwards(&panel_page.browser).await;
    panel_page.stays_closed().await;
}

#[tokio::test]
async fn who_has_opened_it_is_not_shown_it_again_on_that_page() {
    let panel_page = PanelPage::with("slider", &json!({ "exit": true, "again_days": 0 })).await;
    panel_page.opens().await;
    panel_page.closes().await;
    leaves_upwards(&panel_page.browser).await;
    panel_page.stays_closed().await;
    loads_again(&panel_page).await;
    leaves_upwards(&panel_page.browser).await;
    panel_page.comes_to("be open", |state| state.is_open).await;
}

#[tokio::test]
async fn where_storage_is_blocked_the_page_remembers() {
    let site = Site::of_dist();
    let browser = Browser::start(Device::Desktop).await;
    let blocked = "for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
    }";
    browser.before_every_page(blocked).await;
    let body = PanelPage::body("slider", &json!({ "open": { "delay": 0 } }));
    browser.visits(&site.page("host.html", Page::with(&body))).await;
    let panel_page = PanelPage { site, browser };
    panel_page.comes_to("be open", |state| state.is_open).await;
    panel_page.closes().await;
    panel_page.page_does("window.kept = document.querySelector('shindan-widget'); kept.remove()").await;
    panel_page.browser.next_frames().await;
    panel_page.page_does("document.querySelector('main').append(kept)").await;
    panel_page.comes_to("be ready", |state| state.is_ready).await;
    panel_page.stays_closed().await;
    panel_page.browser.has_a_clean_console().await;
}
