//! The shortest way up: the fewest answers to change for the next level.
//!
//! Every section offers, for each number of changes, the most points that so many can reach, if they lift its cap; the
//! sections' offers are then combined so that the target is reached with as few changes as possible. That is exact, and
//! quadratic in the number of gaps.

use std::rc::Rc;

use super::answers::Answers;
use super::level::Level;
use super::pack::{Choice, Question, Rule};
use super::rules::{Outcome, lost};
use super::verdict::{strictest_cap, total};

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
        self.question.best_choices()
    }
}

/// A section's gaps in the order in which closing them pays, and for each number of them, closed from the front, the
/// points earned then; none as long as a cap of the section holds the level below the target.
struct Offer {
    gaps: Vec<Rc<Question>>,
    earned: Vec<Option<u32>>,
}

/// The shortest way from these outcomes to `target`, which must lie above their level.
pub(super) fn shortest(answers: &Answers, outcomes: &[Outcome], target: Level) -> Option<WayUp> {
    let from = u32::from(answers.pack().levels().get(target).from);
    let possible = total(outcomes, |outcome| outcome.possible);
    let needed = (from * possible).div_ceil(100);
    let is_capped =
        |section: usize, missing: u32| strictest_cap(answers, section, missing).is_some_and(|cap| cap.level < target);
    let offers: Vec<Offer> = outcomes.iter().map(|outcome| offer(answers, outcome, is_capped)).collect();
    let counts = fewest(&offers, needed)?;

    // Equal for all conditions of a gate and all rungs of a ladder, so that those keep the order in which they pay.
    let priority = |change: &Change| {
        let section = change.question.section;
        let holds = outcomes.get(section).is_some_and(|outcome| is_capped(section, outcome.missing));
        (holds, lost(answers, &change.question))
    };
    let taken = offers.into_iter().zip(counts).flat_map(|(offer, count)| offer.gaps.into_iter().take(count));
    Some(WayUp { to: target, changes: by_falling(taken.map(|question| Change { question }), priority) })
}

fn offer(answers: &Answers, outcome: &Outcome, is_capped: impl Fn(usize, u32) -> bool) -> Offer {
    let section = &outcome.section;
    let end = answers.end_of_section(section.index).map(|end| end.index);
    let pays = |question: &Rc<Question>| match section.rule {
        Rule::Sum => lost(answers, question),
        // What ended the section must go first, or nothing after it is asked.
        Rule::AllOf => u32::from(end == Some(question.index)),
        Rule::Ladder { .. } => 0,
    };
    let gaps = by_falling(outcome.gaps.iter().cloned(), pays);
    let mut left: u32 = gaps.iter().map(|question| lost(answers, question)).sum();
    let mut earned = Vec::new();
    for closed in 0..=gaps.len() {
        let (points, missing) = outcome.with(left, gaps.get(closed..).unwrap_or_default());
        earned.push((!is_capped(section.index, missing)).then_some(points));
        left -= gaps.get(closed).map_or(0, |question| lost(answers, question));
    }
    Offer { gaps, earned }
}

/// The most points that so many changes reach, with how many of them each section makes.
type Way = Option<(u32, Vec<usize>)>;

/// How many changes to take from each offer: the fewest in all that reach `needed` points.
fn fewest(offers: &[Offer], needed: u32) -> Option<Vec<usize>> {
    // ways[n]: the best way of n changes.
    let mut ways: Vec<Way> = vec![Some((0, Vec::new()))];
    for offer in offers {
        ways = extend(&ways, offer);
    }
    ways.into_iter().flatten().find(|(earned, _)| *earned >= needed).map(|(_, counts)| counts)
}

/// Adds to each way each number of changes that `offer` has, and keeps the best for each number in all.
fn extend(ways: &[Way], offer: &Offer) -> Vec<Way> {
    let mut longer: Vec<Way> = vec![None; ways.len() + offer.gaps.len()];
    for (n, way) in ways.iter().enumerate() {
        for (count, more) in offer.earned.iter().enumerate() {
            if let (Some((earned, counts)), Some(more), Some(slot)) = (way, more, longer.get_mut(n + count)) {
                let sum = earned + more;
                if slot.as_ref().is_none_or(|(most, _)| sum > *most) {
                    *slot = Some((sum, [counts.as_slice(), &[count]].concat()));
                }
            }
        }
    }
    longer
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
