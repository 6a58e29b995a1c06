//! From what was measured to the rows of the tables.
//!
//! The bars and aims are those of PERFORMANCE.md, "Budgets". It must not know how rows are written.

use anyhow::{Context as _, Result, ensure};
use xtask::bundle::manifest::Manifest;

use crate::budget::{Found, Row, Unit};
use crate::host::HostVisit;
use crate::lighthouse::{Points, lost, medians};
use crate::run::Rounds;
use crate::stats::{differences, estimate, median, ratios};
use crate::subject::Subject;
use crate::visit::Visit;

/// What a respondent loads, by the beginnings of the files' names: first the loader, which is enough to react.
const WAY: [&str; 5] = ["embed.js", "runtime-", "shindan-", "readiness.ja-", "words.ja-"];

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
pub(super) fn budget(manifest: &Manifest, rounds: &Rounds) -> Result<Vec<Row>> {
    let ratio = |what: &str, twin: Subject, value: fn(&Visit) -> f64, bar, aim| {
        let rounds = ratios(&values(rounds, Subject::Widget, value), &values(rounds, twin, value));
        let found = Found::Measured(estimate(&rounds).context("nothing was measured")?);
        anyhow::Ok(Row { what: what.to_owned(), unit: Unit::Ratio, bar, aim, found })
    };
    let row = |what: &str, unit, bar, aim, found| Row { what: what.to_owned(), unit, bar, aim, found };
    let (reacts, tap) = (|visit: &Visit| visit.reacts, |visit: &Visit| visit.tap);
    let loader = bytes(manifest, &WAY[..1])?;
    let way = bytes(manifest, &WAY)?;
    let [with, without] = &rounds.host;
    Ok(vec![
        ratio("first question, to the vanilla twin", Subject::Vanilla, |visit| visit.first, 1.10, 1.03)?,
        ratio("reacts, to the vanilla twin", Subject::Vanilla, reacts, 1.15, 1.00)?,
        ratio("reacts, to SurveyJS", Subject::SurveyJs, reacts, 0.25, 0.19)?,
        row("br bytes until the first question reacts", Unit::Bytes, 9000.0, 6000.0, Found::Counted(loader)),
        row("br bytes for the whole way, lead form included", Unit::Bytes, 80_000.0, 56_000.0, Found::Counted(way)),
        ratio("tap to next paint, to the vanilla twin", Subject::Vanilla, tap, 1.3, 1.05)?,
        ratio("tap to next paint, to SurveyJS", Subject::SurveyJs, tap, 0.45, 0.30)?,
        row("host page: layout shift", Unit::Number, 0.0, 0.0, Found::Counted(worst_shift(with))),
        row("host page: blocked time added, ms", Unit::Milliseconds, 0.0, 0.0, blocking(with, without)?),
        row("host page: Lighthouse points lost", Unit::Number, 0.0, 0.0, points_lost(&rounds.points)?),
        row("taps lost of 1,000", Unit::Number, 0.0, 0.0, Found::Counted(f64::from(rounds.taps_lost))),
    ])
}

fn values(rounds: &Rounds, subject: Subject, value: impl Fn(&Visit) -> f64) -> Vec<f64> {
    rounds.visits.get(&subject).into_iter().flatten().map(value).collect()
}

/// What the files that begin so take, compressed.
fn bytes(manifest: &Manifest, names: &[&str]) -> Result<f64> {
    let size = |name: &&str| {
        let file = manifest.files.iter().find(|file| file.path.starts_with(name));
        file.and_then(|file| file.br_bytes).with_context(|| format!("the site has no compressed {name}"))
    };
    Ok(names.iter().map(size).sum::<Result<u64>>()? as f64)
}

fn worst_shift(visits: &[HostVisit]) -> f64 {
    visits.iter().map(|visit| visit.shift).fold(0.0, f64::max)
}

fn blocking(with: &[HostVisit], without: &[HostVisit]) -> Result<Found> {
    let [with, without] = [with, without].map(|visits| visits.iter().map(|visit| visit.blocking).collect::<Vec<_>>());
    estimate(&differences(&with, &without)).map(Found::Measured).context("the host page was never visited")
}

fn points_lost(points: &[Vec<Points>; 2]) -> Result<Found> {
    let [with, without] = points.each_ref().map(|rounds| medians(rounds));
    ensure!(!without.is_empty(), "Lighthouse never ran");
    Ok(Found::Counted(lost(&with, &without)))
}
