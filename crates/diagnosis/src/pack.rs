//! The pack, 設問パック: questions, rules, levels, findings and copy as checked data.
//!
//! A [`Pack`] is created only by [`Pack::read`], or decoded from what that has checked, so every promise made here can
//! be relied on.

use std::rc::Rc;

use super::hash::ContentHash;
use super::id::Id;
use super::level::{Level, Levels, Score};

/// A checked pack. Its promises:
///
/// - ids are unique within their kind; every reference resolves;
/// - there is at least one question, and points to earn;
/// - levels descend strictly to 0, and a gate with more missing never allows a higher level, so improving an answer never lowers a verdict;
/// - a pack can be answered to 100 points and the level `ready`.
#[derive(Debug, PartialEq)]
pub struct Pack {
    pub(super) id: Id,
    pub(super) version: Rc<str>,
    pub(super) lang: Rc<str>,
    pub(super) title: Rc<str>,
    pub(super) lead: Rc<str>,
    pub(super) sections: Vec<Rc<Section>>,
    pub(super) questions: Vec<Rc<Question>>,
    pub(super) levels: Levels<LevelText>,
    pub(super) caps: Vec<Rc<Cap>>,
    pub(super) findings: Vec<Rc<Finding>>,
    pub(super) roadmap: Vec<Rc<Stage>>,
    pub(super) next: Vec<Rc<Offer>>,
    pub(super) hash: ContentHash,
}

impl Pack {
    /// The id, such as `readiness`.
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// The version that the author gave, such as `1.0.0`.
    pub fn version(&self) -> &Rc<str> {
        &self.version
    }

    /// The language of the copy, a BCP 47 tag.
    pub fn lang(&self) -> &Rc<str> {
        &self.lang
    }

    /// The title of the diagnosis.
    pub fn title(&self) -> &Rc<str> {
        &self.title
    }

    /// One line that tells the respondent what to expect.
    pub fn intro(&self) -> &Rc<str> {
        &self.lead
    }

    /// The sections in order.
    pub fn sections(&self) -> &[Rc<Section>] {
        &self.sections
    }

    /// The questions of all sections in order.
    pub fn questions(&self) -> &[Rc<Question>] {
        &self.questions
    }

    /// The questions of one section in order.
    pub fn questions_of(&self, section: &Section) -> impl Iterator<Item = &Rc<Question>> {
        let section = section.index;
        let from = self.questions.partition_point(|question| question.section < section);
        self.questions.iter().skip(from).take_while(move |question| question.section == section)
    }

    /// Score ranges and wording of the four levels.
    pub fn levels(&self) -> &Levels<LevelText> {
        &self.levels
    }

    /// The level whose range contains `score`, before any cap.
    pub fn level_of(&self, score: Score) -> Level {
        let reached = |level: &Level| score.get() >= self.levels.get(*level).from;
        Level::ALL.into_iter().find(reached).unwrap_or(Level::Rethink)
    }

    /// The caps in the order of the file.
    pub fn caps(&self) -> &[Rc<Cap>] {
        &self.caps
    }

    /// The findings in the order of the file, which breaks ties between equally pressing ones.
    pub fn findings(&self) -> &[Rc<Finding>] {
        &self.findings
    }

    /// The stages of the roadmap in order, including those that a result may not need; a pack may have none.
    pub fn roadmap(&self) -> &[Rc<Stage>] {
        &self.roadmap
    }

    /// The offers of other packs, in the order of the file; a pack may have none.
    pub fn next(&self) -> &[Rc<Offer>] {
        &self.next
    }

    /// The offer for a result of that level: the first one that applies.
    pub fn offer_at(&self, level: Level) -> Option<&Rc<Offer>> {
        self.next.iter().find(|offer| *offer.levels.get(level))
    }

    /// The hash of the pack's content, independent of formatting and key order.
    pub fn hash(&self) -> &ContentHash {
        &self.hash
    }
}

/// A group of questions under one rule.
#[derive(Debug, PartialEq)]
pub struct Section {
    /// Position in [`Pack::sections`].
    pub index: usize,
    /// Id, unique among sections.
    pub id: Id,
    /// Heading.
    pub title: Rc<str>,
    /// How its answers are scored.
    pub rule: Rule,
}

/// How the answers of a section are scored (source: docs/rules.md, "Three rules").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The sum of the points of the choices.
    Sum,
    /// A gate, met only if every condition is met. It gives no points; caps refer to it.
    AllOf,
    /// The length of the unbroken run from the first rung, times the points of a rung. Caps may refer to it.
    Ladder {
        /// Points of each rung, at least 1.
        points_per_rung: u32,
    },
}

/// A question with its choices.
#[derive(Debug, PartialEq)]
pub struct Question {
    /// Position in [`Pack::questions`].
    pub index: usize,
    /// Position of its section in [`Pack::sections`].
    pub section: usize,
    /// Id, unique in the pack.
    pub id: Id,
    /// One or two words that name the question's topic, for charts and sentences.
    pub topic: Rc<str>,
    /// The question itself.
    pub text: Rc<str>,
    /// One line of help where a non-specialist may need it.
    pub help: Option<Rc<str>>,
    /// Whether the question has check boxes rather than a single choice.
    pub multiple: bool,
    /// The choices: at least two (one for boxes), with ids unique in the question.
    pub choices: Vec<Choice>,
}

impl Question {
    /// The credit of the best answer: the best choice, or all boxes.
    pub fn best(&self) -> u32 {
        let credits = self.choices.iter().map(|choice| choice.credit);
        if self.multiple { credits.sum() } else { credits.max().unwrap_or(0) }
    }

    /// The choices that make the best answer: the choice with the most credit, or every box that counts.
    pub fn best_choices(&self) -> Vec<&Choice> {
        let choices = self.choices.iter();
        if self.multiple {
            choices.filter(|choice| choice.credit > 0).collect()
        } else {
            // Of equally good choices, the first one.
            choices.rev().max_by_key(|choice| choice.credit).into_iter().collect()
        }
    }

    /// The choice to assume where no answer is known: the one with the least credit, preferably one that does not end
    /// the section, because that would hide what follows; the last of equal ones. `None` for boxes.
    pub(super) fn lowest_choices(&self) -> Vec<&Choice> {
        let lowest = self.choices.iter().rev().min_by_key(|choice| (choice.credit, choice.ends_section));
        lowest.filter(|_| !self.multiple).into_iter().collect()
    }

    /// Whether a choice ends the section, so that the questions that follow depend on the answer.
    pub fn branches(&self) -> bool {
        self.choices.iter().any(|choice| choice.ends_section)
    }
}

/// One choice of a question.
#[derive(Debug, PartialEq)]
pub struct Choice {
    /// Id, unique in the question.
    pub id: Id,
    /// Text that the respondent chooses.
    pub label: Rc<str>,
    /// What the choice means for this question.
    pub note: Option<Rc<str>>,
    /// Credit of the choice: points under [`Rule::Sum`]; under the other rules 1 if it meets the condition, else 0.
    pub credit: u32,
    /// Whether the choice fails the rest of the section at once, so that its other questions are not asked. Only for
    /// single choices of a gate.
    pub ends_section: bool,
}

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
    /// Position of the section in [`Pack::sections`], never one of [`Rule::Sum`].
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
    /// Position in [`Pack::findings`].
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
