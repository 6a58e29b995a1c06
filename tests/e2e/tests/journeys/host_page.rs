//! The widget on somebody else's page: moved about, left alone, asking nobody.

use e2e::rules::Answers;
use e2e::{Browser, Device, Site};
use serde_json::Value;

use crate::{on_a_page, on_the_demo};

const TWO_PLACES: &str = "<div id=here><shindan-widget cta-href='/a'></shindan-widget></div><div id=there></div>";

#[tokio::test]
async fn a_widget_that_is_moved_goes_on_working() {
    let (_site, browser) = on_a_page(TWO_PLACES).await;
    let widget = browser.widget();
    widget.is_live().await;
    widget.answers("purpose").await.with("met").await;
    widget.answers("involvement").await.with("met").await;
    widget.sees_question("measurement").await;

    for place in ["there", "here", "there"] {
        let _: Value =
            browser.script(&format!("{place}.append(document.querySelector('shindan-widget'))"), vec![]).await;
        browser.next_frames().await;
        widget.sees_question("measurement").await;
    }
    widget.goes_back().await;
    assert_eq!(widget.sees_question("involvement").await.chosen(), ["met"]);
    widget.goes_on().await;
    widget.answers("measurement").await.with("met").await;
    widget.sees_question("security").await;
    let names = browser.event_names(0).await;
    assert_eq!(names.iter().filter(|name| *name == "answer").count(), 4, "each is reported once: {names:?}");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_widget_that_is_taken_out_and_put_back_goes_on_where_it_was() {
    let (_site, browser) = on_a_page(TWO_PLACES).await;
    let widget = browser.widget();
    widget.is_live().await;
    widget.answers("purpose").await.with("partly").await;
    widget.sees_question("involvement").await;

    let _: Value =
        browser.script("window.kept = document.querySelector('shindan-widget'); kept.remove()", vec![]).await;
    browser.next_frames().await;
    let _: Value = browser.script("there.append(kept)", vec![]).await;
    widget.sees_question("involvement").await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["partly"]);
    widget.goes_on().await;
    for (question, choices) in Answers::all_met().answers_in_order().iter().skip(1) {
        widget.answers(question).await.with_all(choices).await;
    }
    assert_eq!(widget.verdict().await.score, Some(90));

    let _: Value = browser.script("kept.remove()", vec![]).await;
    browser.next_frames().await;
    let _: Value = browser.script("here.append(kept)", vec![]).await;
    assert_eq!(widget.verdict().await.score, Some(90), "a verdict comes back too");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_widget_made_by_a_script_works_like_one_in_the_page() {
    let (_site, browser) = on_a_page("<div id=here></div>").await;
    let make =
        "const made = document.createElement('shindan-widget'); made.setAttribute('cta-href', '/a'); here.append(made)";
    let _: Value = browser.script(make, vec![]).await;
    browser.widget().is_live().await;
    browser.widget().answers_all(&Answers::all_met()).await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_loader_twice_on_a_page_is_no_harm() {
    let (_site, browser) = on_a_page(
        "<shindan-widget cta-href='/a'></shindan-widget><script type=module src='embed.js?again' async></script>",
    )
    .await;
    let widget = browser.widget();
    widget.is_live().await;
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;
    assert_eq!(browser.event_names(0).await, ["ready", "start", "answer"]);
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);
}

#[tokio::test]
async fn nobody_but_the_site_itself_is_asked_for_anything() {
    let (site, browser) = on_the_demo(Device::Desktop).await;
    browser.widget().is_live().await;
    browser.widget().answers_all(&Answers::all_met()).await;
    let home = site.url("");
    let requests = browser.requests().await;
    assert!(requests.iter().any(|url| url.ends_with(".wasm")), "the log sees requests: {requests:?}");
    let strangers: Vec<_> = requests.iter().filter(|url| !url.starts_with(&home)).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
    let cookies: String = browser.script("return document.cookie", vec![]).await;
    let kept: usize = browser.script("return localStorage.length", vec![]).await;
    assert!(cookies.is_empty() && kept == 0, "answers live in the session alone");
}

#[tokio::test]
async fn the_widget_is_also_a_page_of_its_own() {
    let site = Site::of_dist();
    let browser = Browser::phone().await;
    browser.visits(&site.url("")).await;
    let widget = browser.widget();
    let answers = Answers { checklist: ["met", "met", "partly", "unknown", "met"], ..Answers::all_met() };
    widget.answers_all(&answers).await;
    let (verdict, expected) = (widget.verdict().await, answers.expected());
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(expected.score), expected.level));
    browser.shoots("standalone-phone").await;
    browser.has_not_jumped().await;
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);
}

#[tokio::test]
async fn the_styles_of_the_host_page_do_not_reach_in() {
    let (_site, browser) = on_a_page(
        "<style>* { display: none !important } html, body, main, shindan-widget { display: block !important }
         label, input, button, fieldset { position: fixed; font-size: 3px; color: red }</style>
         <shindan-widget cta-href='/a'></shindan-widget>",
    )
    .await;
    browser.widget().is_live().await;
    browser.widget().answers("purpose").await.with("met").await;
    browser.widget().sees_question("involvement").await;
}
