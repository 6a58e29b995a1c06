//! What is answered before the wasm is there counts.

use std::time::Duration;

use e2e::rules::Answers;
use e2e::{Action, Browser, Device, Key, Page, Site};
use serde_json::Value;

use crate::{HOST, waiting_for_wasm};

#[tokio::test]
async fn what_was_answered_before_the_wasm_is_kept_by_it() {
    let (site, browser) = waiting_for_wasm(Device::Phone).await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("partly").await;
    widget.answers("involvement").await.with("met").await;
    widget.sees_question("measurement").await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("involvement").await.chosen(), ["met"]);
    assert!(!widget.has_wasm().await, "all of that was done without wasm");

    site.releases();
    widget.is_live().await;
    assert_eq!(widget.sees_question("involvement").await.chosen(), ["met"]);
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["partly"]);
    widget.goes_on().await;
    widget.goes_on().await;
    for (question, choices) in Answers::all_met().answers_in_order().iter().skip(2) {
        widget.answers(question).await.with_all(choices).await;
    }
    assert_eq!(widget.verdict().await.score, Some(90));
    assert_eq!(browser.event_names(0).await.iter().filter(|name| *name == "start").count(), 1);
    browser.has_not_jumped().await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn everything_up_to_the_branch_can_be_answered_before_the_wasm() {
    let (site, browser) = waiting_for_wasm(Device::Phone).await;
    let widget = browser.widget();
    for (question, choices) in Answers::all_met().answers_in_order().iter().take(6) {
        widget.answers(question).await.with_all(choices).await;
    }
    assert!(!widget.has_wasm().await);
    assert_eq!(widget.screen().await.error, None, "waiting is no error");
    site.releases();
    widget.sees_question("time").await;
    let at_the_legend = |focus: &e2e::Focus| focus.element == "legend" && focus.question.as_deref() == Some("time");
    browser.focuses("the legend of the question that was waited for", at_the_legend).await;
    widget.answers("time").await.with("met").await;
    widget.answers("skill").await.with_all(&["ai", "process", "communication"]).await;
    assert_eq!(widget.verdict().await.level, "ready");
    let names = browser.event_names(0).await;
    assert_eq!(names.iter().filter(|name| *name == "answer").count(), 8, "{names:?}");
    browser.has_not_jumped().await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_whole_run_without_promoter_waits_for_the_wasm_with_its_verdict() {
    let (site, browser) = waiting_for_wasm(Device::Phone).await;
    let widget = browser.widget();
    let answers = Answers { authority: "none", ..Answers::all_met() };
    for (question, choices) in &answers.answers_in_order() {
        widget.answers_soon(question, choices).await;
    }
    browser.next_frames().await;
    assert!(widget.screen().await.question.is_none());
    site.releases();
    assert_eq!(widget.verdict().await.level, "prepare");
    browser.focuses("the heading of the result", |focus| focus.in_result).await;
    browser.waits_for_event("complete").await;
    let names = browser.event_names(0).await;
    assert_eq!(names.iter().filter(|name| *name == "complete").count(), 1, "{names:?}");
    browser.has_not_jumped().await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn hint_back_and_keys_work_before_the_wasm_as_after_it() {
    let (_site, browser) = waiting_for_wasm(Device::Desktop).await;
    let widget = browser.widget();
    assert!(!widget.screen().await.can_go_back);
    widget.goes_on().await;
    widget.shows("a hint", |screen| screen.hint.clone()).await;
    browser.presses_with_shift(Key::Tab).await;
    browser.focuses("a choice", |focus| focus.name == "purpose" && focus.ring).await;
    browser.presses(Key::Down).await;
    let chosen = widget.shows("a choice", |screen| screen.chosen().first().map(|id| (*id).to_owned())).await;
    let screen = widget.sees_question("purpose").await;
    assert_eq!(screen.hint, None, "a choice takes the hint away");
    browser.presses(Key::Enter).await;
    widget.sees_question("involvement").await;
    browser.focuses("the legend", |focus| focus.element == "legend").await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), [chosen]);
    assert!(!widget.has_wasm().await);
    browser.passes_axe("the prerendered question").await;
    browser.has_not_jumped().await;
}

#[tokio::test]
async fn a_reload_before_the_wasm_goes_on_where_one_was() {
    let (site, browser) = waiting_for_wasm(Device::Phone).await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("unmet").await;
    widget.sees_question("involvement").await;
    browser.reloads().await;
    widget.sees_question("involvement").await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["unmet"]);
    site.releases();
    widget.is_live().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["unmet"]);
    browser.has_not_jumped().await;
}

#[tokio::test]
async fn who_answers_at_once_and_turns_to_another_page_of_the_app_comes_back_to_where_one_was() {
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    // Nothing is kept before the next frame, and no wasm is asked for before there is time: neither comes.
    browser.before_every_page("requestAnimationFrame = requestIdleCallback = () => 1").await;
    browser.visits(&site.page("host.html", Page::with(HOST))).await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("unmet").await;
    widget.sees_question("involvement").await;
    let turn = "history.pushState({}, '', '/elsewhere');
        const old = document.querySelector('shindan-widget');
        old.remove();
        await Promise.resolve();
        history.pushState({}, '', '/host.html');
        document.body.append(old.cloneNode())";
    browser.script_async::<Value>(turn, vec![]).await;
    widget.sees_question("involvement").await;
}

async fn the_first_question_moves_nothing_of_the_page(device: Device) {
    let site = Site::of_dist();
    // The page stands before the loader comes, as on a slow line.
    site.treats("embed.js", Action::Delay(Duration::from_millis(400)));
    let browser = Browser::start(device).await;
    browser.visits(&site.url("demo.html")).await;
    browser.widget().sees_question("purpose").await;
    browser.has_not_jumped().await;
    browser.widget().is_live().await;
    browser.has_not_jumped().await;
}

#[tokio::test]
async fn on_a_phone_the_first_question_moves_nothing_of_the_page() {
    the_first_question_moves_nothing_of_the_page(Device::Phone).await;
}

#[tokio::test]
async fn on_a_desk_the_first_question_moves_nothing_of_the_page() {
    the_first_question_moves_nothing_of_the_page(Device::Desktop).await;
}

#[tokio::test]
async fn far_below_the_fold_the_loader_is_all_that_loads_until_one_comes_near() {
    let site = Site::of_dist();
    let browser = Browser::phone().await;
    let far = "<div style='height: 6000px'>長い記事</div><shindan-widget cta-href='/a'></shindan-widget>";
    browser.visits(&site.page("far.html", Page::with(far))).await;
    browser.waits_for_event("ready").await;
    browser.next_frames().await;
    assert!(!site.was_asked_for(".wasm"));

    browser.widget().answers("purpose").await.with("met").await;
    browser.widget().is_live().await;
    assert!(site.was_asked_for(".wasm"));
    browser.widget().sees_question("involvement").await;
    browser.has_not_jumped().await;
}
