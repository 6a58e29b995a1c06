//! What is remembered: on the way back, after a reload; and what is not: in another tab.

use e2e::Device;
use e2e::rules::Answers;
use serde_json::Value;

use crate::on_the_demo;

#[tokio::test]
async fn back_keeps_the_answers_and_a_changed_one_changes_the_result() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    assert_eq!(widget.verdict().await.level, "ready");

    widget.goes_back().await;
    let screen = widget.sees_question("skill").await;
    assert_eq!(screen.chosen(), ["process", "ai", "communication"]);
    for question in ["time", "authority", "expectation", "security", "measurement", "involvement", "purpose"] {
        widget.goes_back().await;
        assert_eq!(widget.sees_question(question).await.chosen(), ["met"]);
    }

    widget.answers("purpose").await.with("unmet").await;
    for question in ["involvement", "measurement", "security", "expectation", "authority"] {
        assert_eq!(widget.sees_question(question).await.chosen(), ["met"]);
        // The kept answer stands; next confirms it.
        widget.goes_on().await;
    }
    widget.answers("time").await.with("partly").await;
    widget.sees_question("skill").await;
    widget.goes_on().await;

    let expected =
        Answers { checklist: ["unmet", "met", "met", "met", "met"], time: "partly", ..Answers::all_met() }.expected();
    let verdict = widget.verdict().await;
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(expected.score), expected.level));
    assert_eq!(verdict.findings.len(), expected.findings);
}

#[tokio::test]
async fn every_answer_is_found_again_as_it_was() {
    for device in [Device::Phone, Device::Desktop] {
        let (_site, browser) = on_the_demo(device).await;
        let widget = browser.widget();
        let answers = Answers {
            checklist: ["partly", "met", "unmet", "unknown", "met"],
            authority: "unknown",
            time: "partly",
            skill: vec!["process", "communication"],
        };
        widget.answers_all(&answers).await;
        for (question, choices) in answers.answers_in_order().into_iter().rev() {
            widget.goes_back().await;
            assert_eq!(widget.sees_question(question).await.chosen(), choices, "{question}, on the way back");
        }
        for (question, choices) in answers.answers_in_order() {
            assert_eq!(widget.sees_question(question).await.chosen(), choices, "{question}, on the way forth");
            widget.goes_on().await;
        }
        assert_eq!(widget.verdict().await.score, Some(answers.expected().score));
    }
}

#[tokio::test]
async fn no_promoter_after_all_leaves_the_last_two_answers_out() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    for question in ["skill", "time", "authority"] {
        widget.goes_back().await;
        widget.sees_question(question).await;
    }
    widget.answers("authority").await.with("none").await;
    assert_eq!(widget.verdict().await.level, "prepare");

    widget.goes_back().await;
    widget.answers("authority").await.with("met").await;
    assert_eq!(widget.sees_question("time").await.chosen(), ["met"], "what was answered before is still there");
}

#[tokio::test]
async fn a_reload_goes_on_where_one_was_and_a_new_tab_begins_anew() {
    let (site, browser) = on_the_demo(Device::Desktop).await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("partly").await;
    widget.answers("involvement").await.with("met").await;
    widget.sees_question("measurement").await;

    browser.reloads().await;
    widget.sees_question("measurement").await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("involvement").await.chosen(), ["met"]);
    widget.goes_on().await;
    for question in ["measurement", "security", "expectation", "authority", "time"] {
        widget.answers(question).await.with("met").await;
    }
    widget.answers("skill").await.with_all(&["process", "ai", "communication"]).await;
    let before = widget.verdict().await;
    assert_eq!(before.score, Some(90));

    browser.reloads().await;
    let after = widget.verdict().await;
    assert_eq!((after.score, after.level, after.receipt), (before.score, before.level, before.receipt));
    widget.is_live().await;
    assert!(!browser.event_names(0).await.contains(&"complete".into()), "a reload is no second completion");

    browser.opens_a_new_tab().await;
    browser.visits(&site.url("demo.html")).await;
    assert!(widget.sees_question("purpose").await.chosen().is_empty());
    widget.is_live().await;
    assert!(widget.sees_question("purpose").await.chosen().is_empty());
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn who_comes_back_from_elsewhere_in_the_same_tab_goes_on_too() {
    let (site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("partly").await;
    widget.answers("involvement").await.with("met").await;
    widget.sees_question("measurement").await;

    browser.visits("about:blank").await;
    browser.visits(&site.url("demo.html")).await;
    widget.sees_question("measurement").await;
    widget.is_live().await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("involvement").await.chosen(), ["met"]);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn an_element_in_the_place_of_another_goes_on_where_that_one_was() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("met").await;
    // Nothing is kept before the next frame, which does not come.
    browser
        .script::<Value>("window.frames_of_old = requestAnimationFrame; requestAnimationFrame = () => 1", vec![])
        .await;
    widget.answers("involvement").await.with("partly").await;
    widget.sees_question("measurement").await;
    let replace = "const old = document.querySelector('shindan-widget');
        old.replaceWith(old.cloneNode());
        requestAnimationFrame = window.frames_of_old";
    browser.script::<Value>(replace, vec![]).await;
    widget.sees_question("measurement").await;
    widget.is_live().await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("involvement").await.chosen(), ["partly"]);
}

#[tokio::test]
async fn restart_forgets_also_what_a_reload_would_bring_back() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    widget.restarts().await;
    browser.reloads().await;
    widget.is_live().await;
    assert!(widget.sees_question("purpose").await.chosen().is_empty());
}
