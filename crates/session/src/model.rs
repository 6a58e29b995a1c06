//! State of a run, and its text form for the session's storage.
//!
//! The text form consists of marks, followed by the answers as form data. Ids contain no dot, so no question can be
//! mistaken for a mark.
//!
//! | mark | meaning |
//! |---|---|
//! | `.at=QUESTION` | asking, with this question on screen |
//! | `.shown=1` | the verdict was shown, so that a reload does not count as a second completion |
//! | `.day=N` | with that: the result was opened from a link, and is of that day |
//! | `.earlier=CODE` | an earlier result of the same respondent |
//! | `.owner=CODE`, `.promoter=CODE` | the result of the other person, who is the one named |
//! | `.open=CODE` | only read: show this result |
//! | `.kept=1` | only read: the respondent allowed keeping results on the device |
//! | `.offered=1` | not read here: the respondent began this pack by an offer; the model's first save drops it |

use std::rc::Rc;

use diagnosis::{Answers, Complete, Pack, Question, SavedResult, Verdict, diagnose};

use super::event::{Effect, HostEvent};

/// A run of one pack by one respondent.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Phase of the run.
    pub phase: Phase,
    /// The current day, in whole days since 1970-01-01 UTC.
    pub today: u32,
    /// An earlier result of the same respondent, for comparison.
    pub earlier: Option<SavedResult>,
    /// The result of another person of the same company, and who that is.
    pub other: Option<(Role, SavedResult)>,
    /// Whether finished results are stored on the device.
    pub is_saved: bool,
    /// Whether to report that an invalid code was given. The first event with an effect resets it.
    pub notice: bool,
}

/// Who answered, where two people of one company answer the same pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// 経営者
    Owner,
    /// 推進担当者
    Promoter,
}

impl Role {
    fn mark(self) -> &'static str {
        match self {
            Role::Owner => ".owner=",
            Role::Promoter => ".promoter=",
        }
    }
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
    pub current_question: Rc<Question>,
    /// Whether the respondent tried to go on without an answer.
    pub nudge: bool,
}

/// The verdict is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The answers.
    pub complete: Complete,
    /// The verdict on the answers.
    pub verdict: Rc<Verdict>,
    /// The day of the result, in whole days since 1970-01-01 UTC.
    pub day: u32,
    /// Whether it was opened from a link, so that its day or person may differ.
    pub opened: bool,
    /// Gaps that the respondent tries to close, in the order of the pack.
    pub tried: Vec<Rc<Question>>,
    /// The verdict with those gaps closed; `None` while none is tried.
    pub what_if: Option<Rc<Verdict>>,
}

impl Done {
    fn new(complete: Complete, day: u32, opened: bool) -> Self {
        let verdict = Rc::new(diagnose(&complete));
        Self { complete, verdict, day, opened, tried: Vec::new(), what_if: None }
    }

    /// Whether the respondent tries to close the gap in `question`.
    pub(super) fn is_tried(&self, question: &Question) -> bool {
        self.tried.binary_search_by_key(&question.index, |tried| tried.index).is_ok()
    }

    /// This result in the form that is stored or shared; [`SavedResult::encode`] makes its code. Tried changes are not
    /// included.
    pub fn saved_result(&self) -> SavedResult {
        SavedResult { complete: self.complete.clone(), day: self.day }
    }
}

impl Phase {
    /// The verdict if no question is open, else the first open question.
    pub(super) fn after(answers: Answers, today: u32) -> Self {
        match answers.first_open() {
            Some(current_question) => Phase::Asking(Asking { answers, current_question, nudge: false }),
            None => match answers.complete() {
                Ok(complete) => Phase::Done(Done::new(complete, today, false)),
                // Unreachable: no question is open. The fallback avoids a panic in the host page.
                Err(answers) => Phase::after(Answers::new(Rc::clone(answers.pack())), today),
            },
        }
    }
}

impl Model {
    /// A run without answers. `today` counts whole days since 1970-01-01 UTC.
    pub fn new(pack: Rc<Pack>, today: u32) -> Self {
        let phase = Phase::after(Answers::new(pack), today);
        Self { phase, today, earlier: None, other: None, is_saved: false, notice: false }
    }

    /// Restores a run from its text form; ignores entries that do not fit the pack. Of several equal marks the first
    /// counts.
    /// The effects notify the host of a verdict that it does not know yet, and replace codes that are used up or
    /// invalid.
    pub fn resume(pack: Rc<Pack>, text: &str, today: u32) -> (Self, Vec<Effect>) {
        let value_of = |mark: &str| text.split('&').find_map(|pair| pair.strip_prefix(mark));
        let mut model = Self::new(Rc::clone(&pack), today);
        // A stored result may be of an older version, and nobody has just opened it, so no error is reported.
        model.earlier = value_of(".earlier=").and_then(|code| SavedResult::decode(&pack, code));
        let mut past_of = |mark: &str| {
            let code = value_of(mark)?;
            let past = SavedResult::decode(&pack, code);
            model.notice |= past.is_none();
            past
        };
        let open = past_of(".open=");
        let other = |role: Role| past_of(role.mark()).map(|past| (role, past));
        model.other = [Role::Owner, Role::Promoter].into_iter().find_map(other);
        model.is_saved = value_of(".kept=1").is_some();
        let is_open = open.is_some();
        model.phase = match open {
            Some(past) => Phase::Done(Done::new(past.complete, past.day, true)),
            None => {
                let answers = Answers::parse(pack, text);
                let current_question = value_of(".at=").and_then(|id| {
                    answers.visible_questions().find(|current_question| current_question.id.as_str() == id).cloned()
                });
                match current_question {
                    Some(current_question) => Phase::Asking(Asking { answers, current_question, nudge: false }),
                    None => Phase::after(answers, today),
                }
            }
        };
        if let Phase::Done(done) = &mut model.phase
            && let Some(day) = value_of(".day=").and_then(|day| day.parse().ok())
            && !is_open
        {
            (done.day, done.opened) = (day, true);
        }
        let effects = match &model.phase {
            Phase::Done(done) if !done.opened && value_of(".shown=").is_none() => model.completed(done),
            _ if model.notice || value_of(".open=").is_some() => vec![model.save()],
            _ => Vec::new(),
        };
        (model, effects)
    }

    /// The answers so far.
    pub fn answers(&self) -> &Answers {
        match &self.phase {
            Phase::Asking(asking) => &asking.answers,
            Phase::Done(done) => done.complete.answers(),
        }
    }

    /// The effects of a verdict that has just been reached.
    pub(super) fn completed(&self, done: &Done) -> Vec<Effect> {
        let mut effects = vec![self.save(), Effect::Emit(HostEvent::Complete(Rc::clone(&done.verdict)))];
        effects.extend(self.is_saved.then(|| Effect::Keep(done.saved_result().encode())));
        effects
    }

    /// The effect that saves this run, or clears the storage if there is nothing to save.
    pub(super) fn save(&self) -> Effect {
        let mut text = String::new();
        let mut add = |mark: &str, value: &str| {
            if !text.is_empty() {
                text.push('&');
            }
            text.push_str(mark);
            text.push_str(value);
        };
        let answers = self.answers().encode();
        match &self.phase {
            Phase::Asking(asking) if !answers.is_empty() => add(".at=", asking.current_question.id.as_str()),
            Phase::Asking(_) => {}
            Phase::Done(done) => {
                add(".shown=", "1");
                if done.opened {
                    add(".day=", &done.day.to_string());
                }
            }
        }
        if let Some(past) = &self.earlier {
            add(".earlier=", &past.encode());
        }
        if let Some((role, past)) = &self.other {
            add(role.mark(), &past.encode());
        }
        if !answers.is_empty() {
            add("", &answers);
        }
        Effect::Save(text)
    }
}
