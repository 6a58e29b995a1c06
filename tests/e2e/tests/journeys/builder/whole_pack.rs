//! A whole diagnosis made by clicks and keys, from nothing to the verdict; a hostile pack.

use std::process::ExitCode;
use std::rc::Rc;

use authoring::{lint, simulate};
use clap::Parser as _;
use diagnosis::Pack;
use e2e::{Browser, Key, Page, Site, until};
use serde_json::{Value, json};
use xtask::cli::Cli;

use super::builder_page::{builder, clicks, keeps_downloads, presses, preview, reads, saved, text_of, writes};

/// Two sections of three and two questions, three findings, one cap, and levels of one's own.
async fn makes_a_diagnosis(browser: &Browser) {
    presses(browser, "#start > summary").await;
    clicks(browser, "start-empty").await;
    writes(browser, "words.title", "営業の準備度").await;
    clicks(browser, "fold-sections[0].questions[0]").await;
    writes(browser, "words.sections[0].questions[0].text", "目標を決めていますか。").await;
    clicks(browser, "add-question-0").await;
    writes(browser, "words.sections[0].questions[1].text", "担当を決めていますか。").await;
    clicks(browser, "add-question-0").await;
    writes(browser, "words.sections[0].questions[2].text", "記録をつけていますか。").await;

    clicks(browser, "add-section").await;
    browser.script::<Value>("document.getElementById('words.sections[1].rule').focus(); return null", vec![]).await;
    browser.presses(Key::Down).await;
    reads(browser, "conditions", "[id='words.sections[1].rule']", |rule| rule == "all_of").await;
    clicks(browser, "fold-sections[1].questions[0]").await;
    writes(browser, "words.sections[1].questions[0].text", "時間はありますか。").await;
    clicks(browser, "add-question-1").await;
    writes(browser, "words.sections[1].questions[1].text", "決裁者は賛成していますか。").await;
    clicks(browser, "both-languages").await;
    writes(browser, "words@en.title", "Sales readiness").await;

    clicks(browser, "step-result").await;
    clicks(browser, "fold-levels[0]").await;
    writes(browser, "words.levels[0].from", "90").await;
    writes(browser, "words.levels[0].title", "出発できます").await;
    clicks(browser, "add-cap").await;
    for (at, title) in ["目標がありません", "担当がいません", "時間がありません"].into_iter().enumerate()
    {
        clicks(browser, "add-finding").await;
        writes(browser, &format!("words.findings[{at}].title"), title).await;
    }
    // The second is about who is in charge, the last about time where nobody is in charge either.
    asks_for(browser, 1, &["question_2"]).await;
    asks_for(browser, 2, &["question_4", "question_2"]).await;
}

/// Has a finding ask for the worst answers to these questions, in place of the condition that it came with.
async fn asks_for(browser: &Browser, finding: usize, questions: &[&str]) {
    if !browser
        .script::<bool>(
            "return !!document.getElementById(arguments[0])",
            vec![json!(format!("words.findings[{finding}].title"))],
        )
        .await
    {
        clicks(browser, &format!("fold-findings[{finding}]")).await;
    }
    presses(browser, &format!("#add-condition-{finding} > summary")).await;
    for question in questions {
        clicks(browser, &format!("add-condition-{finding}-{question}")).await;
    }
    clicks(browser, &format!("remove-findings[{finding}].because[0]")).await;
}

/// Runs the project's commands over the files.
fn is_accepted_on_the_command_line(files: &[(&str, &str)]) {
    let folder = tempfile::tempdir().expect("a folder");
    let paths: Vec<String> = files
        .iter()
        .map(|(name, text)| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("a file");
            path.display().to_string()
        })
        .collect();
    let run = |arguments: &[&str]| {
        let arguments = ["xtask"].iter().chain(arguments).copied().chain(paths.iter().map(String::as_str));
        let command = Cli::try_parse_from(arguments).expect("a command").command.expect("one is named");
        xtask::commands::run(command).expect("the files can be used")
    };
    assert_ne!(run(&["lint-pack", "--json"]), ExitCode::from(2), "no file is refused");
    for path in &paths {
        let simulated = Cli::try_parse_from(["xtask", "simulate-pack", "--json", path]).expect("a command");
        let code = xtask::commands::run(simulated.command.expect("one is named"));
        assert_eq!(code.expect("a pack that can be simulated"), ExitCode::SUCCESS);
    }
}

#[tokio::test]
async fn a_marketer_makes_a_whole_diagnosis_from_nothing() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    makes_a_diagnosis(&browser).await;
    clicks(&browser, "step-look").await;
    writes(&browser, "config.cta.href", "/soudan").await;
    clicks(&browser, "step-embed").await;
    keeps_downloads(&browser).await;
    let snippet = reads(&browser, "the pack", "#snippet", |text| text.contains("./my-diagnosis.ja.json")).await;
    let pack = text_of(saved(&browser, "downloadPack", "my-diagnosis.ja.json").await);
    let english = text_of(saved(&browser, "downloadPack-en", "my-diagnosis.en.json").await);
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);

    is_accepted_on_the_command_line(&[("my-diagnosis.ja.json", &pack), ("my-diagnosis.en.json", &english)]);

    let read = |json: &str| Pack::read(&serde_json::from_str(json).expect("JSON")).expect("a pack that is accepted");
    let (japanese, english) = (Rc::new(read(&pack)), read(&english));
    assert_eq!((&**english.title(), english.questions().len(), english.findings().len()), ("Sales readiness", 5, 3));
    assert!(lint(&japanese).iter().all(|one| one.severity != authoring::Severity::Error), "{:?}", lint(&japanese));
    let report = simulate(Rc::clone(&japanese));
    assert_eq!((report.runs, report.levels.len()), (32, 4), "five questions of two choices");
    assert_eq!(report.levels[0].runs, 1, "the best level needs all");

    site.page("article/my-diagnosis.ja.json", Page::of(pack));
    let html = format!(
        "<!doctype html><html lang=ja><meta charset=utf-8><title>記事</title><link rel=icon href='data:,'>\n{snippet}"
    );
    let browser = Browser::phone().await;
    browser.visits(&site.page("article/bare.html", Page::of(html))).await;
    let widget = browser.widget();
    for (question, answer) in
        [("question", "yes"), ("question_2", "no"), ("question_3", "yes"), ("question_4", "no"), ("question_5", "yes")]
    {
        widget.answers(question).await.with(answer).await;
    }
    let verdict = widget.verdict().await;
    assert_eq!(verdict.score, Some(66));
    assert!(verdict.level_title.as_ref().is_some_and(|title| title.contains("あと一歩")), "{verdict:?}");
    let text: String =
        browser.script("return document.querySelector('shindan-widget').shadowRoot.textContent", vec![]).await;
    assert!(text.contains("時間がありません") && text.contains("担当がいません"), "both findings apply: {text}");
    assert!(!text.contains("目標がありません"), "the first one does not: {text}");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_bar_of_the_simulation_shows_a_run_that_ends_there() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    clicks(&browser, "step-result").await;
    reads(&browser, "runs of the lowest level", "#run-rethink:not(:disabled) span", |text| text.contains("足元から"))
        .await;
    clicks(&browser, "run-rethink").await;
    let script =
        "const widget = document.querySelector('iframe').contentDocument.querySelector('shindan-widget:not(.waiting)');
        return widget?.shadowRoot?.querySelector('[part~=result]')?.textContent ?? ''";
    let shown = until(async || {
        let text: String = browser.script(script, vec![]).await;
        if text.contains("足元から") { Ok(()) } else { Err(text) }
    });
    shown.await.unwrap_or_else(|text| panic!("the preview shows no such result, but {text:?}"));
    clicks(&browser, "again").await;
    preview(&browser, "the first question", |text| text.starts_with("purpose ")).await;
}

#[tokio::test]
async fn undo_goes_on_after_a_reload_and_markup_is_text() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    let hostile = "<img src=x onerror=\"window.hit = 1\"><script>window.hit = 1</script>";
    writes(&browser, "words.title", hostile).await;
    preview(&browser, "the first question", |text| text.starts_with("purpose ")).await;
    reads(&browser, "the tag", "#remarks [data-path='title']", |_| true).await;
    browser.reloads().await;
    reads(&browser, "the kept text", "[id='words.title']", |text| text == hostile).await;
    let hit: bool = browser
        .script("return 'hit' in window || 'hit' in document.querySelector('iframe').contentWindow", vec![])
        .await;
    assert!(!hit, "nothing of a pack runs");
    clicks(&browser, "undo").await;
    reads(&browser, "the text before", "[id='words.title']", |text| !text.contains('<')).await;
}
