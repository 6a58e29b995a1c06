//! Links that come to a page: damaged ones, pasted ones, and several widgets.

use e2e::rules::Answers;
use e2e::{Browser, Page, Site, until};
use serde_json::{Value, json};

use crate::assert_says_the_same;
use crate::links::{link_of, pastes};

#[tokio::test]
async fn a_link_that_does_not_hold_says_one_polite_line_and_the_questions_begin() {
    let site = Site::of_dist();
    let (link, _) = link_of(&site, &Answers::with_a_cap()).await;
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
            let notice = widget.shows("a line about the link", |screen| screen.notice.clone()).await;
            assert_eq!(notice, "リンクの内容を読み取れなかったため、はじめからお答えください。", "{what}");
            let screen = widget.sees_question("purpose").await;
            assert!(screen.chosen().is_empty() && screen.error.is_none(), "{what}: {screen:?}");
            assert_eq!(browser.event_names(0).await, ["ready"], "{what}");
        }
    }
    browser.passes_axe("the first question with a line about the link").await;
    widget.shoots("damaged-link-phone").await;

    // It is said once, and going on works.
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;
    assert_eq!(widget.screen().await.notice, None);
    browser.reloads().await;
    widget.is_live().await;
    assert_eq!(
        (widget.sees_question("involvement").await.notice, widget.screen().await.verdict.is_some()),
        (None, false)
    );
    for (question, choices) in Answers::all_met().answers_in_order().iter().skip(1) {
        widget.answers(question).await.with_all(choices).await;
    }
    assert_eq!(widget.verdict().await.score, Some(100));
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_link_that_is_pasted_into_the_open_page_is_taken_up() {
    let site = Site::of_dist();
    let (link, original) = link_of(&site, &Answers::with_a_cap()).await;
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
    let (link, original) = link_of(&site, &Answers::with_a_cap()).await;
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
    assert!(first.verdict().await.status.is_none(), "each has its own buttons");

    pastes(&browser, &own).await;
    first.shows("the other link's result", |screen| (screen.verdict.as_ref()?.score == Some(100)).then_some(())).await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn an_opened_result_stays_when_the_widget_is_taken_out_and_put_back() {
    let site = Site::of_dist();
    let (link, original) = link_of(&site, &Answers::with_a_cap()).await;
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
