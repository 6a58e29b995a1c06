//! Two runs of one pack side by side: earlier and now, or two people's views of one company.

use std::rc::Rc;

use super::answers::{Answer, Complete};
use super::pack::Question;
use super::verdict::{Verdict, diagnose};

/// Differences between two runs. Questions are in the order of the pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The verdict of the first run, with its score and level.
    pub before: Verdict,
    /// The verdict of the second run.
    pub after: Verdict,
    /// Gaps of the first run that the second does not have.
    pub closed: Vec<Rc<Question>>,
    /// Gaps of the second run that the first does not have.
    pub opened: Vec<Rc<Question>>,
    /// Questions with different answers.
    pub differences: Vec<Difference>,
}

/// A question with two different answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The question.
    pub question: Rc<Question>,
    /// The answer of the first run; `None` if it was not asked.
    pub before: Option<Answer>,
    /// The answer of the second run; `None` if it was not asked.
    pub after: Option<Answer>,
}

/// Compares two runs of the same pack, which [`SavedResult::decode`](super::SavedResult::decode) ensures.
pub fn compare(before: &Complete, after: &Complete) -> Comparison {
    let mut comparison = Comparison {
        before: diagnose(before),
        after: diagnose(after),
        closed: Vec::new(),
        opened: Vec::new(),
        differences: Vec::new(),
    };
    let (before, after) = (before.answers(), after.answers());
    for question in before.pack().questions() {
        match (before.is_gap(question), after.is_gap(question)) {
            (true, false) => comparison.closed.push(Rc::clone(question)),
            (false, true) => comparison.opened.push(Rc::clone(question)),
            _ => {}
        }
        let (before, after) = (before.given_to(question), after.given_to(question));
        if before != after {
            let (before, after) = (before.cloned(), after.cloned());
            comparison.differences.push(Difference { question: Rc::clone(question), before, after });
        }
    }
    comparison
}
