//! A run driven from outside, as a respondent would, and two results to begin it with.

use std::rc::Rc;

use diagnosis::{Id, Pack, SavedResult};
use session::{Done, Effect, Event, HostEvent, Model, Phase, update};

use super::{answered, readiness};

/// Eight answers: everything in place but three points.
pub(crate) const MINE: &str = "purpose=met&involvement=met&measurement=unmet&security=met&expectation=partly\
                    &authority=met&time=partly&skill=process&skill=ai&skill=communication";
/// Six answers, with nobody to carry it.
pub(crate) const THEIRS: &str =
    "purpose=partly&involvement=met&measurement=met&security=met&expectation=met&authority=none";
pub(crate) const TODAY: u32 = 20_778;
pub(crate) const THEN: u32 = 20_600;

pub(crate) fn saved_result(answers: &str) -> SavedResult {
    SavedResult { complete: answered(&readiness(), answers), day: THEN }
}

pub(crate) fn code(answers: &str) -> String {
    saved_result(answers).encode()
}

/// The code of `answers` with one answer changed, as by a slip of the pen.
pub(crate) fn damaged(answers: &str) -> String {
    code(answers).replacen(".1", ".2", 2)
}

/// Drives a run as a respondent would.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) model: Model,
    /// Of taking up the run, then of the last event.
    pub(crate) effects: Vec<Effect>,
    /// What the session holds.
    pub(crate) saved: String,
}

impl Run {
    pub(crate) fn of(pack: Rc<Pack>, text: &str) -> Self {
        let (model, effects) = Model::resume(pack, text, TODAY);
        let mut run = Self { model, effects, saved: text.to_owned() };
        run.keep_session();
        run
    }

    pub(crate) fn take_up(text: &str) -> Self {
        thread_local!(static PACK: Rc<Pack> = readiness());
        Self::of(PACK.with(Rc::clone), text)
    }

    pub(crate) fn send(&mut self, event: Event) -> &mut Self {
        (self.model, self.effects) = update(self.model.clone(), event);
        self.keep_session();
        self
    }

    fn keep_session(&mut self) {
        for effect in &self.effects {
            if let Effect::Save(text) = effect {
                self.saved.clone_from(text);
            }
        }
    }

    pub(crate) fn choose(&mut self, question: &str, choice: &str) -> &mut Self {
        self.send(Event::Choose { question: Id::new(question).unwrap(), choice: Id::new(choice).unwrap() })
    }

    pub(crate) fn try_out(&mut self, question: &str) -> &mut Self {
        self.choose(question, "whatever")
    }

    pub(crate) fn answer(&mut self, question: &str, choice: &str) -> &mut Self {
        self.choose(question, choice).send(Event::Next { question: Id::new(question).unwrap() })
    }

    /// Answers everything, so that the verdict is reached.
    pub(crate) fn finish(&mut self) -> &mut Self {
        for id in ["purpose", "involvement", "measurement", "security", "expectation"] {
            self.answer(id, "met");
        }
        self.answer("authority", "none")
    }

    pub(crate) fn done(&self) -> &Done {
        let Phase::Done(done) = &self.model.phase else { panic!("still asking: {}", self.model.answers().encode()) };
        done
    }

    pub(crate) fn at(&self) -> &str {
        match &self.model.phase {
            Phase::Asking(asking) => asking.current_question.id.as_str(),
            Phase::Done(_) => "done",
        }
    }

    pub(crate) fn tells_completion(&self) -> bool {
        self.effects.iter().any(|effect| matches!(effect, Effect::Emit(HostEvent::Complete(_))))
    }

    pub(crate) fn keeps(&self) -> Vec<&str> {
        let mut codes = Vec::new();
        for effect in &self.effects {
            if let Effect::Keep(code) = effect {
                codes.push(code.as_str());
            }
        }
        codes
    }
}
