//! Where a respondent came from: what stood in the address when the page was loaded, as it was written.

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site, TIMEOUT, until};
use serde_json::{Value, json};
use xtask::site::Receiver;

use crate::configured;

const LOADS: &str = "<script>addEventListener('load', () => history.replaceState({}, '', location.pathname))</script>";

/// The lead that is sent from a page with this query and this body around the widget.
async fn sent_from(query: &str, before: &str) -> Value {
    let receiver = Receiver::start().expect("a port is free");
    let to = json!([{ "type": "webhook-json", "url": receiver.url("lead") }]);
    let config = json!({ "lead": { "fields": ["email"], "destinations": to } });
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    site.page("host.html", Page::with(&format!("{before}{}", configured("", &config))));
    browser.visits(&site.url(&format!("host.html{query}"))).await;
    browser.widget().answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    browser.lead_form().sends().await;
    lead_of(&receiver)
}

fn lead_of(receiver: &Receiver) -> Value {
    assert!(receiver.saw(TIMEOUT, |all| all.iter().any(|one| one.method == "POST")), "no lead comes");
    let post = receiver.arrivals().into_iter().find(|one| one.method == "POST").expect("it came");
    serde_json::from_str(post.body.as_deref().unwrap_or_default()).expect("a lead is JSON")
}

#[tokio::test]
async fn an_address_that_the_page_cleans_is_read_as_it_was() {
    for before in [LOADS, "<script>history.replaceState({}, '', '/clean')</script>"] {
        let lead = sent_from("?utm_source=mail&utm_campaign=spring&token=secret", before).await;
        let attribution = &lead["attribution"];
        assert_eq!(attribution["utm"]["source"], "mail", "{attribution:#}");
        assert_eq!(attribution["utm"]["campaign"], "spring", "{attribution:#}");
        assert!(!attribution.to_string().contains("secret"), "{attribution:#}");
    }
}

#[tokio::test]
async fn what_was_escaped_twice_or_in_another_encoding_is_kept() {
    let lead = sent_from(
        "?utm_source=mail&amp;utm_medium=e-mail&amp;utm_campaign=%8E%8E%8C%B1&utm_term=100%&utm_content=a+b",
        "",
    )
    .await;
    let utm = &lead["attribution"]["utm"];
    for (name, value) in
        [("source", "mail"), ("medium", "e-mail"), ("campaign", "%8E%8E%8C%B1"), ("term", "100%"), ("content", "a b")]
    {
        assert_eq!(utm[name], value, "{utm:#}");
    }
}

#[tokio::test]
async fn a_long_campaign_is_cut_between_characters() {
    for character in ["%E7%B5%8C", "%F0%9F%8C%B8", "%8E%8E"] {
        let lead = sent_from(&format!("?utm_source=a&utm_campaign={}&utm_term=t", character.repeat(400)), "").await;
        let attribution = &lead["attribution"];
        let campaign = attribution["utm"]["campaign"].as_str().unwrap_or_default();
        assert!(campaign.chars().count() >= 100, "{attribution:#}");
        for text in [campaign, attribution["landing_url"].as_str().unwrap_or_default()] {
            let parts: Vec<&str> = text.split('%').skip(1).collect();
            let whole = |part: &&str| part.len() >= 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit);
            assert!(parts.iter().all(whole), "{text}");
        }
        let landing = url::Url::parse(attribution["landing_url"].as_str().unwrap_or_default()).expect("an address");
        if character.len() > 6 {
            assert!(landing.query_pairs().all(|(_, value)| !value.contains('\u{fffd}')), "{landing}");
        }
    }
}

#[tokio::test]
async fn the_page_around_a_frame_tells_its_campaign() {
    let receiver = Receiver::start().expect("a port is free");
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    let to = json!([{ "type": "webhook-json", "url": receiver.url("lead") }]);
    site.page("config.json", Page::of(json!({ "lead": { "fields": ["email"], "destinations": to } }).to_string()));
    let page = Page::of(
        "<!doctype html><html lang=ja><meta charset=utf-8><title>枠</title><body style='margin: 0'>
         <iframe title=診断 style='border: 0; display: block' width=1200 height=900 src='index.html?config=config.json'></iframe>
         <script type=module src=frame.js></script>",
    );
    site.page("around.html", page);
    browser.visits(&site.url("around.html?utm_source=mail&amp;utm_medium=e-mail&token=secret#part")).await;
    // The frame knows of the page when it has its height.
    let fits = "return document.querySelector('iframe').style.height !== ''";
    let status = until(async || if browser.script::<bool>(fits, vec![]).await { Ok(()) } else { Err(()) });
    status.await.expect("the frame gets its height");
    browser.script::<Value>("document.querySelector('iframe').style.height = '900px'", vec![]).await;
    browser.enters_the_frame().await;
    let answers = "const widget = document.querySelector('shindan-widget');
        const root = widget.shadowRoot;
        const [choice] = root.querySelectorAll('[part~=question] input[value=none], [part~=question] input[value=met]');
        if (root.querySelector('[part~=submit]')) return true;
        if (choice) { (root.querySelector('input[value=none]') ?? choice).click(); root.querySelector('[part~=next]').click(); }
        return false";
    let at_the_form = until(async || if browser.script::<bool>(answers, vec![]).await { Ok(()) } else { Err(()) });
    at_the_form.await.expect("the form comes");
    let fills = "const root = document.querySelector('shindan-widget').shadowRoot;
        root.querySelector('[name=email]').focus();
        document.execCommand('insertText', false, 'taro@example.co.jp');
        root.querySelector('[name=privacy]').click();
        root.querySelector('[part~=submit]').click()";
    browser.script::<Value>(fills, vec![]).await;
    let lead = lead_of(&receiver);
    let attribution = &lead["attribution"];
    assert_eq!(attribution["utm"], json!({ "source": "mail", "medium": "e-mail" }), "{attribution:#}");
    assert!(attribution["page_url"].as_str().unwrap_or_default().contains("around.html"), "{attribution:#}");
    assert!(!attribution.to_string().contains("secret"), "{attribution:#}");
}
