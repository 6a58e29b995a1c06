//! Answers at random, against the rules written down a second time.

use e2e::rules::{Answers, Expected};
use e2e::{Browser, Device, Widget};
use fastrand::Rng;

use crate::on_the_demo;

const RUNS: usize = 12;

#[tokio::test]
async fn any_answers_give_the_score_level_and_caps_of_the_domain() {
    let seed =
        std::env::var("SHINDAN_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(|| Rng::new().u64(..));
    eprintln!("answers from SHINDAN_SEED={seed}");
    let mut random = Rng::with_seed(seed);
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    let widget = browser.widget();

    for run in 0..RUNS {
        let mut answers = Answers::any(&mut random);
        // Six questions and eight are both met in every session, and so is a gate with nothing missing.
        match run {
            0 => answers.authority = "none",
            1 => (answers.authority, answers.time, answers.skill) = ("met", "met", Answers::all_met().skill),
            2 => answers.authority = "partly",
            _ => {}
        }
        let expected = answers.expected();
        widget.answers_all(&answers).await;
        check(&browser, widget, &answers, &expected, seed).await;
        widget.restarts().await;
    }
    browser.has_a_clean_console().await;
}

async fn check(browser: &Browser, widget: Widget<'_>, answers: &Answers, expected: &Expected, seed: u64) {
    let verdict = widget.verdict().await;
    let context = format!("SHINDAN_SEED={seed}, {answers:?}, {expected:?}, {verdict:#?}");
    assert_eq!(verdict.score_text, expected.score.to_string(), "{context}");
    assert_eq!(verdict.level, expected.level, "{context}");
    assert_eq!(verdict.caps.len(), usize::from(expected.cap.is_some()), "{context}");
    for (cap, level) in verdict.caps.iter().zip(expected.cap) {
        assert!(cap.contains(if level == "nearly" { "あと一歩" } else { "要準備" }), "{context}");
        assert!(expected.causes.iter().all(|cause| cap.contains(cause)), "{context}");
    }
    assert_eq!(verdict.findings.len(), expected.findings, "{context}");
    let open = verdict.findings.iter().filter(|finding| finding.open).count();
    assert_eq!(open, expected.findings.min(3), "the three most pressing are open: {context}");
    assert_eq!(verdict.way_up.is_some(), expected.level != "ready", "{context}");

    let events = browser.events().await;
    let since_start = events.rsplit(|event| event.name == "shindan:start").next().unwrap_or_default();
    let asked = since_start.iter().filter(|event| event.name == "shindan:answer").count();
    assert_eq!(asked, expected.asked, "{context}");
}
