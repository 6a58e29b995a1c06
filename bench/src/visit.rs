//! One visit to one page: when the first question is painted, when it reacts, how long a tap takes, what was loaded.
//!
//! It must not know which page it is, beyond how a question is found in it.

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use xtask::commands::bench::Options;

use crate::cdp::Cdp;
use crate::page::Page;
use crate::stats::median;
use crate::subject::Subject;

const WATCH: &str = include_str!("watch.js");

/// What one visit gave. Times are in milliseconds, bytes as they come over the network, without headers.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    /// From the start of the navigation to the first question on screen.
    pub first: f64,
    /// To the second question on screen, after a tap on the first as early as possible.
    pub reacts: f64,
    /// From a finger's lifting to the next question on screen: the median of the visit's taps.
    pub tap: f64,
    /// What was loaded when the first question was there.
    pub bytes_first: f64,
    /// What was loaded in all.
    pub bytes_all: f64,
}

#[derive(Debug, Deserialize)]
struct Seen {
    first: Option<f64>,
    reacts: Option<f64>,
}

#[derive(Debug, Deserialize)]
struct File {
    name: String,
    bytes: f64,
    end: f64,
}

/// Visits `subject` below `site`; `questions` are those that follow each other whatever is answered.
///
/// # Errors
/// When the page does not come to its questions.
pub fn visit(cdp: &mut Cdp, options: &Options, site: &str, subject: Subject, questions: &[String]) -> Result<Visit> {
    let selectors = serde_json::to_string(&subject.selectors(questions))?;
    let mut page = Page::open(cdp, options, &WATCH.replace("SELECTORS", &selectors))?;
    page.visit(&format!("{site}{}", subject.path()))?;
    let seen: Seen = page.evaluate("__watch")?;
    let first = seen.first.context("the first question is never shown")?;
    let reacts = seen.reacts.context("the first question never reacts")?;
    let files: Vec<File> = page.evaluate("__watch.files()")?;
    let needed = subject.needs();
    ensure!(files.iter().any(|file| file.name.ends_with(needed)), "no {needed} was loaded: {files:?}");
    let bytes = |until: f64| files.iter().filter(|file| file.end <= until).map(|file| file.bytes).sum();
    let tap = taps(&mut page, questions)?;
    page.close()?;
    Ok(Visit { first, reacts, tap, bytes_first: bytes(first), bytes_all: bytes(f64::INFINITY) })
}

/// Answers the questions after the first with a finger, and times each.
fn taps(page: &mut Page<'_>, questions: &[String]) -> Result<f64> {
    let mut times = Vec::new();
    for (question, next) in questions.iter().skip(1).zip(questions.iter().skip(2)) {
        let place = page.evaluate(&format!("__watch.place({question:?})"))?;
        page.evaluate::<Option<()>>(&format!("__watch.expect({next:?})"))?;
        page.tap(place)?;
        times.push(page.evaluate("__watch.tapped").with_context(|| format!("answering {question}"))?);
    }
    median(&times).context("there are no questions to tap")
}
