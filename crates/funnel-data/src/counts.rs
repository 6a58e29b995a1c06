//! Turns counts of events into a funnel.

use std::collections::BTreeMap;

use crate::event::Event;

/// Unit of the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Visits, each counted once.
    Visits,
    /// People, as identified by the analytics tool.
    Users,
    /// Events: going back or reloading counts again.
    Events,
}

/// A question in the order of the run.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Id of the question.
    pub id: String,
    /// Number that saw the question.
    pub seen: f64,
    /// Number of those that left here without an answer; `None` if the export does not contain it.
    pub left: Option<f64>,
}

/// One arm of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Name of the arm; empty for runs without one.
    pub name: String,
    /// Number that saw the arm: a question or, if the export has it, the event of the arm itself.
    pub seen: f64,
    /// Number that reached a verdict.
    pub complete: f64,
    /// Number that followed the call to action.
    pub cta: f64,
    /// Number that became a lead.
    pub leads: f64,
}

/// The funnel of a diagnosis.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// Unit of the counts.
    pub unit: Unit,
    /// The questions in the order of the run; at least one.
    pub questions: Vec<Question>,
    /// The total of all arms.
    pub all: Arm,
    /// The arms by name, if there is more than one.
    pub arms: Vec<Arm>,
}

/// Counts of one question.
#[derive(Clone, Debug, Default)]
pub(crate) struct QuestionCount {
    pub(crate) seen: f64,
    pub(crate) answered: f64,
    /// Position of the question, if known.
    pub(crate) index: Option<u32>,
}

/// The counts of an export: by question, and by event and arm.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts {
    questions: Vec<(String, QuestionCount)>,
    by_arm: BTreeMap<(String, Event), f64>,
    has_answers: bool,
}

impl Counts {
    /// Adds `count` to an event of a question.
    pub(crate) fn add_question(&mut self, event: Event, question: &str, index: Option<u32>, count: f64) {
        self.has_answers |= event == Event::Answer;
        let at = self.questions.iter().position(|(id, _)| id == question).unwrap_or_else(|| {
            self.questions.push((question.to_owned(), QuestionCount::default()));
            self.questions.len() - 1
        });
        if let Some((_, counted)) = self.questions.get_mut(at) {
            match event {
                Event::View => counted.seen += count,
                _ => counted.answered += count,
            }
            // With branches a question may have several positions: the first one is used.
            counted.index = [counted.index, index].into_iter().flatten().min();
        }
    }

    /// Adds `count` to an event of an arm. For a view, it is the number that saw any question.
    pub(crate) fn add(&mut self, event: Event, arm: &str, count: f64) {
        *self.by_arm.entry((arm.to_owned(), event)).or_default() += count;
    }

    /// The counts of an arm; `seen` is the event that counts as seeing it.
    fn arm(&self, name: &str, seen: Event) -> Arm {
        let of = |event| self.by_arm.get(&(name.to_owned(), event)).copied().unwrap_or_default();
        Arm {
            name: name.to_owned(),
            seen: of(seen),
            complete: of(Event::Complete),
            cta: of(Event::Cta),
            leads: of(Event::Lead),
        }
    }

    /// The funnel of the counts; `None` if no question was seen.
    pub(crate) fn funnel(mut self, unit: Unit) -> Option<Funnel> {
        self.questions.retain(|(_, counted)| counted.seen > 0.0);
        // Without positions, the questions that more people saw come first. The sort is stable, so the rest keeps its
        // order.
        let place = |counted: &QuestionCount| counted.index.unwrap_or(u32::MAX);
        self.questions.sort_by(|(_, a), (_, b)| place(a).cmp(&place(b)).then_with(|| b.seen.total_cmp(&a.seen)));
        let mut names: Vec<&String> = self.by_arm.keys().map(|(name, _)| name).collect();
        names.dedup();
        let everybody: Vec<Arm> = names.iter().map(|name| self.arm(name, Event::View)).collect();
        // Views from before the draw have no arm: if the arm's own event was counted, it is used.
        let is_told = self.by_arm.keys().any(|(_, event)| *event == Event::Variant);
        let seen = if is_told { Event::Variant } else { Event::View };
        let compared = names.iter().filter(|name| !is_told || !name.is_empty());
        let arms: Vec<Arm> = compared.map(|name| self.arm(name, seen)).collect();
        let sum = |part: fn(&Arm) -> f64| everybody.iter().map(part).sum::<f64>();
        let all = Arm {
            name: String::new(),
            seen: sum(|arm| arm.seen),
            complete: sum(|arm| arm.complete),
            cta: sum(|arm| arm.cta),
            leads: sum(|arm| arm.leads),
        };
        let has_answers = self.has_answers;
        let questions: Vec<Question> = self
            .questions
            .into_iter()
            .map(|(id, QuestionCount { seen, answered, .. })| Question {
                id,
                seen,
                left: has_answers.then(|| (seen - answered).max(0.0)),
            })
            .collect();
        let arms = if arms.len() > 1 { arms } else { Vec::new() };
        (!questions.is_empty()).then_some(Funnel { unit, questions, all, arms })
    }
}
