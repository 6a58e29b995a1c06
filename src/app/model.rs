//! Where a run stands, and its text form for the session's storage.
//!
//! Text form: the answers as form data, and before them either `.at=QUESTION` (asking) or `.shown=1` (the verdict was
//! shown, so that a reload does not count as a second completion). Ids hold no dot, so no question can be mistaken.

use std::rc::Rc;

use crate::domain::{Answers, Complete, Pack, Question, Verdict, diagnose};

use super::update::{Effect, HostEvent};

/// One run of a pack by one respondent.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Where the run stands.
    pub phase: Phase,
}

/// The phases of a run. A verdict exists only with complete answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// A question is open.
    Asking(Asking),
    /// The verdict is shown.
    Done(Done),
}

/// A question is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// The answers so far.
    pub answers: Answers,
    /// The question on screen.
    pub at: Rc<Question>,
    /// Whether the respondent tried to go on without an answer.
    pub nudge: bool,
}

/// The verdict is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The answers.
    pub complete: Complete,
    /// What they come to.
    pub verdict: Rc<Verdict>,
}

impl Model {
    /// A run without answers.
    pub fn new(pack: Rc<Pack>) -> Self {
        Self::after(Answers::new(pack))
    }

    /// Takes up a run from its text form; what does not fit the pack is passed over.
    ///
    /// The effects tell the host of a verdict that it has not heard of.
    pub fn resume(pack: Rc<Pack>, text: &str) -> (Self, Vec<Effect>) {
        let value_of = |key: &str| text.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
        let answers = Answers::parse(pack, text);
        let at = value_of(".at").and_then(|id| answers.asked().find(|question| question.id.as_str() == id).cloned());
        let model = match at {
            Some(at) => Self { phase: Phase::Asking(Asking { answers, at, nudge: false }) },
            None => Self::after(answers),
        };
        let effects = match &model.phase {
            Phase::Done(done) if value_of(".shown").is_none() => vec![model.save(), HostEvent::complete(done)],
            _ => Vec::new(),
        };
        (model, effects)
    }

    /// The verdict if nothing is open, else the first open question.
    pub(super) fn after(answers: Answers) -> Self {
        let phase = match answers.first_open() {
            Some(at) => Phase::Asking(Asking { answers, at, nudge: false }),
            None => match answers.complete() {
                Ok(complete) => Phase::Done(Done { verdict: Rc::new(diagnose(&complete)), complete }),
                // Not reached: nothing is open. Still no reason to break the host page.
                Err(answers) => return Self::new(Rc::clone(answers.pack())),
            },
        };
        Self { phase }
    }

    /// The answers so far.
    pub fn answers(&self) -> &Answers {
        match &self.phase {
            Phase::Asking(asking) => &asking.answers,
            Phase::Done(done) => done.complete.answers(),
        }
    }

    /// The effect that saves this run.
    pub(super) fn save(&self) -> Effect {
        let place = match &self.phase {
            Phase::Asking(asking) => [".at=", asking.at.id.as_str()].concat(),
            Phase::Done(_) => ".shown=1".to_owned(),
        };
        Effect::Save([&place, "&", &self.answers().encode()].concat())
    }
}
