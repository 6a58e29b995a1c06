//! The verdict: one pure, total function of complete answers.

use std::rc::Rc;

use super::advice::{Cap, Condition, Criterion, Finding, Stage};
use super::answers::{Answers, Complete};
use super::hash::ContentHash;
use super::id::Id;
use super::level::{Level, Score};
use super::pack::Question;
use super::rules::{SectionOutcome, lost, section_outcome};
use super::way_up::{self, WayUp, sorted_descending};

/// Result of a run, with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The score, 0 to 100.
    pub score: Score,
    /// The level of the score, lowered by the caps.
    pub level: Level,
    /// The level of the score alone.
    pub level_of_score: Level,
    /// The outcome of each section, in order.
    pub outcomes: Vec<SectionOutcome>,
    /// Every cap that applies, the strictest of each section, even where the score alone gives a lower level.
    pub caps: Vec<CapHit>,
    /// The findings, the most pressing first: causes of a cap that lowered the level, then by points lost.
    pub findings: Vec<FindingHit>,
    /// How to reach the next level; `None` at the top.
    pub way_up: Option<WayUp>,
    /// The stages of the pack's roadmap that this result needs, in order.
    pub roadmap: Vec<StageHit>,
    /// The exact pack that this verdict was computed with.
    pub receipt: Receipt,
}

/// A cap that applies, with its cause.
#[derive(Clone, Debug, PartialEq)]
pub struct CapHit {
    /// The cap.
    pub cap: Rc<Cap>,
    /// The answers that cause it: if all of them were the best, the cap would not apply. Never empty.
    pub causes: Vec<Rc<Question>>,
    /// The question whose answer ended the section, if one did; it is among the causes.
    pub ended_by: Option<Rc<Question>>,
}

/// A finding that applies.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingHit {
    /// The finding.
    pub finding: Rc<Finding>,
    /// The questions whose answers produced it, in the order of its conditions. Never empty.
    pub because: Vec<Rc<Question>>,
}

/// A stage that is needed, with its months.
#[derive(Clone, Debug, PartialEq)]
pub struct StageHit {
    /// The stage.
    pub stage: Rc<Stage>,
    /// Its first month; the first stage starts in month 1, and each later one in the month after the previous stage
    /// ends.
    pub from: u32,
    /// Its last month.
    pub to: u32,
}

/// Identifies the exact pack, so that a verdict can be recomputed years later.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// Id of the pack.
    pub pack: Id,
    /// Version of the pack.
    pub version: Rc<str>,
    /// Hash of the pack's content.
    pub content_hash: ContentHash,
}

/// Diagnoses complete answers. The same answers always give the same verdict.
pub fn diagnose(complete: &Complete) -> Verdict {
    let answers = complete.answers();
    let pack = answers.pack();
    let outcomes: Vec<SectionOutcome> =
        pack.sections().iter().map(|section| section_outcome(answers, section)).collect();
    let score = Score::of(total(&outcomes, |o| o.earned), total(&outcomes, |o| o.possible));
    let level_of_score = pack.level_of(score);
    let caps: Vec<CapHit> = outcomes.iter().filter_map(|outcome| cap_hit(answers, outcome)).collect();
    let level = caps.iter().map(|hit| hit.cap.level).fold(level_of_score, Level::min);
    let binding = caps.iter().filter(|hit| hit.cap.level == level && level < level_of_score);
    let holding: Vec<usize> = binding.map(|hit| hit.cap.section).collect();
    Verdict {
        score,
        level,
        level_of_score,
        findings: findings(answers, &holding),
        way_up: level.above().and_then(|target| way_up::shortest(answers, &outcomes, target)),
        roadmap: roadmap(answers),
        outcomes,
        caps,
        receipt: Receipt {
            pack: pack.id().clone(),
            version: Rc::clone(pack.version()),
            content_hash: pack.hash().clone(),
        },
    }
}

/// Adds up one number over all outcomes.
pub(super) fn total(outcomes: &[SectionOutcome], part: impl Fn(&SectionOutcome) -> u32) -> u32 {
    outcomes.iter().map(part).sum()
}

/// The strictest cap of the section that applies.
fn cap_hit(answers: &Answers, outcome: &SectionOutcome) -> Option<CapHit> {
    let section = outcome.section.index;
    let applies = |cap: &&Rc<Cap>| cap.section == section && outcome.missing >= cap.missing;
    Some(CapHit {
        cap: Rc::clone(answers.pack().caps().iter().filter(applies).max_by_key(|cap| cap.missing)?),
        causes: outcome.gaps.clone(),
        ended_by: answers.end_of_section(section).cloned(),
    })
}

fn roadmap(answers: &Answers) -> Vec<StageHit> {
    let mut to = 0;
    let mut hits = Vec::new();
    for stage in answers.pack().roadmap() {
        if stage.questions.is_empty() || stage.questions.iter().any(|question| answers.is_gap(question)) {
            let from = to + 1;
            to += stage.months;
            hits.push(StageHit { stage: Rc::clone(stage), from, to });
        }
    }
    hits
}

/// The findings of these answers; a gap in one of the sections `holding` the level down is most pressing.
fn findings(answers: &Answers, holding: &[usize]) -> Vec<FindingHit> {
    let pressing = |hit: &FindingHit| {
        let holds = |question: &Question| holding.contains(&question.section) && answers.is_gap(question);
        hit.because
            .iter()
            .map(|question| (holds(question), lost(answers, question)))
            .fold((false, 0), |most, next| (most.0 || next.0, most.1.max(next.1)))
    };
    let hits = answers.pack().findings().iter().filter_map(|finding| hit(answers, finding));
    sorted_descending(hits, pressing)
}

fn hit(answers: &Answers, finding: &Rc<Finding>) -> Option<FindingHit> {
    let holds = finding.because.iter().all(|condition| holds(answers, condition));
    let questions = finding.because.iter().map(|condition| Rc::clone(&condition.question));
    holds.then(|| FindingHit { finding: Rc::clone(finding), because: questions.collect() })
}

fn holds(answers: &Answers, Condition { question, criterion }: &Condition) -> bool {
    let has = |position: &usize| answers.has(question, *position);
    answers.is_visible(question)
        && match criterion {
            Criterion::Is(any) => any.iter().any(has),
            Criterion::Lacks(any) => any.iter().any(|position| !has(position)),
        }
}
