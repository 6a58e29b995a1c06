//! The way of most respondents: with a thumb.

use e2e::Device;
use e2e::rules::Answers;

use crate::on_the_demo;

#[tokio::test]
async fn whoever_has_met_everything_taps_through_to_ready() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();

    for question in ["purpose", "involvement", "measurement", "security", "expectation", "authority", "time"] {
        let screen = widget.sees_question(question).await;
        assert_eq!(screen.questions_in_dom, 1, "the question on screen alone is in the document");
        assert_eq!(screen.can_go_back, question != "purpose");
        widget.answers(question).await.with("met").await;
    }
    widget.answers("skill").await.with_all(&["process", "ai", "communication"]).await;

    let verdict = widget.verdict().await;
    assert_eq!(verdict.score_text, "100");
    assert_eq!(verdict.level, "ready");
    assert_eq!(verdict.level_title.as_deref(), Some("導入準備OK"));
    assert!(verdict.caps.is_empty() && verdict.findings.is_empty(), "{verdict:#?}");
    assert!(verdict.way_up.is_none(), "there is no way up from the top: {:?}", verdict.way_up);
    assert!(verdict.receipt.is_some_and(|receipt| receipt.contains("readiness")));
    let cta = widget.cta().await;
    assert_eq!((cta.element.as_str(), cta.text.contains("進め方を無料で相談する")), ("a", true), "{cta:?}");
    browser.has_not_jumped().await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn whoever_has_no_promoter_is_asked_six_questions() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    let answers = Answers { authority: "none", ..Answers::all_met() };

    assert_eq!(widget.answers_all(&answers).await.len(), 6);

    let verdict = widget.verdict().await;
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(100), "prepare"));
    assert!(verdict.caps[0].contains("まだ決まっていない"), "{:?}", verdict.caps);
    assert!(verdict.way_up.is_some());
}

#[tokio::test]
async fn going_on_without_a_choice_gives_a_hint_and_a_choice_takes_it_away() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    assert_eq!(widget.screen().await.hint, None);

    widget.goes_on().await;
    widget.shows("a hint", |screen| screen.hint.clone()).await;
    assert_eq!(widget.screen().await.question.as_deref(), Some("purpose"));

    widget.answers("purpose").await.with("partly").await;
    let screen = widget.sees_question("involvement").await;
    assert_eq!(screen.hint, None);
    assert!(!browser.event_names(0).await.contains(&"error".into()));
}

#[tokio::test]
async fn boxes_wait_for_next_and_none_need_be_ticked() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    for (question, choices) in Answers::all_met().answers_in_order().iter().take(7) {
        widget.answers(question).await.with_all(choices).await;
    }

    widget.sees_question("skill").await;
    widget.taps("ai").await;
    widget.shows("a ticked box", |screen| (screen.chosen() == ["ai"]).then_some(())).await;
    browser.next_frames().await;
    assert_eq!(widget.screen().await.question.as_deref(), Some("skill"), "a box does not lead on");
    widget.taps("ai").await;
    widget.shows("no ticked box", |screen| screen.chosen().is_empty().then_some(())).await;

    widget.goes_on().await;
    let verdict = widget.verdict().await;
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(100), "nearly"));
    assert!(verdict.caps[0].contains("スキル"), "{:?}", verdict.caps);
}

#[tokio::test]
async fn every_choice_is_wide_enough_for_a_thumb() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let sizes: Vec<(f64, f64)> = browser
        .script(
            "const root = document.querySelector('shindan-widget').shadowRoot;
             return [...root.querySelectorAll('[part~=choice], [part~=next]')].filter((e) => e.checkVisibility())
                 .map((e) => [e.getBoundingClientRect().width, e.getBoundingClientRect().height]);",
            vec![],
        )
        .await;
    assert!(sizes.len() >= 5, "{sizes:?}");
    assert!(sizes.iter().all(|(width, height)| *width >= 44.0 && *height >= 44.0), "44 px at least: {sizes:?}");
    let overflow: f64 = browser.script("return document.documentElement.scrollWidth - innerWidth", vec![]).await;
    assert!(overflow <= 0.0, "nothing is wider than the phone, but by {overflow} px");
}
