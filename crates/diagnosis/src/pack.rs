//! The pack, 設問パック: questions, rules, levels, findings and copy as checked data.
//!
//! A [`Pack`] comes only from [`Pack::read`], or from what that has checked, so whoever holds one may rely on every promise made here.

use std::rc::Rc;

use super::hash::ContentHash;
use super::id::Id;
use super::level::{Level, Levels, Score};

/// A checked pack. Its promises:
///
/// - ids differ within their kind; every reference leads somewhere;
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

    /// One line that says what awaits the respondent.
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

    /// Bands and wording of the four levels.
    pub fn levels(&self) -> &Levels<LevelText> {
        &self.levels
    }

    /// The level whose band holds `score`, before any cap.
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

    /// The stages of the roadmap in order, also those that a result may not need; a pack may have none.
    pub fn roadmap(&self) -> &[Rc<Stage>] {
        &self.roadmap
    }

    /// What is offered after a result, in the order of the file; a pack may offer nothing.
    pub fn next(&self) -> &[Rc<Offer>] {
        &self.next
    }

    /// The offer of a result of that level: the first that holds there.
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
    /// How its answers count.
    pub rule: Rule,
}

/// How the answers of a section count (source: docs/rules.md, "Three rules").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Points of the choices, added.
    Sum,
    /// A gate, met only if every condition is met. It gives no points; caps hang on it.
    AllOf,
    /// The length of the unbroken run from the first rung, times the points of a rung. Caps may hang on it.
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
    /// A word or two that name the point, for charts and sentences.
    pub topic: Rc<str>,
    /// The question itself.
    pub text: Rc<str>,
    /// One line of help where a layman would stumble.
    pub help: Option<Rc<str>>,
    /// Boxes to tick rather than one choice to make.
    pub multiple: bool,
    /// At least two (one for boxes), ids unique in the question.
    pub choices: Vec<Choice>,
}

impl Question {
    /// The credit of the best answer: the best choice, or all boxes.
    pub fn best(&self) -> u32 {
        let credits = self.choices.iter().map(|choice| choice.credit);
        if self.multiple { credits.sum() } else { credits.max().unwrap_or(0) }
    }

    /// The choices that make the best answer: the choice of most credit, or every box that counts.
    pub fn best_choices(&self) -> Vec<&Choice> {
        let choices = self.choices.iter();
        if self.multiple {
            choices.filter(|choice| choice.credit > 0).collect()
        } else {
            // The first of equally good ones.
            choices.rev().max_by_key(|choice| choice.credit).into_iter().collect()
        }
    }

    /// The choice to assume where nothing is known: of least credit, rather without an end of the section, which would
    /// hide what follows; of equal ones the last. None for boxes.
    pub(super) fn lowest_choices(&self) -> Vec<&Choice> {
        let lowest = self.choices.iter().rev().min_by_key(|choice| (choice.credit, choice.ends_section));
        lowest.filter(|_| !self.multiple).into_iter().collect()
    }

    /// Whether a choice ends the section, so that what follows is not known beforehand.
    pub fn branches(&self) -> bool {
        self.choices.iter().any(|choice| choice.ends_section)
    }
}

/// One choice of a question.
#[derive(Debug, PartialEq)]
pub struct Choice {
    /// Id, unique in the question.
    pub id: Id,
    /// What the respondent chooses.
    pub label: Rc<str>,
    /// What that means for this very question.
    pub note: Option<Rc<str>>,
    /// What it counts: points under [`Rule::Sum`]; under the other rules 1 if it meets the condition, else 0.
    pub credit: u32,
    /// Fails the rest of the section at once: its other questions are not asked. Single choices of a gate only.
    pub ends_section: bool,
}

/// Band and wording of a level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LevelText {
    /// The lowest score of the band, 0..=100.
    pub from: u8,
    /// Name.
    pub title: Rc<str>,
    /// What it means.
    pub meaning: Rc<str>,
    /// Label of the call to action.
    pub cta: Rc<str>,
    /// What the consultation gives at this level.
    pub cta_note: Rc<str>,
}

/// A ceiling on the level while a gate or a ladder is short.
#[derive(Debug, PartialEq)]
pub struct Cap {
    /// Position of the section in [`Pack::sections`], never one of [`Rule::Sum`].
    pub section: usize,
    /// How many conditions must be missing (rungs above the run, for a ladder) for the cap to apply, at least 1.
    pub missing: u32,
    /// The best level allowed.
    pub level: Level,
    /// Why, with `{causes}` and `{level}` to fill in.
    pub reason: Rc<str>,
    /// Why, if a choice ended the section; else [`Cap::reason`] serves.
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
    /// All must hold; at least one.
    pub because: Vec<Condition>,
    /// The failure pattern.
    pub pattern: Rc<str>,
    /// Why it happens.
    pub why: Rc<str>,
    /// First steps, at least one.
    pub steps: Vec<Rc<str>>,
    /// Who acts, at least one.
    pub who: Vec<Actor>,
}

/// What must be true of one question's answer.
#[derive(Debug, PartialEq)]
pub struct Condition {
    /// The question.
    pub question: Rc<Question>,
    /// The test of its answer.
    pub criterion: Criterion,
}

/// A test of an answer, by positions in [`Question::choices`].
#[derive(Debug, PartialEq)]
pub enum Criterion {
    /// One of these was chosen.
    Is(Vec<usize>),
    /// At least one of these boxes was left empty.
    Lacks(Vec<usize>),
}

/// A stage of the roadmap: some months' work on some of the gaps.
#[derive(Debug, PartialEq)]
pub struct Stage {
    /// Headline.
    pub title: Rc<str>,
    /// How long it takes, 1..=12 months.
    pub months: u32,
    /// What is done in it.
    pub text: Rc<str>,
    /// A gap in one of these calls for the stage; with none of them every result does.
    pub questions: Vec<Rc<Question>>,
}

/// Another pack that fits next, with the words that offer it.
#[derive(Debug, PartialEq)]
pub struct Offer {
    /// The id of that pack. Whether there is one by that id is the site's business.
    pub pack: Id,
    /// At which levels of this pack it is offered, at least one.
    pub levels: Levels<bool>,
    /// Why it fits, in a sentence.
    pub text: Rc<str>,
    /// What the button says.
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
    /// Everyone, as packs may name them.
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

    /// Who has that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|actor| actor.id() == id)
    }
}
