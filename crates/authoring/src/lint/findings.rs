//! Findings that can never apply, and gaps that no finding explains and no stage of the roadmap works on.

use diagnosis::{Condition, Criterion, Finding, Pack, Question, Rule};
use diagnostics::{Code, Diagnostic};

use super::place_of;

pub(super) fn lint_findings(pack: &Pack, found: &mut Vec<Diagnostic>) {
    for (i, finding) in pack.findings().iter().enumerate() {
        let place = format!("findings[{i}].because");
        if is_dead(pack, finding) {
            found.push(Diagnostic::error(Code::FindingNeverApplies, place));
        } else if finding.because.iter().all(fits_the_best) {
            found.push(Diagnostic::warning(Code::FindingAlwaysFits, place));
        }
    }
    for question in pack.questions() {
        gaps(pack, question, found);
    }
    roadmap(pack, found);
}

/// Whether no run meets all conditions: they exclude each other, or one ends the section before another question is
/// reached.
pub(crate) fn is_dead(pack: &Pack, finding: &Finding) -> bool {
    finding.because.iter().any(|condition| {
        let question = &condition.question;
        let allowed = allowed(finding, question);
        let asks_on = finding.because.iter().any(|other| {
            let later = &other.question;
            later.section == question.section && later.index > question.index
        });
        let is_gate = pack.sections().get(question.section).is_some_and(|section| section.rule == Rule::AllOf);
        let goes_on = |position: &usize| question.choices.get(*position).is_some_and(|choice| !choice.ends_section);
        !question.multiple && !(if asks_on && is_gate { allowed.iter().any(goes_on) } else { !allowed.is_empty() })
    })
}

/// The positions of the choices that satisfy all conditions on a single choice.
fn allowed(finding: &Finding, question: &Question) -> Vec<usize> {
    let fits = |position: &usize| {
        let mine = finding.because.iter().filter(|condition| condition.question.index == question.index);
        mine.map(|condition| &condition.criterion).all(|criterion| match criterion {
            Criterion::Is(any) => any.contains(position),
            Criterion::Lacks(_) => true,
        })
    };
    (0..question.choices.len()).filter(fits).collect()
}

/// Whether the best answer to its question meets a condition.
fn fits_the_best(condition: &Condition) -> bool {
    let question = &condition.question;
    let credit = |position: &usize| question.choices.get(*position).map_or(0, |choice| choice.credit);
    match &condition.criterion {
        Criterion::Is(any) => any.iter().any(|position| credit(position) == question.best()),
        Criterion::Lacks(any) => any.iter().any(|position| credit(position) == 0),
    }
}

/// Reports each answer to `question` that leaves a gap and yields no finding by itself.
fn gaps(pack: &Pack, question: &Question, found: &mut Vec<Diagnostic>) {
    let place = place_of(pack, question);
    for (at, choice) in question.choices.iter().enumerate() {
        let is_gap = if question.multiple { choice.credit > 0 } else { choice.credit < question.best() };
        if !is_gap {
            continue;
        }
        let names = |condition: &Condition| {
            let (Criterion::Is(any) | Criterion::Lacks(any)) = &condition.criterion;
            condition.question.index == question.index && any.contains(&at)
        };
        let place = || format!("{place}.choices[{at}]");
        let id = choice.id.as_str();
        if pack.findings().iter().any(|finding| finding.because.iter().all(names)) {
            continue;
        }
        if pack.findings().iter().any(|finding| finding.because.iter().any(names)) {
            let code = if question.multiple { Code::BoxGapShared } else { Code::ChoiceGapShared };
            found.push(Diagnostic::warning(code, place()).with(id));
        } else {
            let code = if question.multiple { Code::BoxGapUnnamed } else { Code::ChoiceGapUnnamed };
            found.push(Diagnostic::warning(code, place()).with(id).with(question.id.as_str()));
        }
    }
}

/// Gaps that no stage works on, in a pack in which every stage is tied to gaps.
///
/// Every stage is needed by some result: the reader ensures that something can be missing in every question.
fn roadmap(pack: &Pack, found: &mut Vec<Diagnostic>) {
    for (i, stage) in pack.roadmap().iter().enumerate() {
        for (j, question) in stage.questions.iter().enumerate() {
            if stage.questions.iter().take(j).any(|other| other.index == question.index) {
                found.push(Diagnostic::warning(Code::StandsTwice, format!("roadmap[{i}].questions[{j}]")));
            }
        }
    }
    if pack.roadmap().is_empty() || pack.roadmap().iter().any(|stage| stage.questions.is_empty()) {
        return;
    }
    for question in pack.questions() {
        let mut worked_on = pack.roadmap().iter().flat_map(|stage| &stage.questions);
        if !worked_on.any(|other| other.index == question.index) {
            let place = place_of(pack, question);
            found.push(Diagnostic::warning(Code::GapWithoutStage, place).with(question.id.as_str()));
        }
    }
}
