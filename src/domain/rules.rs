//! The three rules: what a section's answers earn, and what they lack.

use std::rc::Rc;

use super::answers::Answers;
use super::pack::{Question, Rule, Section};

/// What a section came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The section.
    pub section: Rc<Section>,
    /// Points earned.
    pub earned: u32,
    /// Points of the best answers; 0 for a gate.
    pub possible: u32,
    /// Conditions missing: unmet ones of a gate, rungs above the run of a ladder, 0 for a sum.
    pub missing: u32,
    /// The questions whose answers could be better, in order.
    pub gaps: Vec<Rc<Question>>,
}

/// The questions of `section` whose answers could be better; what is not answered could.
pub(super) fn gaps(answers: &Answers, section: &Section) -> Vec<Rc<Question>> {
    let is_gap = |question: &&Rc<Question>| answers.credit(question) < question.best();
    answers.pack().questions_of(section).filter(is_gap).cloned().collect()
}

/// What `section` comes to by its rule if `gaps`, in order, are all that is left to better in it.
pub(super) fn outcome(answers: &Answers, section: &Rc<Section>, gaps: Vec<Rc<Question>>) -> Outcome {
    let (mut count, mut best, mut first) = (0, 0, 0);
    for question in answers.pack().questions_of(section) {
        if count == 0 {
            first = question.index;
        }
        count += 1;
        best += question.best();
    }
    let (earned, possible, missing) = match section.rule {
        Rule::Sum => (best - gaps.iter().map(|question| lost(answers, question)).sum::<u32>(), best, 0),
        Rule::AllOf => (0, 0, gaps.len() as u32),
        Rule::Ladder { points_per_rung } => {
            let run = gaps.first().map_or(count, |gap| (gap.index - first) as u32);
            (run * points_per_rung, count * points_per_rung, count - run)
        }
    };
    Outcome { section: Rc::clone(section), earned, possible, missing, gaps }
}

/// The points that the answer to `question` loses: at a ladder those of its rung, at a gate none.
pub(super) fn lost(answers: &Answers, question: &Question) -> u32 {
    let gap = question.best() - answers.credit(question);
    match answers.pack().sections().get(question.section).map(|section| section.rule) {
        Some(Rule::Sum) => gap,
        Some(Rule::Ladder { points_per_rung }) => gap.min(1) * points_per_rung,
        Some(Rule::AllOf) | None => 0,
    }
}
