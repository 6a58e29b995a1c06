//! The whole way without a pointer.

use e2e::rules::Answers;
use e2e::{Browser, Device, Engine, Key, Widget};

use crate::on_the_demo;

/// Presses Tab, as one does who looks for the choices, until a choice of the question has the focus.
async fn tabs_to_the_choices_of(browser: &Browser, question: &str) {
    let mut way = Vec::new();
    for _ in 0..30 {
        browser.presses(Key::Tab).await;
        let focus = browser.focus().await;
        if focus.name == question {
            assert!(focus.ring, "a choice with the focus shows it: {focus:?}");
            return;
        }
        if focus.widget == 0 && focus.element != "legend" {
            assert!(focus.ring, "whatever Tab comes to shows the focus: {focus:?}");
        }
        way.push((focus.element, focus.part, focus.text));
    }
    panic!("Tab does not come to the choices of {question}, but by {way:?}");
}

async fn tabs_to(browser: &Browser, part: &str) {
    for _ in 0..30 {
        browser.presses(Key::Tab).await;
        let focus = browser.focus().await;
        if focus.part.split_whitespace().any(|name| name == part) {
            assert!(focus.ring, "{part} shows that it has the focus: {focus:?}");
            return;
        }
    }
    panic!("Tab does not come to {part}");
}

async fn is_led_to_the_legend_of(browser: &Browser, widget: Widget<'_>, question: &str) {
    widget.sees_question(question).await;
    let there = |focus: &e2e::Focus| focus.element == "legend" && focus.question.as_deref() == Some(question);
    browser.focuses(&format!("the legend of {question}"), there).await;
}

#[tokio::test]
async fn tab_arrows_space_and_enter_lead_all_the_way_and_the_focus_leads_along() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    let widget = browser.widget();
    widget.is_live().await;

    // Space chooses, Enter goes on.
    tabs_to_the_choices_of(&browser, "purpose").await;
    browser.presses(Key::Space).await;
    widget.shows("a choice", |screen| (screen.chosen() == ["met"]).then_some(())).await;
    browser.presses(Key::Enter).await;
    is_led_to_the_legend_of(&browser, widget, "involvement").await;

    // Arrows choose and stay; the way goes on when one says so.
    tabs_to_the_choices_of(&browser, "involvement").await;
    // From the last to the first they go round in every engine but one.
    let round = if browser.engine() == Engine::WebKit {
        vec![(Key::Up, "unmet"), (Key::Up, "partly"), (Key::Up, "met")]
    } else {
        vec![(Key::Down, "met"), (Key::Up, "unknown"), (Key::Down, "met")]
    };
    let there = [(Key::Down, "partly"), (Key::Down, "unmet"), (Key::Down, "unknown")];
    for (key, chosen) in there.into_iter().chain(round) {
        browser.presses(key).await;
        widget.shows(chosen, |screen| (screen.chosen() == [chosen]).then_some(())).await;
        assert_eq!(widget.screen().await.question.as_deref(), Some("involvement"), "arrows only choose");
    }
    tabs_to(&browser, "next").await;
    browser.presses(Key::Space).await;
    is_led_to_the_legend_of(&browser, widget, "measurement").await;

    // Enter without a choice says so and stays.
    tabs_to(&browser, "next").await;
    browser.presses(Key::Enter).await;
    widget.shows("a hint", |screen| screen.hint.clone()).await;
    assert_eq!(widget.screen().await.question.as_deref(), Some("measurement"));

    // Back and forth.
    tabs_to_back_from_anywhere(&browser).await;
    browser.presses(Key::Enter).await;
    is_led_to_the_legend_of(&browser, widget, "involvement").await;
    assert_eq!(widget.screen().await.chosen(), ["met"], "the answer is kept");
    tabs_to_the_choices_of(&browser, "involvement").await;
    browser.presses(Key::Enter).await;

    for (question, following) in [
        ("measurement", "security"),
        ("security", "expectation"),
        ("expectation", "authority"),
        ("authority", "time"),
        ("time", "skill"),
    ] {
        is_led_to_the_legend_of(&browser, widget, question).await;
        tabs_to_the_choices_of(&browser, question).await;
        browser.presses(Key::Space).await;
        browser.presses(Key::Enter).await;
        widget.sees_question(following).await;
    }

    // Boxes: Space ticks, Enter goes on.
    for _ in 0..3 {
        tabs_to_the_choices_of(&browser, "skill").await;
        browser.presses(Key::Space).await;
    }
    widget.shows("three ticked boxes", |screen| (screen.chosen().len() == 3).then_some(())).await;
    browser.presses(Key::Enter).await;
    let verdict = widget.verdict().await;
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(100), "ready"));
    let heading = browser.focuses("the heading of the result", |focus| focus.in_result).await;
    assert!(heading.element.starts_with('h'), "{heading:?}");

    tabs_to(&browser, "cta").await;
    tabs_to(&browser, "restart").await;
    browser.presses(Key::Enter).await;
    is_led_to_the_legend_of(&browser, widget, "purpose").await;
    assert!(widget.screen().await.chosen().is_empty(), "nothing is left of the first run");
    browser.has_a_clean_console().await;
}

/// Back may stand before or after the choices, so both ways are tried.
async fn tabs_to_back_from_anywhere(browser: &Browser) {
    for _ in 0..12 {
        browser.presses_with_shift(Key::Tab).await;
        let focus = browser.focus().await;
        if focus.part.split_whitespace().any(|name| name == "back") {
            assert!(focus.ring, "back shows that it has the focus: {focus:?}");
            return;
        }
    }
    tabs_to(browser, "back").await;
}

#[tokio::test]
async fn the_focus_is_not_taken_before_the_respondent_does_something() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    browser.widget().is_live().await;
    let focus = browser.focus().await;
    assert_eq!(focus.widget, -1, "the page keeps its focus: {focus:?}");
    let scrolled: f64 = browser.script("return scrollY", vec![]).await;
    assert!(scrolled == 0.0, "the page is not scrolled, but by {scrolled}");
}

#[tokio::test]
async fn everything_on_a_result_is_reached_in_the_order_of_reading_and_works() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    browser.before_every_page(crate::paper::WATCH).await;
    browser.reloads().await;
    let (widget, answers) = (browser.widget(), Answers::with_a_cap());
    widget.answers_all(&answers).await;
    browser.focuses("the heading of the result", |focus| focus.in_result && focus.element == "h2").await;
    let mut way = Vec::new();
    loop {
        browser.presses(Key::Tab).await;
        let focus = browser.focus().await;
        if focus.widget != 0 {
            break;
        }
        assert!(focus.ring, "whatever Tab comes to shows the focus: {focus:?}");
        way.push(match focus.element.as_str() {
            "input" | "summary" => focus.element + focus.name.as_str(),
            _ => focus.part + focus.name.as_str(),
        });
        match way.last().map(String::as_str) {
            Some("summary") => browser.presses(Key::Enter).await,
            Some("input.keep") => browser.presses(Key::Space).await,
            Some("print" | "shareshindan" | "shareshindan-promoter") => {
                browser.presses(Key::Enter).await;
                assert!(browser.focus().await.element == "button", "the focus stays on the button");
            }
            _ => {}
        }
    }
    let mut expected = vec!["cta".to_owned()];
    expected.extend(answers.gaps().iter().map(|gap| format!("input{gap}")));
    expected.extend(["summary", "cta", "inputcompany", "inputlast_name", "inputfirst_name"].map(str::to_owned));
    expected.extend(["inputemail", "inputphone", "message", "inputanswers", "inputprivacy"].map(str::to_owned));
    expected
        .extend(["summary", "submit", "offerexecutive", "print", "shareshindan", "picture", "mail"].map(str::to_owned));
    expected
        .extend(["shareshindan-owner", "shareshindan-promoter", "input.keep", "back", "restart"].map(str::to_owned));
    assert_eq!(way, expected);
    let verdict = widget.verdict().await;
    assert!(verdict.keeps && verdict.status.is_some() && verdict.findings.iter().all(|finding| finding.open));
    let printed: bool = browser.script("return !!window.__sheet", vec![]).await;
    assert!(printed, "it was printed");
    let focus = browser.focus().await;
    assert_ne!(focus.element, "iframe", "what is printed is no stop on the way");
    browser.has_a_clean_console().await;
}
