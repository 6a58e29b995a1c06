//! "What if": gaps that the respondent tries closing, and what the verdict would be then.

use e2e::rules::Answers;
use e2e::{Browser, Device, Key, Widget};

use crate::{in_words, on_the_demo};

/// Two gaps in the points, two in the conditions.
fn with_gaps() -> Answers {
    Answers { checklist: ["unmet", "partly", "met", "met", "met"], authority: "met", time: "partly", skill: vec!["ai"] }
}

/// Waits until exactly these gaps are tried and the live line says what the rules say of them.
async fn tells_of(widget: Widget<'_>, answers: &Answers, tried: &[&str]) {
    let expected = in_words(&answers.improved(tried).expected());
    let expectation = format!("{tried:?} ticked and {expected} in the live line");
    widget
        .shows(&expectation, |screen| {
            let verdict = screen.verdict.as_ref()?;
            (verdict.tried == tried && verdict.what_if.as_ref()?.contains(&expected)).then_some(())
        })
        .await;
    let verdict = widget.verdict().await;
    let truth = answers.expected();
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(truth.score), truth.level), "the true verdict stays");
}

/// Waits until nothing is tried and the line says how to.
async fn tells_how_to(widget: Widget<'_>) {
    widget
        .shows("no ticked box, and how to try", |screen| {
            let verdict = screen.verdict.as_ref()?;
            (verdict.tried.is_empty() && verdict.what_if.as_ref()?.contains("「できたら」に印を付けると")).then_some(())
        })
        .await;
}

#[tokio::test]
async fn a_thumb_tries_one_gap_after_the_other_and_leaves_them_again() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let (widget, answers) = (browser.widget(), with_gaps());
    widget.answers_all(&answers).await;
    assert_eq!(widget.verdict().await.gaps, answers.gaps(), "every gap has a box, and nothing else has");
    tells_how_to(widget).await;

    let mut tried = Vec::new();
    for gap in answers.gaps() {
        widget.tries(gap).await;
        tried.push(gap);
        tells_of(widget, &answers, &tried).await;
    }
    assert_eq!(answers.improved(&tried).expected().level, "ready");
    while !tried.is_empty() {
        widget.tries(tried.remove(0)).await;
        if !tried.is_empty() {
            tells_of(widget, &answers, &tried).await;
        }
    }
    tells_how_to(widget).await;
    let names = browser.event_names(0).await;
    assert_eq!(names.iter().filter(|name| *name == "complete").count(), 1, "trying is no completion: {names:?}");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn naming_a_promoter_alone_is_not_having_one_who_can() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let (widget, answers) = (browser.widget(), Answers { authority: "none", ..Answers::all_met() });
    widget.answers_all(&answers).await;
    for tried in [vec!["authority"], vec!["authority", "time"], vec!["authority", "time", "skill"]] {
        widget.tries(tried.last().expect("one at least")).await;
        tells_of(widget, &answers, &tried).await;
    }
}

async fn tabs_to_the_box_of(browser: &Browser, question: &str) {
    for _ in 0..40 {
        browser.presses(Key::Tab).await;
        let focus = browser.focus().await;
        assert!(focus.widget != 0 || focus.ring, "whatever Tab comes to shows the focus: {focus:?}");
        if focus.name == question {
            return;
        }
    }
    panic!("Tab does not come to the box of {question}");
}

#[tokio::test]
async fn tab_and_space_try_as_well() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    let (widget, answers) = (browser.widget(), with_gaps());
    widget.answers_all(&answers).await;
    browser.focuses("the heading of the result", |focus| focus.in_result && focus.element == "h2").await;

    tabs_to_the_box_of(&browser, "purpose").await;
    browser.presses(Key::Space).await;
    tells_of(widget, &answers, &["purpose"]).await;
    assert_eq!(browser.focus().await.name, "purpose", "the focus stays on the box");
    tabs_to_the_box_of(&browser, "skill").await;
    browser.presses(Key::Space).await;
    tells_of(widget, &answers, &["purpose", "skill"]).await;
    browser.presses(Key::Space).await;
    tells_of(widget, &answers, &["purpose"]).await;
    browser.presses(Key::Enter).await;
    tells_of(widget, &answers, &["purpose"]).await;
}

#[tokio::test]
async fn a_reload_and_a_look_at_the_answers_leave_only_the_truth() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    let (widget, answers) = (browser.widget(), with_gaps());
    widget.answers_all(&answers).await;
    widget.tries("purpose").await;
    tells_of(widget, &answers, &["purpose"]).await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("skill").await.chosen(), ["ai"]);
    widget.goes_on().await;
    tells_how_to(widget).await;

    widget.tries("time").await;
    tells_of(widget, &answers, &["time"]).await;
    browser.reloads().await;
    widget.verdict().await;
    tells_how_to(widget).await;
}

#[tokio::test]
async fn a_second_tap_on_the_last_answer_does_nothing_on_the_result() {
    for device in [Device::Phone, Device::Desktop] {
        let (_site, browser) = on_the_demo(device).await;
        let widget = browser.widget();
        widget.is_live().await;
        let answers = Answers { checklist: ["unmet"; 5], authority: "none", ..Answers::all_met() };
        for (question, choices) in answers.answers_in_order().iter().take(5) {
            widget.answers(question).await.with_all(choices).await;
        }
        widget.sees_question("authority").await;
        let (pointer, place) = (widget.pointer(), widget.place_of_choice("authority", "none").await);
        for _ in 0..2 {
            browser.press_down(pointer, place).await;
            browser.let_go(pointer, place).await;
        }
        widget.verdict().await;
        browser.next_frames().await;
        tells_how_to(widget).await;
        assert!(!widget.verdict().await.keeps);
        let names = browser.event_names(0).await;
        assert_eq!(names.last().map(String::as_str), Some("complete"), "nor is anything else pressed: {names:?}");
    }
}
