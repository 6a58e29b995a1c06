//! The pack, 設問パック: questions, rules, levels, findings and copy as checked data.
//!
//! A [`Pack`] is created only by [`Pack::read`], or decoded from what that has checked, so every promise made here can
//! be relied on.

use std::rc::Rc;

use super::advice::{Cap, Finding, LevelText, Offer, Stage};
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
