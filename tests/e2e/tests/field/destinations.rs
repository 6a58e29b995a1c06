//! Destinations: only what is a secret is taken for one, what cannot be sent is not called sent, and a press on the button
//! tries.

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site, TIMEOUT};
use serde_json::{Value, json};
use xtask::site::Receiver;

use crate::configured;

/// A form at a result, whose configuration under `lead` is this.
async fn at_the_form(lead: &Value) -> (Site, Browser) {
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    browser.visits(&site.page("host.html", Page::with(&configured("", &json!({ "lead": lead }))))).await;
    browser.widget().answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    (site, browser)
}

fn came(receiver: &Receiver) -> bool {
    receiver.saw(TIMEOUT, |all| all.iter().any(|one| one.method == "POST"))
}

#[tokio::test]
async fn what_only_looks_like_a_secret_is_sent() {
    for (constants, is_public) in [
        (json!({ "lead_source": "Aizawa Securities LP" }), false),
        (json!({ "lead_source": "Basic plan landing page" }), false),
        (json!({ "lead_source": "Bearer of good news" }), false),
        (json!({ "secretary_name": "山田", "tokens_used": "3", "passwordless": "yes" }), false),
        (json!({ "campaign": "sk-ii-2026", "category": "AKB48" }), false),
        (json!({ "access_key": "3f2504e0-4f89-41d3-9a0c-0305e82c3301" }), true),
    ] {
        let receiver = Receiver::start().expect("a port is free");
        let mut to = json!({ "type": "webhook-json", "url": receiver.url("lead"), "constants": constants });
        if is_public {
            to["public"] = json!(true);
        }
        let (_site, browser) = at_the_form(&json!({ "fields": ["email"], "destinations": [to] })).await;
        browser.lead_form().sends().await;
        assert!(came(&receiver), "{constants} is not sent: {:#?}", browser.warnings().await);
    }
    let receiver = Receiver::start().expect("a port is free");
    let to =
        json!({ "type": "webhook-json", "url": receiver.url("flow?zapikey=1001.0123456789abcdef"), "public": true });
    let (_site, browser) = at_the_form(&json!({ "fields": ["email"], "destinations": [to] })).await;
    browser.lead_form().sends().await;
    assert!(came(&receiver), "{:#?}", browser.warnings().await);
}

#[tokio::test]
async fn what_is_a_secret_is_not_sent_and_the_respondent_is_not_told_that_it_is() {
    let receiver = Receiver::start().expect("a port is free");
    let url = receiver.url("lead");
    for to in [
        json!({ "type": "webhook-json", "url": url, "constants": { "authorization": "Basic dXNlcjpwYXNzd29yZA==" } }),
        json!({ "type": "webhook-json", "url": url, "constants": { "key": "sk_live_4eC39HqLyjWDarjtT1zdp7dc" } }),
        json!({ "type": "webhook-json", "url": "https://user:pass@example.com/" }),
        json!({ "type": "webhook-json", "url": "http://example.com/" }),
        json!({ "type": "no-such-receiver", "url": url }),
        json!({ "type": "hubspot" }),
        json!("webhook"),
    ] {
        let lead = json!({
            "fields": ["email"], "destinations": [to],
            "contact": { "mail": "desk@example.co.jp", "tel": "03-1234-5678" },
        });
        let (_site, browser) = at_the_form(&lead).await;
        let place = "const place = document.querySelector('shindan-widget').shadowRoot.querySelector('.lead, [part~=lead-form]');
            return [place?.innerText ?? '', [...place?.querySelectorAll('a, button') ?? []].map((one) => one.href || one.innerText)]";
        let ends = e2e::until(async || {
            let (text, ways): (String, Vec<String>) = browser.script(place, vec![]).await;
            let is_honest = !ways.iter().any(|way| way.contains("送信する")) && text.contains("03-1234-5678");
            let has_ways = ways.iter().any(|way| way.starts_with("tel:") || way.starts_with("mailto:"));
            if is_honest && has_ways { Ok(()) } else { Err((text, ways)) }
        });
        ends.await.unwrap_or_else(|(text, ways)| panic!("{to}: {text}, {ways:#?}"));
        let status = browser.waits_for_event("error").await;
        assert_eq!(status.detail["code"], "config", "{to}: {status:?}");
    }
    assert!(receiver.arrivals().iter().all(|one| one.method != "POST"));
}

#[tokio::test]
async fn a_browser_that_believes_itself_offline_sends_all_the_same() {
    let receiver = Receiver::start().expect("a port is free");
    let config = json!({ "lead": { "fields": ["email"], "destinations": [{ "type": "webhook-json", "url": receiver.url("lead") }] } });
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    browser.before_every_page("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })").await;
    browser.visits(&site.page("host.html", Page::with(&configured("", &config)))).await;
    browser.widget().answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    browser.lead_form().sends().await;
    assert!(came(&receiver), "a press tries");
    browser.lead_form().reads("送信が完了しました").await;
}
