//! A thousand taps at random moments around the arrival of the loader and the wasm: each counts, and counts once.

use std::time::Duration;

use e2e::rules::Answers;
use e2e::{Action, Browser, Page, Site, Widget, needs, snippet};
use fastrand::Rng;
use serde_json::json;

use crate::HOST;

const TAPS: usize = 1000;
const HANDS: usize = 2;
/// The wasm comes somewhere between the first answers and the last.
const LATEST_ARRIVAL_MS: u64 = 600;
/// Where the first question stands in the page, its loader comes around the first answer.
const LATEST_LOADER_MS: u64 = 300;

#[tokio::test]
async fn a_thousand_taps_around_the_arrival_count_once_each() {
    needs!(DevTools);
    a_thousand_taps(Embed::TwoLines).await;
}

#[tokio::test]
async fn a_thousand_taps_from_the_first_byte_of_a_snippet_on_count_once_each() {
    needs!(DevTools);
    a_thousand_taps(Embed::Snippet).await;
}

/// How the widget gets into the page.
#[derive(Clone, Copy)]
enum Embed {
    /// The loader builds the first question.
    TwoLines,
    /// The first question stands in the page, and the loader comes later.
    Snippet,
}

async fn a_thousand_taps(embed: Embed) {
    let seed =
        std::env::var("SHINDAN_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(|| Rng::new().u64(..));
    eprintln!("moments from SHINDAN_SEED={seed}");
    let mut random = Rng::with_seed(seed);
    let (one, other) = (random.fork(), random.fork());
    let (one, other) = tokio::join!(taps_away(embed, one, TAPS / HANDS), taps_away(embed, other, TAPS / HANDS));
    eprintln!(
        "{} taps in {} runs; the wasm came before the first answer in {}, after the last prerendered in {}",
        one.taps + other.taps,
        one.runs + other.runs,
        one.early + other.early,
        one.late + other.late
    );
    assert!(one.taps + other.taps >= TAPS);
}

#[derive(Default)]
struct Tally {
    taps: usize,
    runs: usize,
    early: usize,
    late: usize,
}

/// Runs of the questionnaire, one after the other, until that many taps are made.
async fn taps_away(embed: Embed, mut random: Rng, wanted: usize) -> Tally {
    let site = Site::of_dist();
    let browser = Browser::phone().await;
    browser.before_every_page("sessionStorage.clear()").await;
    browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    let page = match embed {
        Embed::TwoLines => Page::with(HOST),
        Embed::Snippet => snippet::page(&snippet::element(|html| html)),
    };
    let url = site.page("host.html", page);
    let mut tally = Tally::default();
    while tally.taps < wanted {
        let answers = answers_at_random(&mut random);
        site.treats(".wasm", Action::Delay(Duration::from_millis(random.u64(0..LATEST_ARRIVAL_MS))));
        browser.visits(&url).await;
        if matches!(embed, Embed::Snippet) {
            snippet::the_loader_comes_after(&browser, random.u64(0..LATEST_LOADER_MS)).await;
        }
        one_run(&browser, embed, &answers, &mut random, &mut tally).await;
    }
    assert_eq!(site.times_asked_for(".wasm"), tally.runs, "the wasm comes anew for each run, from no cache");
    browser.has_a_clean_console().await;
    tally
}

fn answers_at_random(random: &mut Rng) -> Answers {
    let mut answers = Answers::any(random);
    // Short runs are covered elsewhere; long ones tap more around the arrival.
    if answers.authority == "none" {
        answers.authority = "unmet";
    }
    answers
}

async fn one_run(browser: &Browser, embed: Embed, answers: &Answers, random: &mut Rng, tally: &mut Tally) {
    let widget = browser.widget();
    let mut live = false;
    let way = answers.answers_in_order();
    for (at, (question, choices)) in way.iter().enumerate() {
        let pause = random.u64(0..40);
        tokio::time::sleep(Duration::from_millis(pause)).await;
        if at == 1 && matches!(embed, Embed::Snippet) {
            // The loader answers a tap that came before it, long after browsers connect a change with that tap.
            widget.sees_question(question).await;
            browser.counts_jumps_from_here().await;
        }
        if at + 1 == way.len() {
            // On a busy machine the wasm may come, and the verdict with it, long after the last tap.
            browser.has_not_jumped().await;
        }
        tally.taps += taps_through(widget, question, choices).await;
        if !live {
            live = widget.has_wasm().await;
            tally.early += usize::from(live && at == 0);
            tally.late += usize::from(!live && at == 5);
        }
    }
    let (verdict, expected) = (widget.verdict().await, answers.expected());
    let context = format!("{answers:?}, {expected:?}, {verdict:#?}");
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(expected.score), expected.level), "{context}");
    assert_eq!(verdict.findings.len(), expected.findings, "{context}");
    let mut names = vec!["ready", "start"];
    names.extend(vec!["answer"; expected.asked]);
    names.push("complete");
    assert_eq!(browser.event_names(0).await, names, "{context}");
    tally.runs += 1;
}

/// One tap for each choice, and one on `next` for boxes; how many that were.
async fn taps_through(widget: Widget<'_>, question: &str, choices: &[&str]) -> usize {
    widget.answers_soon(question, choices).await;
    if question == "skill" { choices.len() + 1 } else { 1 }
}
