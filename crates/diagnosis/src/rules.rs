//! The three rules: the points of a section's answers, and its missing conditions.

use std::rc::Rc;

use super::answers::Answers;
use super::pack::{Question, Rule, Section};

/// Outcome of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionOutcome {
    /// The section.
    pub section: Rc<Section>,
    /// Points earned.
    pub earned: u32,
    /// Points of the best answers; 0 for a gate.
    pub possible: u32,
    /// Missing conditions: unmet ones of a gate, rungs above the unbroken run of a ladder, 0 for a sum.
    pub missing: u32,
    /// The questions whose answers could be better, in order.
    pub gaps: Vec<Rc<Question>>,
    /// Position of the section's first question in the pack.
    first: usize,
    /// Number of questions in the section.
    count: u32,
}

/// Applies the section's rule to the answers.
pub(super) fn section_outcome(answers: &Answers, section: &Rc<Section>) -> SectionOutcome {
    let questions = || answers.pack().questions_of(section);
    let gaps = questions().filter(|question| answers.is_gap(question)).cloned().collect();
    let count = questions().count() as u32;
    let possible = match section.rule {
        Rule::Sum => questions().map(|question| question.best()).sum(),
        Rule::AllOf => 0,
        Rule::Ladder { points_per_rung } => count * points_per_rung,
    };
    let first = questions().next().map_or(0, |question| question.index);
    let mut outcome =
        SectionOutcome { section: Rc::clone(section), earned: 0, possible, missing: 0, gaps, first, count };
    let lost = outcome.gaps.iter().map(|question| lost(answers, question)).sum();
    (outcome.earned, outcome.missing) = outcome.with(lost, &outcome.gaps);
    outcome
}

impl SectionOutcome {
    /// Points earned and conditions missing if only `gaps`, in order, remain, and `lost` is the points that they lose.
    pub(super) fn with(&self, lost: u32, gaps: &[Rc<Question>]) -> (u32, u32) {
        match self.section.rule {
            Rule::Sum => (self.possible - lost, 0),
            Rule::AllOf => (0, gaps.len() as u32),
            Rule::Ladder { points_per_rung } => {
                let run = gaps.first().map_or(self.count, |gap| (gap.index - self.first) as u32);
                (run * points_per_rung, self.count - run)
            }
        }
    }
}

/// The points that the answer to `question` loses: for a ladder those of its rung, for a gate none.
pub(super) fn lost(answers: &Answers, question: &Question) -> u32 {
    let gap = question.best() - answers.credit(question);
    match answers.pack().sections().get(question.section).map(|section| section.rule) {
        Some(Rule::Sum) => gap,
        Some(Rule::Ladder { points_per_rung }) => gap.min(1) * points_per_rung,
        Some(Rule::AllOf) | None => 0,
    }
}
