//! What lives inside: the verdict, the lead form, what one takes along.

use e2e::{Browser, Device, Page, Site, until};
use serde_json::{Value, json};
use xtask::site::Receiver;

use crate::PanelPage;
use crate::panel_page::MODES;

/// Notes what is sent to the printer: every element with its text and its place on the sheet.
const WATCH: &str = "
    const append = Element.prototype.append;
    Element.prototype.append = function (...nodes) {
        append.apply(this, nodes);
        for (const { contentWindow: page, contentDocument: sheet } of nodes) {
            page?.addEventListener('beforeprint', () => {
                window.__sheet = [...sheet.body.querySelectorAll('*')].map((one) => {
                    const { left, top, width, height } = one.getBoundingClientRect();
                    return [one.localName, one.children.length ? '' : one.textContent, left, top, width, height].join();
                });
            });
        }
    };";

async fn prints(browser: &Browser) -> Vec<String> {
    browser.widget().presses_on("[part~=print]").await;
    let sheet = until(async || {
        let sheet: Option<Vec<String>> = browser.script("return window.__sheet ?? null", vec![]).await;
        sheet.ok_or(())
    });
    sheet.await.expect("something is printed")
}

#[tokio::test]
async fn paper_is_the_same_from_every_mode() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    browser.before_every_page(WATCH).await;
    let inline = "<shindan-widget cta-href='#there'></shindan-widget>";
    browser.visits(&site.page("inline.html", Page::with(inline))).await;
    let panel_page = PanelPage { site, browser };
    panel_page.answers().await;
    let wanted = prints(&panel_page.browser).await;
    assert!(wanted.len() > 50, "{wanted:?}");
    for mode in MODES {
        let page = Page::with(&PanelPage::body(mode, &json!({})));
        panel_page.browser.visits(&panel_page.site.page(&format!("{mode}.html"), page)).await;
        panel_page.comes_to("be ready", |state| state.is_ready).await;
        panel_page.opens().await;
        panel_page.answers().await;
        assert_eq!(prints(&panel_page.browser).await, wanted, "{mode}");
        assert!(panel_page.state().await.is_open, "{mode} is still open");
    }
    panel_page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_page_on_paper_is_the_page_alone() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in MODES {
        panel_page.goes_to(mode, &json!({})).await;
        panel_page.browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        assert_eq!(panel_page.state().await.button, None, "{mode}: the button is not printed");
        panel_page.browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
        assert!(panel_page.state().await.button.is_some());
    }
}

#[tokio::test]
async fn a_lead_is_sent_from_within() {
    let receiver = Receiver::start().expect("a port is free");
    let lead =
        json!({ "fields": ["email"], "destinations": [{ "type": "webhook-json", "url": receiver.url("lead") }] });
    let site = Site::of_dist();
    let browser = Browser::start(Device::Phone).await;
    for (nth, mode) in MODES.into_iter().enumerate() {
        let page = Page::with(&PanelPage::body(mode, &json!({ "lead": lead })));
        browser.visits(&site.page(&format!("{mode}.html"), page)).await;
        let widget = browser.widget();
        widget.presses_on("[part~=open]").await;
        widget.answers_all(&e2e::rules::Answers::all_met()).await;
        widget.presses_on(".lead [name=email]").await;
        browser.types("taro@example.co.jp").await;
        widget.presses_on(".lead label:has([name=privacy])").await;
        widget.presses_on("[part~=submit]").await;
        // Who leaves before the reply has the next lead wait for the lease of this one.
        let seen = until(async || {
            let events = browser.events().await;
            let lead = events.iter().rfind(|event| event.name == "shindan:lead");
            let state = lead.map_or(Value::Null, |event| event.detail["state"].clone());
            if state == "delivered" { Ok(()) } else { Err(state) }
        });
        assert_eq!(seen.await, Ok(()), "{mode}: {:#?}", receiver.arrivals());
        let posts = receiver.arrivals().iter().filter(|one| one.method == "POST").count();
        assert_eq!(posts, nth + 1, "{mode}");
        browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn a_pack_that_is_offered_begins_at_its_top() {
    let panel_page = PanelPage::with("slider", &json!({})).await;
    panel_page.opens().await;
    panel_page.answers().await;
    panel_page.widget().presses_on("[part~=offer]").await;
    panel_page.widget().shows("another pack", |screen| screen.question.clone().filter(|id| id != "purpose")).await;
    panel_page.widget().is_live().await;
    let scrolled: f64 = panel_page
        .browser
        .script(
            "return document.querySelector('shindan-widget').shadowRoot.querySelector('.panel-body').scrollTop",
            vec![],
        )
        .await;
    assert!(scrolled < 200.0, "{scrolled}");
    let state = panel_page.state().await;
    assert!(state.is_open && state.events == ["open by button"], "{state:#?}");
}

#[tokio::test]
async fn the_focus_stays_on_what_is_around_the_widget_when_its_wasm_comes() {
    let panel_page = PanelPage::on_a_page("").await;
    panel_page.site.holds(".wasm");
    panel_page
        .browser
        .visits(&panel_page.site.page("late.html", Page::with(&PanelPage::body("popup", &json!({})))))
        .await;
    let panel_page = panel_page.once_ready().await;
    panel_page.opens().await;
    panel_page.browser.presses(e2e::Key::Tab).await;
    panel_page.browser.focuses("the button that closes", |focus| focus.part == "close").await;
    panel_page.site.releases();
    panel_page.widget().is_live().await;
    let focus = panel_page.browser.focus().await;
    assert_eq!(focus.part, "close", "{focus:?}");
    assert_eq!(panel_page.browser.event_names(0).await, ["ready", "open"]);
}

#[tokio::test]
async fn a_booking_opens_within_and_leads_back() {
    let service = Site::of_dist();
    service.page("book", Page::of("<!doctype html><html lang=ja><title>予約</title><h1>日時を選ぶ</h1>"));
    let config = json!({ "cta": { "booking": { "href": service.url("book"), "frame": true } } });
    let panel_page = PanelPage::on(Device::Phone).await;
    for mode in MODES {
        panel_page.goes_to_a_page(&PanelPage::body(mode, &config)).await;
        panel_page.comes_to("be ready", |state| state.is_ready).await;
        panel_page.opens().await;
        panel_page.answers().await;
        panel_page.widget().presses_on("[part~=cta]").await;
        panel_page.browser.focuses("the heading of the booking", |focus| focus.element == "h2").await;
        assert!(panel_page.state().await.is_open, "{mode} stays open");
        panel_page.browser.stands_still().await;
        panel_page.browser.passes_axe(&format!("a booking in a {mode}")).await;
        panel_page.browser.shoots(&format!("booking-{mode}")).await;
        panel_page.widget().presses_on(".booking [part~=back]").await;
        panel_page.browser.focuses("the call to action", |focus| focus.part == "cta").await;
        panel_page.closes().await;
    }
}
