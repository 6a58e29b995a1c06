//! A configuration that is there and cannot be used is reported to the owner, by name, place and fix.

use e2e::rules::Answers;
use e2e::{Action, Browser, Device, Event, Page, Site, until};
use serde_json::{Value, json};

use crate::on_a_page;

/// A configuration of two lines.
const LINES: &str = "{\n  \"cta\": { \"context\": true } }";

/// The errors of that code so far, once there is one.
async fn config_errors(browser: &Browser) -> Result<Vec<Event>, Vec<Event>> {
    until(async || {
        let events = browser.events().await;
        let errors: Vec<Event> = events
            .iter()
            .filter(|event| event.name == "shindan:error" && event.detail["code"] == "config")
            .cloned()
            .collect();
        if errors.is_empty() { Err(events) } else { Ok(errors) }
    })
    .await
}

/// Expects one such error whose help has each of these words, and a widget that works all the same.
async fn is_reported(browser: &Browser, case: &str, words: &[&str]) {
    let errors =
        config_errors(browser).await.unwrap_or_else(|events| panic!("{case}: no error is reported, only {events:?}"));
    browser.widget().is_live().await;
    assert_eq!(errors.len(), 1, "{case}: {errors:?}");
    let help = errors[0].detail["help"].as_str().unwrap_or_default();
    for word in words {
        assert!(help.contains(word), "{case}: {word} is not in {help}");
    }
    let answers = Answers { authority: "none", ..Answers::all_met() };
    browser.widget().answers_all(&answers).await;
}

#[tokio::test]
async fn a_child_that_cannot_be_used_is_an_error_with_place_and_mend() {
    let json = |text: &str| format!("<script type='application/json'>{text}</script>");
    let cases: Vec<(&str, String, Vec<&str>)> = vec![
        (
            "consent tool",
            format!("<script type='text/plain' data-category='marketing'>{LINES}</script>"),
            vec!["text/plain", "application/json"],
        ),
        (
            "optimiser",
            format!("<script type='rocketlazyloadscript' data-x='1'>{LINES}</script>"),
            vec!["rocketlazyloadscript"],
        ),
        ("linked data", format!("<script type='application/ld+json'>{LINES}</script>"), vec!["application/ld+json"]),
        ("paragraphs", json("{ \"cta\":</p>\n<p> {} }"), vec!["</p>", "line 1"]),
        ("line break", json("{<br />\n\"cta\": {} }"), vec!["<br />", "line 1"]),
        ("curly quotes", json("{\n “cta”: {} }"), vec!["“", "line 2"]),
        ("Japanese quotes", json("{\n\n ＂cta＂: {} }"), vec!["＂", "line 3"]),
        ("wide space", json("{\n\u{3000}\"cta\": {} }"), vec!["U+3000", "line 2"]),
        ("hard space", json("{\n\n\u{a0}\"cta\": {} }"), vec!["U+00A0", "line 3"]),
        ("escaped", json("{ &quot;cta&quot;: {} }"), vec!["&quot;"]),
        ("comma", json("{ \"cta\": {}, }"), vec!["JSON"]),
        ("cut", json("{ \"lead\": { \"destinations\": [ { \"type\": \"web"), vec!["JSON"]),
        ("empty", json(" \n "), vec!["empty"]),
        ("a list", json("[]"), vec!["{"]),
        ("a text", json("\"lead\""), vec!["{"]),
    ];
    let site = Site::of_dist();
    let browser = Browser::start(Device::Desktop).await;
    for (case, child, words) in cases {
        let body = format!("<shindan-widget cta-href='#there'>{child}</shindan-widget>");
        browser.visits(&site.page("host.html", Page::with(&body))).await;
        browser.script::<Value>("sessionStorage.clear()", vec![]).await;
        browser.reloads().await;
        is_reported(&browser, case, &words).await;
    }
}

#[tokio::test]
async fn what_is_json_in_other_clothes_is_used() {
    let site = Site::of_dist();
    let browser = Browser::start(Device::Desktop).await;
    for kind in ["application/json", "application/json; charset=utf-8", " Application/JSON "] {
        let config = json!({ "cta": { "label": { "prepare": "準備の相談をする" } } });
        let body =
            format!("<shindan-widget cta-href='#a'><script type='{kind}'>\n{config}\n</script></shindan-widget>");
        browser.visits(&site.page("host.html", Page::with(&body))).await;
        browser.script::<Value>("sessionStorage.clear()", vec![]).await;
        browser.reloads().await;
        browser.widget().answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
        assert!(browser.widget().cta().await.text.contains("準備の相談をする"), "{kind}");
        browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_used_is_an_error_too() {
    let site = Site::of_dist();
    let browser = Browser::start(Device::Desktop).await;
    for (case, action, words) in [
        ("no file", Action::Status(404), vec!["404"]),
        ("no JSON", Action::Page("<h1>Not found</h1>".into()), vec!["JSON"]),
        (
            "Shift_JIS",
            Action::Page("{ \"cta\": { \"label\": { \"ready\": \"\u{fffd}\u{fffd}\" } } }".into()),
            vec!["U+FFFD", "UTF-8"],
        ),
    ] {
        site.page("config.json", Page::answering(action));
        let body = "<shindan-widget cta-href='#there' config='config.json'></shindan-widget>";
        browser.visits(&site.page("host.html", Page::with(body))).await;
        browser.script::<Value>("sessionStorage.clear()", vec![]).await;
        browser.reloads().await;
        is_reported(&browser, case, &words).await;
    }
}

#[tokio::test]
async fn a_child_that_the_owner_has_marked_and_that_is_gone_is_an_error() {
    let (_site, browser) =
        on_a_page(Device::Desktop, "<shindan-widget cta-href='#a' data-config></shindan-widget>").await;
    is_reported(&browser, "marked", &["data-config"]).await;
}

#[tokio::test]
async fn in_a_panel_it_is_told_once_too() {
    let body = "<shindan-widget mode=popup cta-href='#a'><script type='application/json'>{ “open”: {} }</script></shindan-widget>";
    let (_site, browser) = on_a_page(Device::Desktop, body).await;
    browser.widget().presses_on("[part~=open]").await;
    is_reported(&browser, "popup", &["“"]).await;
}
