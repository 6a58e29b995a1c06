//! The shortest way up: the fewest answers to change for the next level.
//!
//! Every section offers, for each number of changes, the most points they can bring (and whether so many lift its cap);
//! the sections' offers are then combined so that the target is reached with as few changes as possible. That is exact,
//! and quadratic in the number of gaps.

use std::rc::Rc;

use super::answers::Answers;
use super::level::Level;
use super::pack::{Choice, Question, Rule};
use super::rules::Outcome;
use super::verdict::{CapHit, total};

/// The fewest answers whose change reaches the next level.
#[derive(Clone, Debug, PartialEq)]
pub struct WayUp {
    /// The level they reach.
    pub to: Level,
    /// What to change: first what a cap hangs on, then what brings most points. Never empty.
    pub changes: Vec<Change>,
}

/// One answer to bring to its best.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The question.
    pub question: Rc<Question>,
}

impl Change {
    /// The choices that make the best answer: the choice of most credit, or every box that counts.
    pub fn best_choices(&self) -> Vec<&Choice> {
        let choices = self.question.choices.iter();
        if self.question.multiple {
            choices.filter(|choice| choice.credit > 0).collect()
        } else {
            // The first of equally good ones.
            choices.rev().max_by_key(|choice| choice.credit).into_iter().collect()
        }
    }
}

/// A section's gaps in the order in which changing them pays, with the points that the first `k` of them bring.
struct Offer {
    changes: Vec<Rc<Question>>,
    points: Vec<u32>,
    /// Fewer changes than this do not lift the section's cap.
    at_least: usize,
}

/// The shortest way from these outcomes to `target`, which must lie above their level.
pub(super) fn shortest(answers: &Answers, outcomes: &[Outcome], caps: &[CapHit], target: Level) -> Option<WayUp> {
    let needed = needed_points(answers, outcomes, target);
    let offers: Vec<Offer> = outcomes.iter().map(|outcome| offer(answers, outcome, caps, target)).collect();
    let counts = fewest(&offers, needed)?;
    let taken = offers.iter().zip(counts).flat_map(|(offer, count)| offer.changes.iter().take(count));
    let changes = taken.map(|question| Change { question: Rc::clone(question) });
    Some(WayUp {
        to: target,
        changes: by_falling(changes, |change| priority(answers, outcomes, caps, target, &change.question)),
    })
}

/// Puts `items` in order of falling `key`, equal ones as they come. For the few dozen of a verdict this is as good as
/// the standard sort, of which each use would add 1.5 KB to what a respondent downloads.
pub(super) fn by_falling<T, K: PartialOrd>(items: impl Iterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let before = ordered.iter().take_while(|other| key(other) >= key(&item)).count();
        ordered.insert(before, item);
    }
    ordered
}

/// The points that are missing to the band of `target`: the least `n` with `(earned + n) * 100 >= from * possible`.
fn needed_points(answers: &Answers, outcomes: &[Outcome], target: Level) -> u32 {
    let from = u32::from(answers.pack().levels().get(target).from);
    let (earned, possible) = (total(outcomes, |o| o.earned), total(outcomes, |o| o.possible));
    (from * possible).div_ceil(100).saturating_sub(earned)
}

fn offer(answers: &Answers, outcome: &Outcome, caps: &[CapHit], target: Level) -> Offer {
    let end = answers.end_of_section(outcome.section.index);
    let pays = |question: &Rc<Question>| match outcome.section.rule {
        Rule::Sum => question.best() - answers.credit(question),
        // What ended the section must go first, or nothing after it is asked.
        Rule::AllOf => u32::from(end.is_some_and(|end| end.index == question.index)),
        Rule::Ladder { .. } => 0,
    };
    let changes = by_falling(outcome.gaps.iter().cloned(), pays);
    let points = (0..=changes.len()).map(|count| points_after(answers, outcome, &changes, count)).collect();
    let at_least = (0..=changes.len()).find(|count| !still_capped(answers, outcome, &changes, *count, caps, target));
    Offer { at_least: at_least.unwrap_or(changes.len()), changes, points }
}

/// The rungs in the run once the first `count` gaps are closed.
fn run_after(answers: &Answers, outcome: &Outcome, changes: &[Rc<Question>], count: usize) -> u32 {
    let questions = answers.pack().questions_of(&outcome.section).count();
    match changes.get(count) {
        Some(first_open) => {
            let before =
                answers.pack().questions_of(&outcome.section).take_while(|question| question.index < first_open.index);
            before.count() as u32
        }
        None => questions as u32,
    }
}

fn points_after(answers: &Answers, outcome: &Outcome, changes: &[Rc<Question>], count: usize) -> u32 {
    match outcome.section.rule {
        Rule::Sum => changes.iter().take(count).map(|question| question.best() - answers.credit(question)).sum(),
        Rule::AllOf => 0,
        Rule::Ladder { points_per_rung } => {
            run_after(answers, outcome, changes, count) * points_per_rung - outcome.earned
        }
    }
}

fn still_capped(
    answers: &Answers,
    outcome: &Outcome,
    changes: &[Rc<Question>],
    count: usize,
    caps: &[CapHit],
    target: Level,
) -> bool {
    if !caps.iter().any(|hit| hit.cap.section == outcome.section.index && hit.cap.level < target) {
        return false;
    }
    let missing = match outcome.section.rule {
        Rule::Sum => 0,
        Rule::AllOf => (changes.len() - count) as u32,
        Rule::Ladder { .. } => {
            let rungs = answers.pack().questions_of(&outcome.section).count() as u32;
            rungs - run_after(answers, outcome, changes, count)
        }
    };
    let below = answers.pack().caps().iter().filter(|cap| cap.section == outcome.section.index && cap.level < target);
    below.into_iter().any(|cap| missing >= cap.missing)
}

/// How many changes to take from each offer: the fewest in all that bring `needed` points.
fn fewest(offers: &[Offer], needed: u32) -> Option<Vec<usize>> {
    // best[n]: the most points that n changes bring, with the counts that bring them.
    let mut best: Vec<Option<(u32, Vec<usize>)>> = vec![Some((0, Vec::new()))];
    for offer in offers {
        let mut next: Vec<Option<(u32, Vec<usize>)>> = vec![None; best.len() + offer.changes.len()];
        for (n, (points, counts)) in best.iter().enumerate().filter_map(|(n, entry)| Some((n, entry.as_ref()?))) {
            for (count, more) in offer.points.iter().enumerate().skip(offer.at_least) {
                let sum = points + more;
                if let Some(slot) = next.get_mut(n + count)
                    && slot.as_ref().is_none_or(|(most, _)| sum > *most)
                {
                    *slot = Some((sum, [counts.as_slice(), &[count]].concat()));
                }
            }
        }
        best = next;
    }
    best.into_iter().flatten().find(|(points, _)| *points >= needed).map(|(_, counts)| counts)
}

/// Equal for all conditions of a gate and all rungs of a ladder, so that those keep the order in which they pay.
fn priority(
    answers: &Answers,
    outcomes: &[Outcome],
    caps: &[CapHit],
    target: Level,
    question: &Question,
) -> (bool, u32) {
    let holds = caps.iter().any(|hit| hit.cap.section == question.section && hit.cap.level < target);
    (holds, outcomes.get(question.section).map_or(0, |outcome| outcome.lost(answers, question)))
}
