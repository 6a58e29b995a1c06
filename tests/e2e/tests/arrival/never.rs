//! Where the wasm never comes, the questionnaire stays a checklist that leads to the consultation.

use e2e::rules::Answers;
use e2e::{Action, Browser, Page, Site, needs};

use serde_json::json;

use crate::HOST;

const STRICT: &str = "default-src 'self'; img-src 'self' data:";
const OPEN_FOR_WASM: &str = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'";

/// Goes the way to the end without wasm, and reads what is said there; `words` is what the console must name.
async fn stays_a_checklist(site: &Site, browser: &Browser, page: Page, words: &[&str]) {
    browser.visits(&site.page("host.html", page)).await;
    let widget = browser.widget();
    let way = Answers::all_met().answers_in_order();
    for (question, choices) in way.iter().take(2) {
        widget.answers(question).await.with_all(choices).await;
    }
    widget.goes_back().await;
    assert_eq!(widget.sees_question("involvement").await.chosen(), ["met"]);
    for (question, choices) in way.iter().skip(1).take(6 - 1) {
        widget.answers_soon(question, choices).await;
    }

    let message = widget.shows("the end without a verdict", |screen| screen.error.clone()).await;
    assert!(message.chars().any(|c| ('ぁ'..='ん').contains(&c)), "in plain words: {message}");
    assert!(!message.to_lowercase().contains("wasm"), "the respondent is spared the cause: {message}");
    let screen = widget.screen().await;
    let link = screen.cta.as_ref().and_then(|cta| cta.href.as_deref());
    assert_eq!(link, Some("https://consult.example/"), "the consultation is offered: {screen:#?}");
    assert!(screen.verdict.is_none(), "no verdict is made up");
    browser.passes_axe("the end without a verdict").await;

    let error = browser.waits_for_event("error").await;
    assert!(error.detail["code"].as_str().is_some_and(|code| !code.is_empty()), "{error:?}");
    assert!(error.bubbles && error.composed);
    let help = error.detail["help"].as_str().unwrap_or_default().to_owned();
    assert!(words.iter().all(|word| help.contains(word)), "the event's help names {words:?}: {help}");
    let console = browser.errors().await.join("\n");
    assert!(words.iter().all(|word| console.contains(word)), "the console names {words:?}: {console}");
    let names = browser.event_names(0).await;
    assert_eq!(names.iter().filter(|name| *name == "error").count(), 1, "it is reported once: {names:?}");
    browser.has_not_jumped().await;
}

#[tokio::test]
async fn a_policy_without_wasm_unsafe_eval_is_named_with_the_mend() {
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    let page = Page::with(HOST).under("Content-Security-Policy", STRICT);
    stays_a_checklist(&site, &browser, page, &["script-src", "'wasm-unsafe-eval'"]).await;
    assert!(!site.was_asked_for(".wasm"), "nothing is downloaded in vain");
    browser.widget().shoots("without-wasm-phone").await;
}

#[tokio::test]
async fn a_server_that_answers_503_is_named() {
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    site.treats(".wasm", Action::Status(503));
    stays_a_checklist(&site, &browser, Page::with(HOST), &["503", ".wasm"]).await;
}

#[tokio::test]
async fn a_browser_without_wasm_is_served_too() {
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    browser.before_every_page("delete globalThis.WebAssembly").await;
    stays_a_checklist(&site, &browser, Page::with(HOST), &["WebAssembly"]).await;
}

#[tokio::test]
async fn a_download_that_breaks_off_is_named() {
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    site.treats(".wasm", Action::Truncate(4000));
    stays_a_checklist(&site, &browser, Page::with(HOST), &[".wasm"]).await;
}

#[tokio::test]
async fn the_line_that_the_console_gives_is_enough() {
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    let page = Page::with(HOST).under("Content-Security-Policy", OPEN_FOR_WASM);
    browser.visits(&site.page("host.html", page)).await;
    browser.widget().is_live().await;
    browser.widget().answers_all(&Answers::all_met()).await;
    let violations: Vec<String> = browser.script("return __probe.violations", vec![]).await;
    assert!(violations.is_empty(), "{violations:?}");
    browser.has_a_clean_console().await;
    browser.has_not_jumped().await;
}

#[tokio::test]
async fn a_network_that_goes_away_after_the_answers_is_told_at_the_end() {
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    site.holds(".wasm");
    browser.visits(&site.page("host.html", Page::with(HOST))).await;
    let widget = browser.widget();
    for (question, choices) in Answers::all_met().answers_in_order().iter().take(6) {
        widget.answers_soon(question, choices).await;
    }
    // The server goes away, and cuts every connection.
    drop(site);
    widget.shows("the end without a verdict", |screen| screen.error.clone()).await;
    browser.has_not_jumped().await;
}

#[tokio::test]
async fn a_link_that_cannot_be_judged_here_leads_to_the_consultation_and_opens_once_it_can() {
    let site = Site::of_dist();
    let browser = Browser::phone().await;
    browser.visits(&site.page("host.html", Page::with(HOST))).await;
    let widget = browser.widget();
    widget.answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    let link = widget.copies("shindan").await;

    site.treats(".wasm", Action::Status(503));
    let browser = Browser::phone().await;
    browser.visits(&link).await;
    let widget = browser.widget();
    let message = widget.shows("the end without a verdict", |screen| screen.error.clone()).await;
    assert!(!message.contains("リンク"), "it is not the link's fault: {message}");
    let screen = widget.screen().await;
    assert_eq!(screen.cta.and_then(|cta| cta.href).as_deref(), Some("https://consult.example/"));
    assert_eq!(browser.event_names(0).await, ["ready", "error"]);

    site.treats(".wasm", Action::Pass);
    browser.reloads().await;
    assert_eq!(widget.verdict().await.score, Some(100));
}

#[tokio::test]
async fn without_javascript_the_owners_own_words_show() {
    needs!(DevTools);
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    let body =
        "<shindan-widget cta-href='/a'><p>診断の代わりに、<a href='/a'>無料相談</a>をどうぞ。</p></shindan-widget>";
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    browser.visits(&site.page("host.html", Page::with(body))).await;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
    let shown: bool =
        browser.script("return document.querySelector('shindan-widget p').checkVisibility()", vec![]).await;
    assert!(shown);
}
