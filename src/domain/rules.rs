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

impl Outcome {
    /// The points that the answer to `question` loses: at a ladder all of its rung, at a gate none.
    pub(super) fn lost(&self, answers: &Answers, question: &Question) -> u32 {
        let gap = question.best() - answers.credit(question);
        match self.section.rule {
            Rule::Sum => gap,
            Rule::AllOf => 0,
            Rule::Ladder { points_per_rung } => gap.min(1) * points_per_rung,
        }
    }
}

/// Applies the section's rule to the answers; what is not answered earns nothing.
pub(super) fn outcome(answers: &Answers, section: &Rc<Section>) -> Outcome {
    let questions: Vec<_> = answers.pack().questions_of(section).collect();
    let is_gap = |question: &&Rc<Question>| answers.credit(question) < question.best();
    let gaps: Vec<_> = questions.iter().copied().filter(is_gap).cloned().collect();
    let count = questions.len() as u32;
    let (earned, possible, missing) = match section.rule {
        Rule::Sum => {
            let earned = questions.iter().map(|question| answers.credit(question)).sum();
            (earned, questions.iter().map(|question| question.best()).sum(), 0)
        }
        Rule::AllOf => (0, 0, gaps.len() as u32),
        Rule::Ladder { points_per_rung } => {
            let run = questions.iter().take_while(|question| !is_gap(question)).count() as u32;
            (run * points_per_rung, count * points_per_rung, count - run)
        }
    };
    Outcome { section: Rc::clone(section), earned, possible, missing, gaps }
}
