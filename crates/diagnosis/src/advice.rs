//! What a pack says about answers: the wording of levels, caps, findings, the roadmap, and the pack that fits next.

use std::rc::Rc;

use super::id::Id;
use super::level::{Level, Levels};
use super::pack::Question;

/// Score range and wording of a level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LevelText {
    /// The lowest score of the range, 0..=100.
    pub from: u8,
    /// Name of the level.
    pub title: Rc<str>,
    /// What the level means.
    pub meaning: Rc<str>,
    /// Label of the call to action.
    pub cta: Rc<str>,
    /// What the consultation offers at this level.
    pub cta_note: Rc<str>,
}

/// A ceiling on the level while conditions of a gate or rungs of a ladder are missing.
#[derive(Debug, PartialEq)]
pub struct Cap {
    /// Position of the section in [`Pack::sections`](super::pack::Pack::sections), never one of [`Rule::Sum`](super::pack::Rule::Sum).
    pub section: usize,
    /// Number of conditions that must be missing for the cap to apply (for a ladder: rungs above the unbroken run), at
    /// least 1.
    pub missing: u32,
    /// The best level allowed.
    pub level: Level,
    /// The reason, with the placeholders `{causes}` and `{level}`.
    pub reason: Rc<str>,
    /// The reason if a choice ended the section; without it, [`Cap::reason`] is used.
    pub ended_reason: Option<Rc<str>>,
}

/// A finding, 所見: a gap, the failure it leads to, why, and what to do.
#[derive(Debug, PartialEq)]
pub struct Finding {
    /// Position in [`Pack::findings`](super::pack::Pack::findings).
    pub index: usize,
    /// Id, unique among findings.
    pub id: Id,
    /// Headline.
    pub title: Rc<str>,
    /// The conditions, all of which must hold; at least one.
    pub because: Vec<Condition>,
    /// The failure pattern.
    pub pattern: Rc<str>,
    /// The reason for the failure.
    pub why: Rc<str>,
    /// The first steps, at least one.
    pub steps: Vec<Rc<str>>,
    /// Who acts, at least one entry.
    pub who: Vec<Actor>,
}

/// A condition on the answer to one question.
#[derive(Debug, PartialEq)]
pub struct Condition {
    /// The question.
    pub question: Rc<Question>,
    /// The test applied to the answer.
    pub criterion: Criterion,
}

/// A test of an answer, by positions in [`Question::choices`].
#[derive(Debug, PartialEq)]
pub enum Criterion {
    /// One of these choices was made.
    Is(Vec<usize>),
    /// At least one of these boxes was left empty.
    Lacks(Vec<usize>),
}

/// A stage of the roadmap: some months of work on some of the gaps.
#[derive(Debug, PartialEq)]
pub struct Stage {
    /// Headline.
    pub title: Rc<str>,
    /// Duration in months, 1..=12.
    pub months: u32,
    /// The work of the stage.
    pub text: Rc<str>,
    /// The questions whose gaps require the stage; if empty, every result requires it.
    pub questions: Vec<Rc<Question>>,
}

/// Another pack to take next, with the wording of the offer.
#[derive(Debug, PartialEq)]
pub struct Offer {
    /// The id of that pack. The site determines whether it exists.
    pub pack: Id,
    /// The levels of this pack's result at which it is offered, at least one.
    pub levels: Levels<bool>,
    /// Why it fits, in one sentence.
    pub text: Rc<str>,
    /// The label of the button.
    pub label: Rc<str>,
}

/// Who acts on a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// 経営者
    Executive,
    /// 推進担当者
    Promoter,
    /// 現場
    Floor,
    /// 外部の顧問
    Adviser,
}

impl Actor {
    /// Every role, as packs may name them.
    pub const ALL: [Actor; 4] = [Actor::Executive, Actor::Promoter, Actor::Floor, Actor::Adviser];

    /// The id that packs use.
    pub fn id(self) -> &'static str {
        match self {
            Actor::Executive => "executive",
            Actor::Promoter => "promoter",
            Actor::Floor => "floor",
            Actor::Adviser => "adviser",
        }
    }

    /// The role with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|actor| actor.id() == id)
    }
}
