//! The simulation: the results of a pack's runs, computed by the same rules that respondents meet.
//!
//! A pack of fewer than a million runs is counted whole; of a larger one 100,000 runs are drawn, with the same seed
//! each time. [`Simulation`] proceeds in steps of any size, so that a page stays responsive; [`simulate`] runs to the
//! end.

mod report;
mod runs;

pub use report::{Appearance, FindingTally, LevelTally, ScoreTally, SimulationReport};

use std::rc::Rc;

use diagnosis::{Complete, Level, Pack, diagnose};

use super::lint::{Attainable, is_dead};
use report::Tally;
use runs::{DrawnRuns, EveryRun};

/// Number of runs below which a pack is counted whole.
const COUNTED_BELOW: f64 = 1_000_000.0;

/// Number of runs drawn from a larger pack.
const DRAWN: u64 = 100_000;

/// A simulation in progress.
///
/// ```
/// use std::rc::Rc;
/// use authoring::Simulation;
/// use diagnosis::{Pack, Value};
///
/// let json = include_str!("../../../../packs/executive.en.json");
/// let pack = Pack::read(&serde_json::from_str::<Value>(json).unwrap()).unwrap();
/// let mut simulation = Simulation::of(Rc::new(pack));
/// while simulation.step(1_000) {
///     // Draw the report so far, and let the page breathe.
///     assert!(!simulation.report().is_finished);
/// }
/// let report = simulation.report();
/// assert_eq!(report.runs, 4_u64.pow(7), "seven questions of four choices");
/// assert_eq!(report.levels[0].level, "ready");
/// ```
#[derive(Debug)]
pub struct Simulation {
    pack: Rc<Pack>,
    runs: Runs,
    /// Number of runs to count.
    goal: u64,
    counted: u64,
    levels: [Tally; 4],
    findings: Vec<Tally>,
    scores: Vec<Tally>,
}

#[derive(Debug)]
enum Runs {
    Every(EveryRun),
    Drawn(DrawnRuns),
}

impl Iterator for Runs {
    type Item = Complete;

    fn next(&mut self) -> Option<Complete> {
        match self {
            Runs::Every(runs) => runs.next(),
            Runs::Drawn(runs) => runs.next(),
        }
    }
}

impl Simulation {
    /// The simulation of `pack`, before its first run.
    pub fn of(pack: Rc<Pack>) -> Self {
        let possible = runs::count(&pack);
        let (runs, goal) = if possible < COUNTED_BELOW {
            (Runs::Every(EveryRun::of(&pack)), possible as u64)
        } else {
            (Runs::Drawn(DrawnRuns::of(&pack)), DRAWN)
        };
        Self {
            runs,
            goal,
            counted: 0,
            levels: Default::default(),
            findings: vec![Tally::default(); pack.findings().len()],
            scores: vec![Tally::default(); 101],
            pack,
        }
    }

    /// Counts up to `max` more runs. Returns whether there are more to count.
    pub fn step(&mut self, max: u64) -> bool {
        for _ in 0..max.min(self.goal - self.counted) {
            match self.runs.next() {
                Some(run) => self.add(&run),
                // Unreachable: there are as many runs as were counted. The check still prevents an endless loop.
                None => self.goal = self.counted,
            }
        }
        self.counted < self.goal
    }

    /// Number of runs counted, and number of runs to count.
    pub fn progress(&self) -> (u64, u64) {
        (self.counted, self.goal)
    }

    /// The results so far.
    pub fn report(&self) -> SimulationReport {
        let possible = runs::count(&self.pack);
        let is_exhaustive = matches!(self.runs, Runs::Every(_));
        let is_finished = self.counted == self.goal;
        let is_certain = is_exhaustive && is_finished;
        let attainable = if is_finished && !is_exhaustive { Attainable::of(&self.pack) } else { None };
        let level = |(level, tally): (Level, &Tally)| LevelTally {
            level: level.id(),
            appearance: tally.appearance(self.counted, || {
                is_certain || attainable.as_ref().is_some_and(|attainable| !attainable.reaches(&self.pack, level))
            }),
            runs: tally.runs,
            example: tally.example.clone(),
        };
        let findings = self.pack.findings().iter().zip(&self.findings).map(|(finding, tally)| FindingTally {
            finding: finding.id.to_string(),
            appearance: tally.appearance(self.counted, || is_certain || is_dead(&self.pack, finding)),
            runs: tally.runs,
            example: tally.example.clone(),
        });
        let scores = (0..).zip(&self.scores).filter(|(_, tally)| tally.runs > 0);
        let scores =
            scores.map(|(score, tally)| ScoreTally { score, runs: tally.runs, example: tally.example.clone() });
        SimulationReport {
            possible_runs: Some(possible).filter(|possible| possible.is_finite()),
            is_exhaustive,
            runs: self.counted,
            is_finished,
            levels: Level::ALL.into_iter().zip(&self.levels).map(level).collect(),
            findings: findings.collect(),
            scores: scores.collect(),
        }
    }

    fn add(&mut self, run: &Complete) {
        let verdict = diagnose(run);
        self.counted += 1;
        let place = Level::ALL.into_iter().position(|level| level == verdict.level);
        let level = place.and_then(|place| self.levels.get_mut(place));
        let score = self.scores.get_mut(usize::from(verdict.score.get()));
        for tally in level.into_iter().chain(score) {
            tally.add(run);
        }
        for hit in verdict.findings {
            if let Some(tally) = self.findings.get_mut(hit.finding.index) {
                tally.add(run);
            }
        }
    }
}

/// The results of all runs of `pack` at once.
pub fn simulate(pack: Rc<Pack>) -> SimulationReport {
    let mut simulation = Simulation::of(pack);
    while simulation.step(u64::MAX) {}
    simulation.report()
}
