//! The first question in the page's own HTML, and the loader that comes to it.

use e2e::snippet::{self, element, page};
use e2e::{Browser, Device, Engine, Key, Page, Site, needs, until};
use serde_json::{Value, json};

async fn before_the_loader(device: Device, page: Page) -> (Site, Browser) {
    let (site, browser) = (Site::of_dist(), Browser::start(device).await);
    browser.visits(&site.page("host.html", page)).await;
    browser.widget().sees_question("purpose").await;
    browser.counts_jumps_from_here().await;
    (site, browser)
}

async fn waiting(device: Device) -> (Site, Browser) {
    before_the_loader(device, page(&element(|html| html))).await
}

async fn the_loader_comes(browser: &Browser) {
    snippet::the_loader_comes_after(browser, 0).await;
}

/// Waits until the loader has shown its step.
async fn is_ready(browser: &Browser) {
    browser.waits_for_event("ready").await;
    browser.next_frames().await;
}

async fn inside(browser: &Browser) -> String {
    browser.script("return document.querySelector('shindan-widget').shadowRoot.innerHTML", vec![]).await
}

async fn evaluates(browser: &Browser, expression: &str) -> Value {
    let root = "const root = document.querySelector('shindan-widget').shadowRoot; return ";
    browser.script(&[root, expression].concat(), vec![]).await
}

#[tokio::test]
async fn what_stands_is_taken_up_and_ends_as_without() {
    let (site, browser) = waiting(Device::Phone).await;
    evaluates(&browser, "(root.querySelector('form').stood = true)").await;
    site.holds(".wasm");
    the_loader_comes(&browser).await;
    is_ready(&browser).await;
    assert_eq!(evaluates(&browser, "root.querySelector('form').stood").await, true, "the very form goes on");
    let taken_up = evaluates(&browser, "root.querySelector('.widget').outerHTML").await;
    browser.has_not_jumped().await;
    site.releases();
    browser.widget().is_live().await;
    browser.next_frames().await;
    browser.has_not_jumped().await;
    let ended = inside(&browser).await;

    let (site, browser) = (Site::of_dist(), Browser::start(Device::Phone).await);
    site.holds(".wasm");
    let plain = "<p>前の段落</p><shindan-widget lang=ja cta-href='/consult'></shindan-widget>";
    browser.visits(&site.page("host.html", Page::with(plain))).await;
    browser.widget().sees_question("purpose").await;
    assert_eq!(taken_up, evaluates(&browser, "root.querySelector('.widget').outerHTML").await);
    site.releases();
    browser.widget().is_live().await;
    browser.next_frames().await;
    assert_eq!(ended, inside(&browser).await);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_tap_before_the_loader_counts_once() {
    for device in [Device::Phone, Device::Desktop] {
        let (_site, browser) = waiting(device).await;
        let widget = browser.widget();
        browser.press(widget.place_of_choice("purpose", "met").await).await;
        assert_eq!(evaluates(&browser, "root.querySelector(':checked').value").await, "met");
        the_loader_comes(&browser).await;
        widget.sees_question("involvement").await;
        assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
        widget.is_live().await;
        assert_eq!(widget.sees_question("involvement").await.chosen(), Vec::<&str>::new());
        widget.goes_back().await;
        assert_eq!(widget.sees_question("purpose").await.chosen(), ["met"]);
        browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn a_press_that_is_held_while_the_loader_comes_counts_once() {
    let (site, browser) = waiting(Device::Desktop).await;
    site.holds(".wasm");
    let widget = browser.widget();
    let place = widget.place_of_choice("purpose", "met").await;
    browser.press_down(widget.pointer(), place).await;
    the_loader_comes(&browser).await;
    is_ready(&browser).await;
    browser.let_go(widget.pointer(), place).await;
    widget.sees_question("involvement").await;
    assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
}

#[tokio::test]
async fn a_choice_by_keys_stays_where_it_is_with_the_focus() {
    let (_site, browser) = waiting(Device::Desktop).await;
    let widget = browser.widget();
    browser.press(widget.place_of("legend").await).await;
    browser.presses(Key::Tab).await;
    browser.presses(Key::Down).await;
    let chosen = evaluates(&browser, "root.querySelector(':checked').value").await;
    the_loader_comes(&browser).await;
    is_ready(&browser).await;
    if browser.engine() == Engine::WebKit {
        e2e::without("where arrow keys have led there is no :focus-visible, so the choice counts as a tap");
        widget.sees_question("involvement").await;
        return assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
    }
    let screen = widget.sees_question("purpose").await;
    assert_eq!(json!(screen.chosen()), json!([chosen]));
    assert_eq!(evaluates(&browser, "root.activeElement.value").await, chosen);
    assert_eq!(browser.event_names(0).await, ["ready", "start"]);
}

#[tokio::test]
async fn a_snippet_of_another_version_is_replaced_and_its_choice_is_no_answer() {
    let old = |html: String| html.replacen("data-snippet=\"readiness ", "data-snippet=\"readiness 0.", 1);
    let (_site, browser) = before_the_loader(Device::Phone, page(&element(old))).await;
    let widget = browser.widget();
    browser.press(widget.place_of_choice("purpose", "met").await).await;
    the_loader_comes(&browser).await;
    is_ready(&browser).await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), Vec::<&str>::new());
    assert_eq!(browser.event_names(0).await, ["ready"]);
    let warnings = browser.warnings().await;
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].contains("cargo xtask snippet"), "{warnings:?}");
}

#[tokio::test]
async fn a_snippet_with_other_words_of_the_same_version_is_replaced_and_its_choice_counts() {
    let worded = |html: String| {
        let (before, after) = html.split_once("</legend>").expect("a question has a legend");
        format!("{before}？</legend>{after}")
    };
    let (_site, browser) = before_the_loader(Device::Phone, page(&element(worded))).await;
    let widget = browser.widget();
    browser.press(widget.place_of_choice("purpose", "partly").await).await;
    the_loader_comes(&browser).await;
    widget.sees_question("involvement").await;
    assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["partly"]);
}

#[tokio::test]
async fn what_a_browser_restores_is_no_tap() {
    let (_site, browser) = waiting(Device::Desktop).await;
    let widget = browser.widget();
    browser.press(widget.place_of_choice("purpose", "met").await).await;
    browser.reloads().await;
    widget.sees_question("purpose").await;
    the_loader_comes(&browser).await;
    is_ready(&browser).await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), Vec::<&str>::new());
    assert_eq!(browser.event_names(0).await, ["ready"]);
}

/// Goes to another page and back; answers whether the browser has kept the page whole meanwhile.
async fn leaves_and_comes_back(site: &Site, browser: &Browser) -> bool {
    let listen = "window.left = true; addEventListener('pageshow', ({ persisted }) => { window.kept = persisted })";
    browser.script::<Value>(listen, vec![]).await;
    browser.visits(&site.page("elsewhere.html", Page::of("<!doctype html><title>別のページ</title>"))).await;
    browser.goes_back().await;
    browser.widget().sees_question("purpose").await;
    let is_kept = "return document.readyState === 'complete' && (!window.left || 'kept' in window)";
    let shown = until(async || if browser.script(is_kept, vec![]).await { Ok(()) } else { Err(()) });
    shown.await.expect("the page is shown again");
    browser.script("return Boolean(window.kept)", vec![]).await
}

#[tokio::test]
async fn what_a_browser_restores_in_its_history_is_no_tap() {
    let page = page(&element(|html| html)).under("Cache-Control", "no-store");
    let (site, browser) = before_the_loader(Device::Desktop, page).await;
    let widget = browser.widget();
    browser.press(widget.place_of_choice("purpose", "met").await).await;
    // Who listens to this is not kept, and in some browsers who has such a lock.
    let stays = "addEventListener('unload', () => {}); navigator.locks.request('stays', () => new Promise(() => {}));
        return null";
    browser.script::<Value>(stays, vec![]).await;
    if leaves_and_comes_back(&site, &browser).await {
        return e2e::without("the browser keeps the page whole all the same");
    }
    the_loader_comes(&browser).await;
    is_ready(&browser).await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), Vec::<&str>::new());
    assert_eq!(browser.event_names(0).await, ["ready"]);
}

#[tokio::test]
async fn in_a_page_that_was_kept_whole_a_tap_is_still_the_one_that_it_was() {
    let (site, browser) = waiting(Device::Desktop).await;
    let widget = browser.widget();
    browser.press(widget.place_of_choice("purpose", "met").await).await;
    if !leaves_and_comes_back(&site, &browser).await {
        return e2e::without("the browser does not keep the page");
    }
    the_loader_comes(&browser).await;
    if browser.engine() == Engine::WebKit {
        e2e::without("a form without autocompletion comes back empty: the choice is to be made again");
        is_ready(&browser).await;
        assert_eq!(widget.sees_question("purpose").await.chosen(), Vec::<&str>::new());
        return assert_eq!(browser.event_names(0).await, ["ready"]);
    }
    widget.sees_question("involvement").await;
    assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["met"]);
    assert!(leaves_and_comes_back(&site, &browser).await, "the page is kept with the loader in it too");
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["met"]);
    assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
}

#[tokio::test]
async fn without_javascript_the_question_reads_and_a_link_leads_on() {
    needs!(DevTools);
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    browser.visits(&site.page("host.html", page(&element(|html| html)))).await;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
    let shown = evaluates(
        &browser,
        "[root.querySelector('legend'), document.querySelector('shindan-widget a'), root.querySelector('[part~=next]')].map((node) => node.checkVisibility())",
    )
    .await;
    assert_eq!(shown, json!([true, true, false]), "question, link, and no button that does nothing");
    let below = "document.querySelector('shindan-widget a').getBoundingClientRect().top >= root.querySelector('.widget').getBoundingClientRect().bottom";
    assert_eq!(evaluates(&browser, below).await, true);
}

#[tokio::test]
async fn under_a_strict_policy_it_is_taken_up_too() {
    let policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:";
    let page = page(&element(|html| html)).under("Content-Security-Policy", policy);
    let (_site, browser) = before_the_loader(Device::Phone, page).await;
    let widget = browser.widget();
    browser.press(widget.place_of_choice("purpose", "met").await).await;
    the_loader_comes(&browser).await;
    widget.sees_question("involvement").await;
    widget.is_live().await;
    assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
}

#[tokio::test]
async fn its_theme_is_worn_from_the_first_paint_on() {
    let green = |html: String| html.replacen("</style>", ":host{--shindan-accent:rgb(1, 102, 51)}</style>", 1);
    let with_theme = element(green).replacen(
        "</template>",
        "</template><script type='application/json'>{\"theme\":{\"accent\":\"rgb(1, 102, 51)\"}}</script>",
        1,
    );
    let (site, browser) = before_the_loader(Device::Phone, page(&with_theme)).await;
    let colour = "getComputedStyle(root.querySelector('[part~=next]')).backgroundColor";
    assert_eq!(evaluates(&browser, colour).await, "rgb(1, 102, 51)");
    site.holds(".wasm");
    the_loader_comes(&browser).await;
    is_ready(&browser).await;
    assert_eq!(evaluates(&browser, colour).await, "rgb(1, 102, 51)");
    site.releases();
    browser.widget().is_live().await;
    assert_eq!(evaluates(&browser, colour).await, "rgb(1, 102, 51)");
}
