//! The results of a simulation: typed, and as JSON for programs that draw or store them.

use diagnosis::Complete;
use serde::Serialize;

use super::runs::text_of;

/// Results of the runs of a pack.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimulationReport {
    /// Number of runs of the pack; `None` if it exceeds what a number holds (1.8e308).
    pub possible_runs: Option<f64>,
    /// Whether every run was counted, rather than a random sample.
    pub is_exhaustive: bool,
    /// Number of runs counted so far.
    pub runs: u64,
    /// Whether the simulation is complete.
    pub is_finished: bool,
    /// The four levels, the highest first.
    pub levels: Vec<LevelTally>,
    /// The findings in the order of the pack.
    pub findings: Vec<FindingTally>,
    /// Each score that a run reached, the lowest first.
    pub scores: Vec<ScoreTally>,
}

/// Number of runs that end in a level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelTally {
    /// Id of the level.
    pub level: &'static str,
    /// Whether runs reach the level.
    pub appearance: Appearance,
    /// Number of runs that end in the level.
    pub runs: u64,
    /// One of these runs, as answers in their text form.
    pub example: Option<String>,
}

/// Number of runs that show a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingTally {
    /// Id of the finding.
    pub finding: String,
    /// Whether runs show the finding.
    pub appearance: Appearance,
    /// Number of runs that show the finding.
    pub runs: u64,
    /// One of these runs, as answers in their text form.
    pub example: Option<String>,
}

/// Number of runs with a score: one bar of the histogram.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreTally {
    /// The score, 0 to 100.
    pub score: u8,
    /// Number of runs with the score.
    pub runs: u64,
    /// One of these runs, as answers in their text form.
    pub example: Option<String>,
}

/// How often something appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// In no possible run.
    Never,
    /// In none of the runs counted so far, or drawn; this does not rule out that one exists.
    NotSeen,
    /// In some runs.
    Sometimes,
    /// In every run that was counted.
    Always,
}

/// Number of runs that had something, and the first of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) runs: u64,
    pub(super) example: Option<String>,
}

impl Tally {
    pub(super) fn add(&mut self, run: &Complete) {
        self.runs += 1;
        self.example.get_or_insert_with(|| text_of(run));
    }

    /// How often this appears in `all` runs. `is_ruled_out` states that no run can have it.
    pub(super) fn appearance(&self, all: u64, is_ruled_out: impl Fn() -> bool) -> Appearance {
        match self.runs {
            0 if is_ruled_out() => Appearance::Never,
            0 => Appearance::NotSeen,
            runs if runs == all => Appearance::Always,
            _ => Appearance::Sometimes,
        }
    }
}
