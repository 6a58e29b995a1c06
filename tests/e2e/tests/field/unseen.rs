//! Time counts while the page is seen: no panel opens in a tab that nobody looks at.

use std::time::Duration;

use e2e::{Browser, Device, Page, Site};
use serde_json::{Value, json};

use crate::configured;

/// Lets the page believe that it is in the background, or in front again.
const SEEN: &str = "
    window.__seen = localStorage.seen !== 'no';
    Object.defineProperty(document, 'visibilityState', { get: () => (__seen ? 'visible' : 'hidden') });
    Object.defineProperty(document, 'hidden', { get: () => !__seen });";

async fn is_seen(browser: &Browser, seen: bool) {
    let script = "window.__seen = arguments[0]; document.dispatchEvent(new Event('visibilitychange'))";
    browser.script::<Value>(script, vec![json!(seen)]).await;
}

async fn opened(browser: &Browser) -> bool {
    browser.next_frames().await;
    browser.events().await.iter().any(|event| event.name == "shindan:open")
}

#[tokio::test]
async fn a_delay_passes_while_the_page_is_seen() {
    for mode in ["popup", "slider", "side-tab"] {
        let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
        browser.before_every_page(SEEN).await;
        browser.has_a_clock().await;
        let body = configured(&format!("mode={mode}"), &json!({ "open": { "delay": 20 } }));
        let url = site.page("host.html", Page::with(&body));
        browser.visits(&site.url("page.css")).await;
        browser.script::<Value>("localStorage.seen = 'no'", vec![]).await;
        browser.visits(&url).await;
        browser.panel().is_made().await;

        browser.lets_pass(Duration::from_mins(2)).await;
        assert!(!opened(&browser).await, "{mode}: nobody has seen the page yet");
        is_seen(&browser, true).await;
        assert!(!opened(&browser).await, "{mode}: its time begins now");
        browser.lets_pass(Duration::from_secs(15)).await;
        assert!(!opened(&browser).await, "{mode}");
        is_seen(&browser, false).await;
        browser.lets_pass(Duration::from_mins(2)).await;
        assert!(!opened(&browser).await, "{mode}: it is in the background again");
        is_seen(&browser, true).await;
        browser.sleeps(Duration::from_millis(5200)).await;
        browser.waits_for_event("open").await;
    }
}
