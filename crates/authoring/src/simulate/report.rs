//! What a simulation found: typed, and as JSON for whoever draws or keeps it.

use diagnosis::Complete;
use serde::Serialize;

use super::runs::text_of;

/// What the runs of a pack come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimulationReport {
    /// How many runs the pack has; `None` if they are more than a number holds (1.8e308).
    pub possible_runs: Option<f64>,
    /// Whether each of them was counted, rather than some of them at random.
    pub is_exhaustive: bool,
    /// How many were counted so far.
    pub runs: u64,
    /// Whether that is all that this simulation counts.
    pub is_finished: bool,
    /// The four levels, the highest first.
    pub levels: Vec<LevelTally>,
    /// The findings in the order of the pack.
    pub findings: Vec<FindingTally>,
    /// Each score that a run came to, the lowest first.
    pub scores: Vec<ScoreTally>,
}

/// How many runs end in a level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelTally {
    /// Id of the level.
    pub level: &'static str,
    /// Whether runs come to it.
    pub appearance: Appearance,
    /// How many runs end in it.
    pub runs: u64,
    /// One of them, as answers in their text form.
    pub example: Option<String>,
}

/// How many runs show a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingTally {
    /// Id of the finding.
    pub finding: String,
    /// Whether runs show it.
    pub appearance: Appearance,
    /// How many runs show it.
    pub runs: u64,
    /// One of them, as answers in their text form.
    pub example: Option<String>,
}

/// How many runs have a score: a bar of the histogram.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreTally {
    /// The score, 0 to 100.
    pub score: u8,
    /// How many runs have it.
    pub runs: u64,
    /// One of them, as answers in their text form.
    pub example: Option<String>,
}

/// Whether something is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// In no run that there is.
    Never,
    /// In none of the runs that were counted so far, or drawn; that there is one is not ruled out.
    NotSeen,
    /// In some runs.
    Sometimes,
    /// In each run that was counted.
    Always,
}

/// How many runs had something, and the first of them.
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

    /// Whether this is seen, after `all` runs. `is_ruled_out` says whether it is known that no run has it.
    pub(super) fn appearance(&self, all: u64, is_ruled_out: impl Fn() -> bool) -> Appearance {
        match self.runs {
            0 if is_ruled_out() => Appearance::Never,
            0 => Appearance::NotSeen,
            runs if runs == all => Appearance::Always,
            _ => Appearance::Sometimes,
        }
    }
}
