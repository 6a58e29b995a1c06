//! From counts of events to a funnel.

use std::collections::BTreeMap;

use crate::event::Event;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Visits, each once.
    Visits,
    /// People, as the analytics know them.
    Users,
    /// Events: who went back, or reloaded, counts again.
    Events,
}

/// A question in the order of the run.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// How many saw it.
    pub seen: f64,
    /// How many of them left here, without an answer; `None` where the export does not say.
    pub left: Option<f64>,
}

/// One arm of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Its name; empty for runs without one.
    pub name: String,
    /// How many saw it: a question, or where that is told, the arm.
    pub seen: f64,
    /// How many reached a verdict.
    pub complete: f64,
    /// How many followed the call to action.
    pub cta: f64,
    /// How many became a lead.
    pub leads: f64,
}

/// Where people leave.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// What is counted.
    pub unit: Unit,
    /// The questions in the order of the run; at least one.
    pub questions: Vec<Question>,
    /// All together.
    pub all: Arm,
    /// The arms by their names, where there is more than one.
    pub arms: Vec<Arm>,
}

/// What was counted of one question.
#[derive(Clone, Debug, Default)]
pub(crate) struct QuestionCount {
    pub(crate) seen: f64,
    pub(crate) answered: f64,
    /// Its place, as far as it was told.
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
    /// Counts `count` of an event of a question.
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
            // With branches a question may have several places: the first one.
            counted.index = [counted.index, index].into_iter().flatten().min();
        }
    }

    /// Counts `count` of an event of an arm. A view is that of whoever saw any question.
    pub(crate) fn add(&mut self, event: Event, arm: &str, count: f64) {
        *self.by_arm.entry((arm.to_owned(), event)).or_default() += count;
    }

    /// An arm, which was seen by whoever had that event.
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

    /// The funnel of what was counted; `None` where nobody saw a question.
    pub(crate) fn funnel(mut self, unit: Unit) -> Option<Funnel> {
        self.questions.retain(|(_, counted)| counted.seen > 0.0);
        // Without places those that more people saw come first. The sort is stable: the rest stays as it was found.
        let place = |counted: &QuestionCount| counted.index.unwrap_or(u32::MAX);
        self.questions.sort_by(|(_, a), (_, b)| place(a).cmp(&place(b)).then_with(|| b.seen.total_cmp(&a.seen)));
        let mut names: Vec<&String> = self.by_arm.keys().map(|(name, _)| name).collect();
        names.dedup();
        let everybody: Vec<Arm> = names.iter().map(|name| self.arm(name, Event::View)).collect();
        // Views from before the draw bear no arm: where it was told that an arm was shown, that counts.
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
