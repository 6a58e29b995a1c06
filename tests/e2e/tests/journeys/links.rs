//! A result as a link: copied, opened elsewhere, damaged, pasted into the open page.

use e2e::rules::Answers;
use e2e::{Action, Browser, Device, Engine, Look, Page, Site, Verdict, until};
use serde_json::{Value, json};

use crate::{assert_says_the_same, on_the_demo, with_a_cap};

/// The link of that respondent's result, copied from the demo page.
async fn link_of(site: &Site, answers: &Answers) -> (String, Verdict) {
    let browser = Browser::phone().await;
    browser.visits(&site.url("demo.html")).await;
    let widget = browser.widget();
    widget.answers_all(answers).await;
    (widget.copies("shindan").await, widget.verdict().await)
}

/// Goes to an address that differs in its fragment only, as one who pastes into the address bar.
async fn pastes(browser: &Browser, url: &str) {
    browser.script::<Value>("location.href = arguments[0]", vec![json!(url)]).await;
}

#[tokio::test]
async fn copying_asks_nobody_and_the_link_holds_everything_in_its_fragment() {
    let (site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    widget.answers_all(&with_a_cap()).await;
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
    for answers in [with_a_cap(), Answers { authority: "none", ..Answers::all_met() }] {
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
    let (link, original) = link_of(&site, &with_a_cap()).await;
    site.holds(".wasm");
    let browser = Browser::phone().await;
    browser.visits(&link).await;
    browser.reloads().await;
    site.releases();
    site.treats(".wasm", Action::Pass);
    assert_says_the_same(&browser.widget().verdict().await, &original);

    let browser = Browser::phone().await;
    browser.visits(&link.replacen("#shindan=", "#shindan-owner=", 1)).await;
    let waits = |look: &Look| look.notice.as_ref().is_some_and(|words| words.contains("もう一人")).then_some(());
    for _ in 0..3 {
        browser.widget().shows("that the other has answered", waits).await;
        browser.reloads().await;
    }
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn who_opens_a_link_is_led_to_the_result() {
    let site = Site::of_dist();
    let (link, _) = link_of(&site, &with_a_cap()).await;
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
    let (link, _) = link_of(&site, &with_a_cap()).await;
    let browser = Browser::phone().await;
    browser.visits(&link).await;
    let widget = browser.widget();
    widget.verdict().await;
    widget.restarts().await;
    browser.reloads().await;
    widget.is_live().await;
    assert!(widget.sees_question("purpose").await.chosen().is_empty(), "the link was used up");
    assert_eq!(widget.look().await.notice, None);

    widget.answers("purpose").await.with("met").await;
    widget.answers("involvement").await.with("partly").await;
    widget.sees_question("measurement").await;
    browser.reloads().await;
    widget.is_live().await;
    widget.sees_question("measurement").await;
    for (question, choices) in Answers::all_met().way().iter().skip(2) {
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
    let (link, original) = link_of(&site, &with_a_cap()).await;
    let browser = Browser::phone().await;
    browser.visits(&link).await;
    let widget = browser.widget();
    widget.verdict().await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("skill").await.chosen(), with_a_cap().skill);
    browser.reloads().await;
    assert_eq!(widget.sees_question("skill").await.chosen(), with_a_cap().skill);
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
        widget.answers_all(&with_a_cap()).await;
        widget.presses_on("[part~=share][name=shindan]").await;
        let link = widget.shows("the field with the link", |look| look.verdict.as_ref()?.link.clone()).await;
        assert!(link.starts_with(&site.url("host.html#shindan=readiness.")), "{link}");
        let focus = browser.focuses("the field", |focus| focus.value == link).await;
        assert_eq!(focus.element, "input");
        let selected: String = browser.script("return getSelection().toString()", vec![]).await;
        assert_eq!(selected, link, "a copy is a key away");
        let verdict = widget.verdict().await;
        assert_eq!(verdict.said, None, "nothing is said to be copied that is not");

        widget.presses_on("[part~=share][name=shindan-owner]").await;
        widget
            .shows("the other link", |look| {
                look.verdict.as_ref()?.link.as_ref()?.contains("#shindan-owner=readiness.").then_some(())
            })
            .await;
        browser.visits("about:blank").await;
        browser.visits(&link).await;
        assert_says_the_same(&widget.verdict().await, &verdict);
    }
}

#[tokio::test]
async fn a_link_that_does_not_hold_says_one_polite_line_and_the_questions_begin() {
    let site = Site::of_dist();
    let (link, _) = link_of(&site, &with_a_cap()).await;
    let (page, code) = link.split_once("#shindan=").expect("a code");
    let last = if code.ends_with('1') { "2" } else { "1" };
    let damaged = format!("{}{last}", &code[..code.len() - 1]);
    let foreign = code.replacen("readiness", "readyness", 1);
    let other_version = code.replacen(".1_", ".7_", 1);
    let huge = "readiness.".repeat(100_000);
    let escaped = format!("{code}%26.shown=1%26purpose=met");
    let browser = Browser::phone().await;
    let widget = browser.widget();
    for (what, code) in [
        ("damaged", damaged.as_str()),
        ("foreign", &foreign),
        ("of another version", &other_version),
        ("cut short", &code[..code.len() / 2]),
        ("empty", ""),
        ("markup", "<img src=x onerror=alert(1)>"),
        ("broken escapes", "%E3%81%&%00%FF"),
        ("smuggling answers", &escaped),
        ("of 1 MB", &huge),
    ] {
        for name in ["shindan", "shindan-owner", "shindan-promoter"] {
            browser.visits("about:blank").await;
            browser.script::<Value>("location.href = arguments[0]", vec![json!(format!("{page}#{name}={code}"))]).await;
            let notice = widget.shows("a line about the link", |look| look.notice.clone()).await;
            assert_eq!(notice, "リンクの内容を読み取れなかったため、はじめからお答えください。", "{what}");
            let look = widget.sees_question("purpose").await;
            assert!(look.chosen().is_empty() && look.error.is_none(), "{what}: {look:?}");
            assert_eq!(browser.event_names(0).await, ["ready"], "{what}");
        }
    }
    browser.passes_axe("the first question with a line about the link").await;
    widget.shoots("damaged-link-phone").await;

    // It is said once, and going on works.
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;
    assert_eq!(widget.look().await.notice, None);
    browser.reloads().await;
    widget.is_live().await;
    assert_eq!(
        (widget.sees_question("involvement").await.notice, widget.look().await.verdict.is_some()),
        (None, false)
    );
    for (question, choices) in Answers::all_met().way().iter().skip(1) {
        widget.answers(question).await.with_all(choices).await;
    }
    assert_eq!(widget.verdict().await.score, Some(100));
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_link_that_is_pasted_into_the_open_page_is_taken_up() {
    let site = Site::of_dist();
    let (link, original) = link_of(&site, &with_a_cap()).await;
    let browser = Browser::desktop().await;
    browser.visits(&site.url("demo.html")).await;
    let widget = browser.widget();
    widget.is_live().await;
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;

    pastes(&browser, &link).await;
    assert_says_the_same(&widget.verdict().await, &original);
    widget.restarts().await;

    // A fragment of the page's own changes nothing.
    widget.answers("purpose").await.with("partly").await;
    widget.sees_question("involvement").await;
    pastes(&browser, "#consultation").await;
    let at = until(async || match browser.script::<bool>("return location.hash === '#consultation'", vec![]).await {
        true => Ok(()),
        false => Err(()),
    });
    at.await.expect("the fragment changes");
    browser.next_frames().await;
    assert_eq!(widget.sees_question("involvement").await.question.as_deref(), Some("involvement"));
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["partly"]);

    // Nor does going back to the link that was used up.
    browser.script::<Value>("history.back()", vec![]).await;
    let at =
        until(async || match browser.script::<bool>("return location.hash.startsWith('#shindan')", vec![]).await {
            true => Ok(()),
            false => Err(()),
        });
    at.await.expect("the fragment changes back");
    browser.next_frames().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["partly"]);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn of_two_widgets_the_first_takes_the_link() {
    let site = Site::of_dist();
    let (link, original) = link_of(&site, &with_a_cap()).await;
    let (_, fragment) = link.split_once('#').expect("a fragment");
    let body = "<shindan-widget cta-href='/one'></shindan-widget><shindan-widget cta-href='/two'></shindan-widget>";
    let url = site.page("two.html", Page::with(body));
    let browser = Browser::desktop().await;
    browser.visits(&format!("{url}#{fragment}")).await;
    let (first, second) = (browser.widget_nth(0), browser.widget_nth(1));
    assert_says_the_same(&first.verdict().await, &original);
    second.is_live().await;
    assert!(second.sees_question("purpose").await.chosen().is_empty());
    second.answers_all(&Answers::all_met()).await;
    let own = second.copies("shindan").await;
    assert!(first.verdict().await.said.is_none(), "each has its own buttons");

    pastes(&browser, &own).await;
    first.shows("the other link's result", |look| (look.verdict.as_ref()?.score == Some(100)).then_some(())).await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn an_opened_result_stays_when_the_widget_is_taken_out_and_put_back() {
    let site = Site::of_dist();
    let (link, original) = link_of(&site, &with_a_cap()).await;
    let browser = Browser::desktop().await;
    browser.visits(&link).await;
    let widget = browser.widget();
    widget.verdict().await;
    browser
        .script::<Value>(
            "window.kept = document.querySelector('shindan-widget'); window.place = kept.nextSibling; kept.remove()",
            vec![],
        )
        .await;
    browser.next_frames().await;
    browser.script::<Value>("place.before(kept)", vec![]).await;
    assert_says_the_same(&widget.verdict().await, &original);

    // A single-page app goes on to another address: the element stays, and so does what it shows.
    browser.script::<Value>("history.pushState({}, '', '/elsewhere.html')", vec![]).await;
    widget.restarts().await;
    widget.answers_all(&Answers::all_met()).await;
    let link = widget.copies("shindan").await;
    assert!(link.starts_with(&site.url("elsewhere.html#shindan=readiness.")), "{link}");
    browser.has_a_clean_console().await;
}
