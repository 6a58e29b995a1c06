//! A result as a link: copied, opened elsewhere, damaged, pasted into the open page.

use e2e::rules::Answers;
use e2e::{Action, Browser, Device, Engine, Page, Screen, Site, Verdict};
use serde_json::{Value, json};

use crate::{assert_says_the_same, on_the_demo};

/// The link of that respondent's result, copied from the demo page.
pub(crate) async fn link_of(site: &Site, answers: &Answers) -> (String, Verdict) {
    let browser = Browser::phone().await;
    browser.visits(&site.url("demo.html")).await;
    let widget = browser.widget();
    widget.answers_all(answers).await;
    (widget.copies("shindan").await, widget.verdict().await)
}

/// Goes to an address that differs in its fragment only, as one who pastes into the address bar.
pub(crate) async fn pastes(browser: &Browser, url: &str) {
    browser.script::<Value>("location.href = arguments[0]", vec![json!(url)]).await;
}

#[tokio::test]
async fn copying_asks_nobody_and_the_link_holds_everything_in_its_fragment() {
    let (site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::with_a_cap()).await;
    browser.requests().await;
    let address: String = browser.script("return location.href", vec![]).await;

    let link = widget.copies("shindan").await;
    let (page, fragment) = link.split_once('#').expect("a fragment");
    assert_eq!(page, site.url("demo.html"), "the page as it is, without a query");
    let code = fragment.strip_prefix("shindan=").expect("the mark");
    assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte)), "{code}");
    let asked = browser.requests().await;
    assert!(asked.is_empty(), "{asked:?}");
    assert_eq!(browser.script::<String>("return location.href", vec![]).await, address, "the page stays where it is");
    let cookies: String = browser.script("return document.cookie", vec![]).await;
    let kept: usize = browser.script("return localStorage.length", vec![]).await;
    assert!(cookies.is_empty() && kept == 0, "copying keeps nothing on the device");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn another_browser_opens_the_same_result_without_asking_or_telling() {
    let site = Site::of_dist();
    for answers in [Answers::with_a_cap(), Answers { authority: "none", ..Answers::all_met() }] {
        let (link, original) = link_of(&site, &answers).await;
        let browser = Browser::desktop().await;
        browser.visits(&link).await;
        let widget = browser.widget();
        let opened = widget.verdict().await;
        assert_says_the_same(&opened, &original);
        assert!(opened.day.as_ref().is_some_and(|day| day.contains('年') && day.contains("の結果です")), "{opened:?}");
        assert!(original.day.is_none(), "one's own result is of today");

        browser.reloads().await;
        assert_says_the_same(&widget.verdict().await, &original);
        widget.is_live().await;
        let names = browser.event_names(0).await;
        assert_eq!(names, ["ready"], "opening is no run");
        let asked = site_requests_with_code(&browser, &link).await;
        assert!(asked.is_empty(), "the code never leaves the browser: {asked:?}");
        browser.has_a_clean_console().await;
    }
}

/// Requests whose address holds the code.
async fn site_requests_with_code(browser: &Browser, link: &str) -> Vec<String> {
    let code = link.rsplit('=').next().unwrap_or_default();
    // The log names the fragment apart from the address, which is what goes out.
    browser.requests().await.into_iter().filter(|url| url.contains(code)).collect()
}

#[tokio::test]
async fn a_reload_before_anything_was_answered_loses_no_link() {
    let site = Site::of_dist();
    let (link, original) = link_of(&site, &Answers::with_a_cap()).await;
    site.holds(".wasm");
    let browser = Browser::phone().await;
    browser.visits(&link).await;
    browser.reloads().await;
    site.releases();
    site.treats(".wasm", Action::Pass);
    assert_says_the_same(&browser.widget().verdict().await, &original);

    let browser = Browser::phone().await;
    browser.visits(&link.replacen("#shindan=", "#shindan-owner=", 1)).await;
    let waits = |screen: &Screen| screen.notice.as_ref().is_some_and(|words| words.contains("もう一人")).then_some(());
    for _ in 0..3 {
        browser.widget().shows("that the other has answered", waits).await;
        browser.reloads().await;
    }
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn who_opens_a_link_is_led_to_the_result() {
    let site = Site::of_dist();
    let (link, _) = link_of(&site, &Answers::with_a_cap()).await;
    let (_, fragment) = link.split_once('#').expect("a fragment");
    let body = "<p style='height: 5000px'>長い記事</p><shindan-widget cta-href='/a'></shindan-widget><p>続き</p>";
    let url = site.page("long.html", Page::with(body));
    let browser = Browser::phone().await;
    browser.visits(&format!("{url}#{fragment}")).await;
    browser.widget().verdict().await;
    let top = "return document.querySelector('shindan-widget').getBoundingClientRect().top";
    let seen: f64 = browser.script(top, vec![]).await;
    assert!((-1.0..100.0).contains(&seen), "the result begins {seen} px below the window's top");
    browser.script::<Value>("scrollTo(0, 0)", vec![]).await;
    browser.reloads().await;
    browser.next_frames().await;
    let scrolled: f64 = browser.script("return scrollY", vec![]).await;
    assert!(scrolled == 0.0, "a reload stays where one was, and is not scrolled to {scrolled}");
}

#[tokio::test]
async fn an_opened_result_that_is_done_anew_stays_done_anew() {
    let site = Site::of_dist();
    let (link, _) = link_of(&site, &Answers::with_a_cap()).await;
    let browser = Browser::phone().await;
    browser.visits(&link).await;
    let widget = browser.widget();
    widget.verdict().await;
    widget.restarts().await;
    browser.reloads().await;
    widget.is_live().await;
    assert!(widget.sees_question("purpose").await.chosen().is_empty(), "the link was used up");
    assert_eq!(widget.screen().await.notice, None);

    widget.answers("purpose").await.with("met").await;
    widget.answers("involvement").await.with("partly").await;
    widget.sees_question("measurement").await;
    browser.reloads().await;
    widget.is_live().await;
    widget.sees_question("measurement").await;
    for (question, choices) in Answers::all_met().answers_in_order().iter().skip(2) {
        widget.answers(question).await.with_all(choices).await;
    }
    let verdict = widget.verdict().await;
    assert_eq!((verdict.score, verdict.day), (Some(90), None));
    assert_eq!(verdict.compared.len(), 1, "the opened result has become the earlier one: {:?}", verdict.compared);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_answers_behind_an_opened_result_can_be_looked_at_and_changed() {
    let site = Site::of_dist();
    let (link, original) = link_of(&site, &Answers::with_a_cap()).await;
    let browser = Browser::phone().await;
    browser.visits(&link).await;
    let widget = browser.widget();
    widget.verdict().await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("skill").await.chosen(), Answers::with_a_cap().skill);
    browser.reloads().await;
    assert_eq!(widget.sees_question("skill").await.chosen(), Answers::with_a_cap().skill);
    widget.is_live().await;
    widget.goes_on().await;
    let now = widget.verdict().await;
    assert_eq!((now.score, now.level, now.day), (original.score, original.level, None));
    let names = browser.event_names(0).await;
    assert_eq!(names.iter().filter(|name| *name == "complete").count(), 1, "now it is one's own: {names:?}");
}

#[tokio::test]
async fn where_the_clipboard_is_blocked_the_link_stands_in_a_field() {
    let site = Site::of_dist();
    for blocked in ["Permissions-Policy", "no clipboard"] {
        let browser = Browser::phone().await;
        if blocked == "Permissions-Policy" && browser.engine() != Engine::Chromium {
            e2e::without("the engine knows no such policy for the clipboard");
            continue;
        }
        let page = Page::with("<shindan-widget cta-href='/a'></shindan-widget>");
        let page = if blocked == "Permissions-Policy" { page.under(blocked, "clipboard-write=()") } else { page };
        if blocked == "no clipboard" {
            // As on a page without https.
            browser
                .before_every_page("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
                .await;
        }
        browser.visits(&site.page("host.html", page)).await;
        let widget = browser.widget();
        widget.answers_all(&Answers::with_a_cap()).await;
        widget.presses_on("[part~=share][name=shindan]").await;
        let link = widget.shows("the field with the link", |screen| screen.verdict.as_ref()?.link.clone()).await;
        assert!(link.starts_with(&site.url("host.html#shindan=readiness.")), "{link}");
        let focus = browser.focuses("the field", |focus| focus.value == link).await;
        assert_eq!(focus.element, "input");
        let selected: String = browser.script("return getSelection().toString()", vec![]).await;
        assert_eq!(selected, link, "a copy is a key away");
        let verdict = widget.verdict().await;
        assert_eq!(verdict.status, None, "nothing is said to be copied that is not");

        widget.presses_on("[part~=share][name=shindan-owner]").await;
        widget
            .shows("the other link", |screen| {
                screen.verdict.as_ref()?.link.as_ref()?.contains("#shindan-owner=readiness.").then_some(())
            })
            .await;
        browser.visits("about:blank").await;
        browser.visits(&link).await;
        assert_says_the_same(&widget.verdict().await, &verdict);
    }
}
