//! From what was measured to the rows of the tables.
//!
//! This module sets the bar and the aim of each row of the [budget](crate::budget). It must not know how rows are written.

use anyhow::{Context as _, Result, ensure};
use xtask::bundle::manifest::Manifest;

use crate::budget::{Found, Row, Unit};
use crate::growth::{self, browser::Mounted};
use crate::host::HostVisit;
use crate::lighthouse::{Points, lost, medians};
use crate::run::Rounds;
use crate::stats::{Estimate, differences, estimate, median, ratios};
use crate::subject::Subject;
use crate::visit::Visit;

/// What is loaded until the first question reacts, by the beginnings of the files' names with their ends.
const LOADER: &[&str] = &["embed.js"];
/// What comes besides until the result, with the form's views.
const WIDGET: &[&str] = &["runtime-", "shindan-", "readiness.ja-", "words.ja-"];
/// What comes besides for those who fill the form in.
const OUTBOX: &[&str] = &["outbox-"];

/// The medians of one page.
#[derive(Debug)]
pub(super) struct Medians {
    pub(super) first: f64,
    pub(super) reacts: f64,
    pub(super) tap: f64,
    pub(super) bytes_first: f64,
    pub(super) bytes_all: f64,
}

impl Medians {
    pub(super) fn of(rounds: &Rounds, subject: Subject) -> Result<Self> {
        let of = |value: fn(&Visit) -> f64| median(&values(rounds, subject, value)).context("a page was never visited");
        Ok(Self {
            first: of(|visit| visit.first)?,
            reacts: of(|visit| visit.reacts)?,
            tap: of(|visit| visit.tap)?,
            bytes_first: of(|visit| visit.bytes_first)?,
            bytes_all: of(|visit| visit.bytes_all)?,
        })
    }
}

/// Every row of the budget, in its order.
pub(super) fn budget(manifest: &Manifest, rounds: &Rounds, engine: &[growth::Row]) -> Result<Vec<Row>> {
    let row = |what: &str, unit, bar, aim, found| Row { what: what.to_owned(), unit, bar, aim, found };
    let ratio = |what: &str, (ours, twin): (Subject, Subject), value: fn(&Visit) -> f64, (bar, aim)| {
        let rounds = ratios(&values(rounds, ours, value), &values(rounds, twin, value));
        measured(&rounds).map(|found| row(what, Unit::Ratio, bar, aim, found))
    };
    let (first, reacts, tap) = (|visit: &Visit| visit.first, |visit: &Visit| visit.reacts, |visit: &Visit| visit.tap);
    let (widget, snippet) = ((Subject::Widget, Subject::Vanilla), (Subject::Snippet, Subject::Vanilla));
    let to_surveyjs = (Subject::Widget, Subject::SurveyJs);
    let counted = |what: &str, names: &[&str], bar, aim| {
        bytes(manifest, names).map(|bytes| row(what, Unit::Bytes, bar, aim, Found::Counted(bytes)))
    };
    let [with, without] = &rounds.host;
    let [builder, console] = &rounds.staff;
    let paint =
        |what: &str, times: &[f64]| measured(times).map(|found| row(what, Unit::Milliseconds, 1500.0, 1000.0, found));
    Ok(vec![
        ratio("first question, two lines, to the vanilla twin", widget, first, (1.08, 1.00))?,
        ratio("first question, instant snippet, to the vanilla twin", snippet, first, (0.80, 0.65))?,
        ratio("reacts, two lines, to the vanilla twin", widget, reacts, (1.10, 1.00))?,
        ratio("reacts, instant snippet, to the vanilla twin", snippet, reacts, (1.10, 1.00))?,
        ratio("reacts, two lines, to SurveyJS", to_surveyjs, reacts, (0.25, 0.18))?,
        ratio("tap to next paint, to the vanilla twin", widget, tap, (1.20, 1.05))?,
        ratio("tap to next paint, to SurveyJS", to_surveyjs, tap, (0.40, 0.30))?,
        row("last answer to painted verdict, 200 to 8 questions", Unit::Ratio, 2.0, 1.2, verdicts(&rounds.growth)?),
        row("diagnosis, natively, 200 to 8 questions", Unit::Ratio, 40.0, 25.0, diagnoses(engine)?),
        counted("br bytes until the first question reacts", LOADER, 7000.0, 6000.0)?,
        counted("br bytes until the result", &[LOADER, WIDGET].concat(), 120_000.0, 105_000.0)?,
        counted("br bytes with the form filled in", &[LOADER, WIDGET, OUTBOX].concat(), 200_000.0, 165_000.0)?,
        row("host page: layout shift", Unit::Number, 0.0, 0.0, Found::Counted(worst_shift(with))),
        row(
            "host page: blocked time added, ms",
            Unit::Milliseconds,
            0.0,
            0.0,
            added(with, without, |one| one.blocking)?,
        ),
        row("host page: Lighthouse points lost", Unit::Number, 0.0, 0.0, points_lost(&rounds.points)?),
        paint("builder: first paint, ms", builder)?,
        paint("lead console: first paint, ms", console)?,
        row("taps lost of 1,000", Unit::Number, 0.0, 0.0, Found::Counted(f64::from(rounds.taps_lost))),
    ])
}

/// How much two visits to one and the same page differ: the vanilla twin to itself, first question, reaction and tap.
pub(super) fn noise(rounds: &Rounds) -> Result<[Estimate; 3]> {
    let of = |value: fn(&Visit) -> f64| {
        let [one, other] = [Subject::VanillaAgain, Subject::Vanilla].map(|subject| values(rounds, subject, value));
        estimate(&ratios(&one, &other)).context("the vanilla twin was never visited")
    };
    Ok([of(|visit| visit.first)?, of(|visit| visit.reacts)?, of(|visit| visit.tap)?])
}

/// What the widget adds to the main thread of the host page, in milliseconds, before anyone comes near.
pub(super) fn main_thread(rounds: &Rounds) -> Result<Found> {
    let [with, without] = &rounds.host;
    added(with, without, |one| one.main_thread)
}

fn measured(values: &[f64]) -> Result<Found> {
    estimate(values).map(Found::Measured).context("nothing was measured")
}

fn verdicts([small, large]: &[Vec<Mounted>; 2]) -> Result<Found> {
    let times = |visits: &[Mounted]| visits.iter().map(|visit| visit.concluded).collect::<Vec<_>>();
    measured(&ratios(&times(large), &times(small)))
}

fn diagnoses(engine: &[growth::Row]) -> Result<Found> {
    let found = engine.iter().find(|row| row.what == growth::engine::DIAGNOSIS);
    let [small, large] = found.context("the diagnosis was never measured")?.milliseconds;
    Ok(Found::Counted(large / small))
}

fn values(rounds: &Rounds, subject: Subject, value: impl Fn(&Visit) -> f64) -> Vec<f64> {
    rounds.visits.get(&subject).into_iter().flatten().map(value).collect()
}

/// What the files that begin so take, compressed.
fn bytes(manifest: &Manifest, names: &[&str]) -> Result<f64> {
    let size = |name: &&str| {
        let all = manifest.files.iter().filter(|file| file.path.starts_with(name)).map(|file| file.br_bytes);
        let all: Vec<u64> = all.flatten().collect();
        ensure!(!all.is_empty(), "the site has no compressed {name}");
        Ok(all.iter().sum::<u64>())
    };
    Ok(names.iter().map(size).sum::<Result<u64>>()? as f64)
}

fn worst_shift(visits: &[HostVisit]) -> f64 {
    visits.iter().map(|visit| visit.shift).fold(0.0, f64::max)
}

fn added(with: &[HostVisit], without: &[HostVisit], value: fn(&HostVisit) -> f64) -> Result<Found> {
    let [with, without] = [with, without].map(|visits| visits.iter().map(value).collect::<Vec<_>>());
    measured(&differences(&with, &without)).context("the host page was never visited")
}

fn points_lost(points: &[Vec<Points>; 2]) -> Result<Found> {
    let [with, without] = points.each_ref().map(|rounds| medians(rounds));
    ensure!(!without.is_empty(), "Lighthouse never ran");
    Ok(Found::Counted(lost(&with, &without)))
}
