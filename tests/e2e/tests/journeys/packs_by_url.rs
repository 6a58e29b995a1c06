//! Packs at an address: asked as if they were built in, or else the built-in one is, and the owner is notified why.

use std::time::Duration;

use e2e::rules::Answers;
use e2e::{Action, Browser, Page, Screen, Site};
use serde_json::{Value, json};

const JAPANESE: &str = include_str!("../../../../packs/readiness.ja.json");
const ENGLISH: &str = include_str!("../../../../packs/readiness.en.json");

const HOST: &str = "<shindan-widget pack='packs/house.json' cta-href='/a'></shindan-widget>";
const OWN: &str = "わが社の目的を、書きとめていますか。";

/// The question `purpose` of the built-in pack.
const BUILT_IN: &str = "改善";

/// A pack of the owner's own: another id, and another first question.
fn house(pack: &str) -> Value {
    let mut pack: Value = serde_json::from_str(pack).expect("a pack is JSON");
    pack["id"] = "house".into();
    pack["sections"][0]["questions"][0]["text"] = OWN.into();
    pack
}

/// A site with that file for the pack of [`HOST`], and its address.
fn site_with(file: Page) -> (Site, String) {
    let site = Site::of_dist();
    site.page("packs/house.json", file);
    let url = site.page("host.html", Page::with(HOST));
    (site, url)
}

/// The question alone, without what stands above it.
fn words(screen: &Screen) -> &str {
    screen.legend.as_deref().and_then(|legend| legend.lines().last()).unwrap_or_default()
}

async fn count(browser: &Browser, event: &str) -> usize {
    browser.event_names(0).await.iter().filter(|name| *name == event).count()
}

#[tokio::test]
async fn a_pack_at_an_address_is_asked_to_its_result() {
    let (site, url) = site_with(Page::of(house(JAPANESE).to_string()));
    let browser = Browser::phone().await;
    browser.visits(&url).await;
    let widget = browser.widget();
    assert_eq!(words(&widget.sees_question("purpose").await), OWN);
    assert!(widget.has_wasm().await, "no question of another pack comes first");
    widget.answers_all(&Answers::all_met()).await;
    let verdict = widget.verdict().await;
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(100), "ready"));
    let detail = browser.waits_for_event("complete").await.detail;
    assert_eq!((&detail["pack"], &detail["score"]), (&json!("house"), &json!(100)));

    browser.reloads().await;
    assert_eq!(widget.verdict().await.score, Some(100), "the run survives a reload");
    assert_eq!(count(&browser, "complete").await, 0, "and is reported once");
    let link = widget.copies("shindan").await;
    browser.visits("about:blank").await;
    browser.visits(&link).await;
    assert_eq!(widget.verdict().await.score, Some(100), "its link opens");
    browser.has_a_clean_console().await;
    assert!(site.was_asked_for("packs/house.json"));
}

#[tokio::test]
async fn of_a_built_in_pack_nobody_downloads_the_reader() {
    let (site, browser) = crate::on_a_page("<shindan-widget></shindan-widget>").await;
    browser.widget().is_live().await;
    let asked = browser.requests().await;
    assert!(asked.iter().any(|address| address.contains("/runtime-")), "{asked:?}");
    assert!(!asked.iter().any(|address| address.contains("/reader-")), "{asked:?}");
    site.page("packs/house.json", Page::of(house(JAPANESE).to_string()));
    browser.visits(&site.page("other.html", Page::with(HOST))).await;
    browser.widget().is_live().await;
    let asked = browser.requests().await;
    assert_eq!(asked.iter().filter(|address| address.contains("/reader-")).count(), 2, "{asked:?}");
}

#[tokio::test]
async fn a_pack_brings_its_language_and_may_lie_elsewhere() {
    let elsewhere = Site::of_dist();
    let address = elsewhere.page("house.en", Page::of(house(ENGLISH).to_string()));
    let (_site, browser) =
        crate::on_a_page(&format!("<shindan-widget pack='{address}' cta-href='/a'></shindan-widget>")).await;
    let widget = browser.widget();
    let screen = widget.sees_question("purpose").await;
    assert_eq!(words(&screen), OWN);
    widget.goes_on().await;
    let hint = widget.shows("the hint to choose", |screen| screen.hint.clone()).await;
    assert_eq!(hint, "Please choose an answer before you continue.", "the page is Japanese, the pack is not");
    widget.answers_all(&Answers::all_met()).await;
    assert_eq!(widget.verdict().await.level_title.as_deref(), Some("Ready to start"));
    browser.has_a_clean_console().await;

    let mut french = house(ENGLISH);
    french["lang"] = "fr-CA".into();
    french["version"] = "2".into();
    elsewhere.page("house.en", Page::of(french.to_string()));
    browser.reloads().await;
    widget.sees_question("purpose").await;
    let warnings = browser.warnings().await;
    assert!(warnings.len() == 1 && warnings[0].contains("fr-CA"), "{warnings:?}");
}

/// Visits the page, and expects the built-in pack, and one error that names all of this.
async fn falls_back(browser: &Browser, url: &str, what: &str, named: &[&str]) -> String {
    browser.visits("about:blank").await;
    browser.visits(url).await;
    has_fallen_back(browser, what, named).await
}

async fn has_fallen_back(browser: &Browser, what: &str, named: &[&str]) -> String {
    let widget = browser.widget();
    let screen = widget.sees_question("purpose").await;
    assert!(words(&screen).contains(BUILT_IN), "{what}: {screen:?}");
    let error = browser.waits_for_event("error").await;
    assert_eq!(error.detail["code"], "pack", "{what}: {error:?}");
    assert_eq!(count(browser, "error").await, 1, "{what}: it is reported once");
    let help = error.detail["help"].as_str().unwrap_or_default().to_owned();
    assert!(named.iter().all(|word| help.contains(word)), "{what}: the event's help names {named:?}: {help}");
    let console = browser.errors().await.join("\n");
    assert!(named.iter().all(|word| console.contains(word)), "{what}: the console names {named:?}: {console}");
    help
}

#[tokio::test]
async fn whatever_is_wrong_with_the_file_the_built_in_pack_is_asked_and_the_owner_told() {
    let mut broken = house(JAPANESE);
    broken["sections"][0]["rule"] = "some".into();
    let mut faulty = house(JAPANESE);
    for section in faulty["sections"].as_array_mut().expect("sections") {
        for question in section["questions"].as_array_mut().expect("questions") {
            question["text"] = "".into();
            question["topic"] = 7.into();
        }
    }
    let text = house(JAPANESE).to_string();
    let cut = &text[..text.char_indices().nth(900).expect("long enough").0];
    let long = format!("{text}{}", " ".repeat(2_000_000));
    let deep = "[".repeat(10_000);
    let browser = Browser::phone().await;
    for (what, file, named) in [
        ("refused", Page::of(broken.to_string()), vec!["sections[0].rule", "is no rule", "one of: sum"]),
        ("refused for much", Page::of(faulty.to_string()), vec!["sections[0].questions[0].topic", "and 6 more"]),
        ("no JSON", Page::of("<!doctype html><p>どうぞ"), vec!["is a web page", "the address of the file"]),
        ("cut short", Page::of(cut), vec!["line 1, column", "is no JSON"]),
        ("empty", Page::of(""), vec!["is empty"]),
        ("no pack", Page::of(r#"{ "cta": {} }"#), vec!["format: is missing; add it"]),
        ("too long", Page::of(long), vec!["2 MB at most"]),
        ("too deep", Page::of(deep), vec!["nested too deeply"]),
        ("broken", Page::answering(Action::Status(503)), vec!["answered 503", "upload"]),
        ("missing", Page::answering(Action::Pass), vec!["answered 404", "packs/house.json"]),
    ] {
        let (_site, url) = site_with(file);
        let help = falls_back(&browser, &url, what, &named).await;
        assert!(help.contains("/packs/house.json"), "{what}: the address is named: {help}");
        assert!(help.lines().count() <= 12, "{what}: {help}");
    }
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    assert_eq!(widget.verdict().await.score, Some(100));
    assert_eq!(browser.waits_for_event("complete").await.detail["pack"], "readiness");
}

#[tokio::test]
async fn nobody_waits_for_a_pack_for_ever() {
    let (_site, url) = site_with(Page::answering(Action::Hold));
    let browser = Browser::phone().await;
    browser.has_a_clock().await;
    browser.visits(&url).await;
    browser.sleeps(Duration::from_secs(20)).await;
    has_fallen_back(&browser, "held up", &["/packs/house.json", "after 20 s", "server"]).await;
}

#[tokio::test]
async fn an_address_that_cannot_be_fetched_is_named() {
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    for (name, address, named) in [
        ("script", "javascript:alert(1)//x.json", vec!["attribute pack", "begin it with https:// or /"]),
        ("data", "data:application/json,{}", vec!["attribute pack", "begin it with https:// or /"]),
        ("broken", "https://[/x.json", vec!["attribute pack", "begin it with https:// or /"]),
        ("nobody", "http://127.0.0.1:9/x.json", vec!["http://127.0.0.1:9/x.json cannot be reached", "CORS"]),
    ] {
        let page = Page::with(&format!("<shindan-widget pack='{address}'></shindan-widget>"));
        falls_back(&browser, &site.page(&format!("{name}.html"), page), name, &named).await;
    }
    let blocked = Page::with("<shindan-widget pack='https://elsewhere.example/x.json'></shindan-widget>")
        .under("Content-Security-Policy", "connect-src 'self'");
    let named = ["connect-src", "add https://elsewhere.example"];
    falls_back(&browser, &site.page("blocked.html", blocked), "blocked", &named).await;

    let english = Page::with("<shindan-widget lang=en pack='none.json'></shindan-widget>");
    browser.visits(&site.page("english.html", english)).await;
    let legend = browser.widget().sees_question("purpose").await.legend.expect("a legend");
    assert!(legend.is_ascii(), "the built-in pack speaks the page's language: {legend}");
}

#[tokio::test]
async fn a_reader_that_does_not_come_is_named() {
    for kind in [".wasm", ".js"] {
        let (site, url) = site_with(Page::of(house(JAPANESE).to_string()));
        let browser = Browser::phone().await;
        browser.visits(&url).await;
        browser.widget().is_live().await;
        let asked = browser.requests().await;
        let file = asked.iter().find(|address| address.contains("/reader-") && address.ends_with(kind));
        let file = file.unwrap_or_else(|| panic!("no reader: {asked:?}"));
        site.treats(file.rsplit('/').next().expect("a name"), Action::Status(503));
        // A new browser has it not in its cache.
        let browser = Browser::phone().await;
        falls_back(&browser, &url, kind, &["reader-", kind, "upload"]).await;
    }
}

#[tokio::test]
async fn hostile_words_of_a_pack_are_words() {
    let hostile = "<img src=x onerror='window.hit=1'> <script>window.hit=1</script> javascript:alert(1)";
    let mut pack = house(JAPANESE);
    pack["sections"][0]["questions"][0]["text"] = hostile.into();
    pack["sections"][0]["questions"][0]["choices"][0]["label"] = hostile.into();
    pack["levels"][0]["cta"] = hostile.into();
    pack["levels"][0]["meaning"] = hostile.into();
    pack["version"] = "\"><script>window.hit=1</script>".into();
    let (_site, url) = site_with(Page::of(pack.to_string()));
    let browser = Browser::phone().await;
    browser.visits(&url).await;
    let widget = browser.widget();
    let screen = widget.sees_question("purpose").await;
    assert_eq!(words(&screen), hostile);
    assert!(screen.choices[0].label.contains("<script>"), "{screen:?}");
    widget.answers_all(&Answers::all_met()).await;
    let verdict = widget.verdict().await;
    assert!(verdict.calls.iter().all(|call| call.text.contains("javascript:") && call.href.as_deref() == Some("/a")));
    assert!(verdict.receipt.as_ref().is_some_and(|receipt| receipt.contains("<script>")), "{verdict:?}");
    let made: usize = browser
        .script(
            "return document.querySelector('shindan-widget').shadowRoot.querySelectorAll('img, script').length",
            vec![],
        )
        .await;
    assert_eq!(made, 0);
    assert!(browser.script::<Value>("return window.hit ?? null", vec![]).await.is_null());
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn answers_to_another_pack_or_version_are_not_taken_for_answers_to_this_one() {
    let (site, url) = site_with(Page::of(house(JAPANESE).to_string()));
    let browser = Browser::phone().await;
    browser.visits(&url).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    widget.verdict().await;

    let mut next = house(JAPANESE);
    next["version"] = "99".into();
    site.page("packs/house.json", Page::of(next.to_string()));
    browser.reloads().await;
    let screen = widget.sees_question("purpose").await;
    assert!(screen.chosen().is_empty() && screen.verdict.is_none(), "{screen:?}");
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;

    // While the file is gone, the built-in pack is asked from its beginning, and then the other again from its own.
    site.page("packs/house.json", Page::answering(Action::Status(404)));
    browser.reloads().await;
    assert!(widget.sees_question("purpose").await.chosen().is_empty());
    widget.answers_all(&Answers::all_met()).await;
    assert_eq!(browser.waits_for_event("complete").await.detail["pack"], "readiness");
    site.page("packs/house.json", Page::of(next.to_string()));
    browser.reloads().await;
    assert_eq!(words(&widget.sees_question("purpose").await), OWN);
    widget.answers_all(&Answers::all_met()).await;
    assert_eq!(browser.waits_for_event("complete").await.detail["pack"], "house");
    assert_eq!((count(&browser, "start").await, count(&browser, "complete").await), (1, 1));

    // A page that asks for the built-in pack goes on with its own run.
    site.page("host.html", Page::with("<shindan-widget cta-href='/a'></shindan-widget>"));
    browser.reloads().await;
    let screen = widget.sees_question("purpose").await;
    assert!(screen.chosen().is_empty() && words(&screen) != OWN, "{screen:?}");
}

#[tokio::test]
async fn two_widgets_with_one_address_fetch_it_once() {
    let (site, _) = site_with(Page::of(house(JAPANESE).to_string()));
    let browser = Browser::desktop().await;
    browser.visits(&site.page("two.html", Page::with(&format!("{HOST}{HOST}")))).await;
    for nth in 0..2 {
        let widget = browser.widget_nth(nth);
        assert_eq!(words(&widget.sees_question("purpose").await), OWN);
    }
    assert_eq!(site.times_asked_for("packs/house.json"), 1);
    browser.has_a_clean_console().await;
}
