//! Levels that no run comes to, and caps that never lower one.

use super::Notes;
use super::attainable::{Attainable, ceiling, missing, possible};
use diagnosis::{Cap, Pack, Rule};
use diagnosis::{Level, Score};

pub(super) fn look(pack: &Pack, notes: &mut Notes) {
    match Attainable::of(pack) {
        Some(attainable) => reached(pack, &attainable, notes),
        None => notes.warning(
            "sections",
            "there are too many different points to tell which levels can be reached",
            "give rounder points, such as 0, 5 and 10",
        ),
    }
    for (i, cap) in pack.caps().iter().enumerate() {
        look_at_cap(pack, cap, &format!("caps[{i}]"), notes);
    }
}

fn reached(pack: &Pack, attainable: &Attainable, notes: &mut Notes) {
    let mut top = 100;
    for (i, level) in Level::ALL.into_iter().enumerate() {
        let place = format!("levels[{i}]");
        let from = pack.levels().get(level).from;
        let scored = || attainable.runs.iter().filter(|(score, _)| pack.level_of(*score) == level);
        let comes_to = attainable.runs.iter().any(|(score, ceiling)| pack.level_of(*score).min(*ceiling) == level);
        let band = if from == top { format!("exactly {from}") } else { format!("from {from} to {top}") };
        if !comes_to && scored().next().is_some() {
            let reason = "no result has this level: every run that scores into it is held lower by a cap";
            notes.error(&place, reason, "loosen the caps, or begin this level with a lower score");
        } else if !comes_to {
            let reason = format!("no result has this level: no run scores {band}");
            notes.error(&place, &reason, "change the `from` of the levels, or the points");
        } else if scored().next().is_none() {
            let reason = format!("no run scores {band}: only a cap leads here");
            notes.warning(&place, &reason, "change the `from` of the levels, unless that is meant");
        }
        top = from.saturating_sub(1);
    }
}

fn look_at_cap(pack: &Pack, cap: &Cap, place: &str, notes: &mut Notes) {
    let Some(section) = pack.sections().get(cap.section) else { return };
    // Where several caps of a section apply, the one that counts most missing is stated.
    let stricter = pack.caps().iter().filter(|other| other.section == cap.section && other.missing > cap.missing);
    let below = stricter.map(|other| other.missing).min().unwrap_or(u32::MAX);
    let ways: Vec<(u32, bool)> =
        missing(pack, section).into_iter().filter(|(missing, _)| (cap.missing..below).contains(missing)).collect();
    let Some((least, _)) = ways.first() else {
        let reason = "never applies: so many conditions cannot be missing without more of them";
        return notes.warning(place, reason, "change `missing`, or remove the cap");
    };
    let best = best_score(pack, cap.section, *least);
    if pack.level_of(best) <= ceiling(pack, section, *least) {
        let reason = format!("never lowers a level: while it applies, no run scores more than {}", best.get());
        notes.warning(place, &reason, "choose a lower level, change the points, or remove the cap");
    }
    if cap.ended_reason.is_some() && !ways.iter().any(|(_, ended)| *ended) {
        let place = [place, ".ended_reason"].concat();
        notes.warning(&place, "is never shown: no choice ends the section there", "remove it");
    }
}

/// The best score while so many conditions of a section are missing.
fn best_score(pack: &Pack, section: usize, missing: u32) -> Score {
    let all = pack.sections().iter().map(|section| possible(pack, section)).sum();
    let lost = match pack.sections().get(section).map(|section| section.rule) {
        Some(Rule::Ladder { points_per_rung }) => missing * points_per_rung,
        _ => 0,
    };
    Score::of(all - lost, all)
}
