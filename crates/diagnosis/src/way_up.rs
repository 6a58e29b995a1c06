//! The shortest way up: the smallest number of answers to change for the next level.
//!
//! A cap requires a number of changes in its own section. The points that are still missing then come from the other
//! gaps: those of all sums together, the greatest first, and the rungs of ladders from below. The result is exact, and
//! takes nearly linear time in the number of gaps; only several ladders are compared with each other rung by rung.

use std::cmp::Reverse;
use std::rc::Rc;

use super::answers::Answers;
use super::level::Level;
use super::pack::{Choice, Question, Rule};
use super::rules::{SectionOutcome, lost};
use super::verdict::total;

/// The smallest set of answers whose change reaches the next level.
#[derive(Clone, Debug, PartialEq)]
pub struct WayUp {
    /// The level that the changes reach.
    pub to: Level,
    /// The answers to change: first those that a cap depends on, then those that bring the most points. Never empty.
    pub changes: Vec<Change>,
}

/// One answer to bring to its best.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The question.
    pub question: Rc<Question>,
}

impl Change {
    /// The choices that make the best answer: the choice with the most credit, or every box that counts.
    pub fn best_choices(&self) -> Vec<&Choice> {
        self.question.best_choices()
    }
}

/// A section's gaps in the order in which they have to be closed.
struct Path {
    gaps: Vec<Rc<Question>>,
    /// Number of gaps that must be closed, because a cap of the section holds the level below the target until then.
    must: usize,
    /// The points of the section by the number of further gaps closed, starting with none.
    earned: Vec<u32>,
}

/// The shortest way from these outcomes to `target`, which must lie above their level.
pub(super) fn shortest(answers: &Answers, outcomes: &[SectionOutcome], target: Level) -> Option<WayUp> {
    let from = u32::from(answers.pack().levels().get(target).from);
    let possible = total(outcomes, |outcome| outcome.possible);
    let needed = (from * possible).div_ceil(100);

    let (sums, others): (Vec<_>, Vec<_>) = outcomes.iter().partition(|outcome| outcome.section.rule == Rule::Sum);
    let paths: Vec<Path> = others.into_iter().map(|outcome| path(answers, outcome, target)).collect();
    let earned: u32 = sums.iter().map(|outcome| outcome.earned).sum();
    let sums =
        sorted_descending(sums.iter().flat_map(|outcome| outcome.gaps.iter().cloned()), |gap| lost(answers, gap));
    let (of_sums, of_paths) = fewest(&sums_earn(answers, earned, &sums), &paths, needed)?;

    let closed = paths.iter().zip(of_paths).flat_map(|(path, count)| {
        let gaps = path.gaps.iter().take(path.must + count);
        gaps.map(|gap| (path.must > 0, gap))
    });
    let taken = sums.iter().take(of_sums).map(|gap| (false, gap)).chain(closed);
    // The value is equal for all conditions of a gate and all rungs of a ladder, so their order is kept.
    let first = |(holds, gap): &(bool, &Rc<Question>)| (*holds, lost(answers, gap), Reverse(gap.section));
    let changes = sorted_descending(taken, first).into_iter().map(|(_, gap)| Change { question: Rc::clone(gap) });
    Some(WayUp { to: target, changes: changes.collect() })
}

/// The points of all sums by the number of `gaps` closed from the front, starting from `earned`.
fn sums_earn(answers: &Answers, earned: u32, gaps: &[Rc<Question>]) -> Vec<u32> {
    let closed = gaps.iter().scan(earned, |sum, gap| {
        *sum += lost(answers, gap);
        Some(*sum)
    });
    [earned].into_iter().chain(closed).collect()
}

/// The gaps to close in a gate or ladder. For a gate, only its caps require any.
fn path(answers: &Answers, outcome: &SectionOutcome, target: Level) -> Path {
    let section = outcome.section.index;
    let caps = answers.pack().caps().iter().filter(|cap| cap.section == section && cap.level < target);
    let capped_from = caps.map(|cap| cap.missing).min();
    // The answer that ended the section must change first, because otherwise no later question is asked.
    let end = answers.end_of_section(section).map(|end| end.index);
    let gaps = sorted_descending(outcome.gaps.iter().cloned(), |gap| end == Some(gap.index));
    let left = |closed: usize| outcome.with(0, gaps.get(closed..).unwrap_or_default());
    let is_free = |closed: &usize| capped_from.is_none_or(|from| left(*closed).1 < from);
    let must = (0..gaps.len()).find(is_free).unwrap_or(gaps.len());
    let max = if outcome.section.rule == Rule::AllOf { must } else { gaps.len() };
    let earned = (must..=max).map(|closed| left(closed).0).collect();
    Path { gaps, must, earned }
}

/// Number of gaps to close in the sums, and beyond the required ones in each of `paths`: the smallest total that
/// reaches `needed` points and, among equal totals, the one that earns the most.
fn fewest(sums: &[u32], paths: &[Path], needed: u32) -> Option<(usize, Vec<usize>)> {
    let combinations =
        paths.iter().fold(vec![(0, Vec::new())], |combinations, path| extend(&combinations, &path.earned));
    let enough = combinations.into_iter().enumerate().rev().filter_map(|(n, (earned, counts))| {
        let of_sums = sums.partition_point(|sum| earned + sum < needed);
        let reached = earned + sums.get(of_sums)?;
        Some(((n + of_sums, Reverse(reached)), (of_sums, counts)))
    });
    enough.min_by_key(|(rank, _)| *rank).map(|(_, counts)| counts)
}

/// The maximum points for a number of changes, with the number of changes in each path.
type Combination = (u32, Vec<usize>);

/// The best combination for each number of changes, after adding to `combinations` a path whose changes have `earned` these
/// points.
fn extend(combinations: &[Combination], earned: &[u32]) -> Vec<Combination> {
    let max = (combinations.len() + earned.len()).saturating_sub(2);
    let best = |n: usize| {
        let own = n.saturating_sub(combinations.len() - 1)..=n.min(earned.len() - 1);
        let sums = own.filter_map(|own| Some((combinations.get(n - own)?.0 + earned.get(own)?, own)));
        let (sum, own) = sums.max()?;
        Some((sum, [combinations.get(n - own)?.1.as_slice(), &[own]].concat()))
    };
    (0..=max).filter_map(best).collect()
}

/// Sorts `items` by descending `key`, stably. For the few hundred items of a verdict this is as good as the standard
/// sort, each use of which would add 1.5 KB to what a respondent downloads.
pub(super) fn sorted_descending<T, K: PartialOrd>(items: impl Iterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<(K, T)> = Vec::new();
    for item in items {
        let key = key(&item);
        let place = ordered.partition_point(|(other, _)| *other >= key);
        ordered.insert(place, (key, item));
    }
    ordered.into_iter().map(|(_, item)| item).collect()
}
