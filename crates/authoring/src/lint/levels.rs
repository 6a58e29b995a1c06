//! Levels that no run reaches, and caps that never lower a level.

use diagnosis::{Cap, Level, Pack, Rule, Score};
use diagnostics::{Code, Diagnostic};

use super::attainable::{Attainable, ceiling, missing, possible};

pub(super) fn lint_levels(pack: &Pack, found: &mut Vec<Diagnostic>) {
    match Attainable::of(pack) {
        Some(attainable) => reached(pack, &attainable, found),
        None => found.push(Diagnostic::warning(Code::TooManyScores, "sections")),
    }
    for (i, cap) in pack.caps().iter().enumerate() {
        lint_cap(pack, cap, &format!("caps[{i}]"), found);
    }
}

fn reached(pack: &Pack, attainable: &Attainable, found: &mut Vec<Diagnostic>) {
    let mut top = 100;
    for (i, level) in Level::ALL.into_iter().enumerate() {
        let place = format!("levels[{i}]");
        let from = pack.levels().get(level).from;
        let scored = || attainable.runs.iter().filter(|(score, _)| pack.level_of(*score) == level);
        let reaches = attainable.reaches(pack, level);
        let is_one_score = from == top;
        let band = |diagnostic: Diagnostic| {
            let diagnostic = diagnostic.with(u32::from(from));
            if is_one_score { diagnostic } else { diagnostic.with(u32::from(top)) }
        };
        if !reaches && scored().next().is_some() {
            found.push(Diagnostic::error(Code::LevelHeldLower, place));
        } else if !reaches {
            let code = if is_one_score { Code::LevelNotScoredExactly } else { Code::LevelNotScored };
            found.push(band(Diagnostic::error(code, place)));
        } else if scored().next().is_none() {
            let code = if is_one_score { Code::LevelByCapAloneExactly } else { Code::LevelByCapAlone };
            found.push(band(Diagnostic::warning(code, place)));
        }
        top = from.saturating_sub(1);
    }
}

fn lint_cap(pack: &Pack, cap: &Cap, place: &str, found: &mut Vec<Diagnostic>) {
    let Some(section) = pack.sections().get(cap.section) else { return };
    // If several caps of a section apply, the one that requires the most missing conditions is reported.
    let stricter = pack.caps().iter().filter(|other| other.section == cap.section && other.missing > cap.missing);
    let below = stricter.map(|other| other.missing).min().unwrap_or(u32::MAX);
    let missing_counts: Vec<(u32, bool)> =
        missing(pack, section).into_iter().filter(|(missing, _)| (cap.missing..below).contains(missing)).collect();
    let Some((least, _)) = missing_counts.first() else {
        return found.push(Diagnostic::warning(Code::CapNeverMissing, place));
    };
    let best = best_score(pack, cap.section, *least);
    if pack.level_of(best) <= ceiling(pack, section, *least) {
        found.push(Diagnostic::warning(Code::CapWithoutEffect, place).with(u32::from(best.get())));
    }
    if cap.ended_reason.is_some() && !missing_counts.iter().any(|(_, ended)| *ended) {
        found.push(Diagnostic::warning(Code::EndedReasonUnused, [place, ".ended_reason"].concat()));
    }
}

/// The best score while this many conditions of a section are missing.
fn best_score(pack: &Pack, section: usize, missing: u32) -> Score {
    let all = pack.sections().iter().map(|section| possible(pack, section)).sum();
    let lost = match pack.sections().get(section).map(|section| section.rule) {
        Some(Rule::Ladder { points_per_rung }) => missing * points_per_rung,
        _ => 0,
    };
    Score::of(all - lost, all)
}
