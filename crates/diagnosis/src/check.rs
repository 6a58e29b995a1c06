//! The promises of a [`Pack`] that span more than one place of the file.

use std::rc::Rc;

use diagnostics::Code;

use super::level::Level;
use super::pack::{Pack, Question, Rule};
use super::reader::Reader;

/// The parts of a pack that could be read, so that rules that span them can be checked.
pub(super) struct Sound {
    pub(super) sections: bool,
    pub(super) questions: bool,
    /// Whether the order and bounds of the levels could be read.
    pub(super) levels: bool,
    /// Whether each cap could be read.
    pub(super) caps: Vec<bool>,
}

/// Records every broken promise at its place under `r`, where the parts that it spans could be read.
pub(super) fn promises(pack: &Pack, sound: &Sound, r: &Reader) {
    r.unique(pack.sections.iter().map(|section| (&section.id, format!("sections[{}].id", section.index))));
    r.unique(pack.questions.iter().map(|question| (&question.id, place_of(pack, question) + ".id")));
    r.unique(pack.findings.iter().enumerate().map(|(i, finding)| (&finding.id, format!("findings[{i}].id"))));
    if sound.sections && pack.sections.iter().all(|section| section.rule == Rule::AllOf) {
        r.report(r.error("sections", Code::NothingToScore));
    }
    if possible(pack) > POSSIBLE_MAX {
        r.report(r.error("sections", Code::TooManyPoints).with(POSSIBLE_MAX as u32));
    }
    if sound.levels {
        levels_descend(pack, r);
    }
    caps_tighten(pack, sound, r);
}

/// The place of a question in the file.
fn place_of(pack: &Pack, question: &Question) -> String {
    let before =
        pack.questions.iter().filter(|other| other.section == question.section && other.index < question.index);
    format!("sections[{}].questions[{}]", question.section, before.count())
}

/// Maximum number of points of a pack: a hundred times as many still fit the arithmetic of scores.
const POSSIBLE_MAX: u64 = 10_000_000;

fn possible(pack: &Pack) -> u64 {
    let of = |question: &Rc<Question>| match pack.sections.get(question.section).map(|section| section.rule) {
        Some(Rule::Sum) => question.best(),
        Some(Rule::Ladder { points_per_rung }) => points_per_rung,
        _ => 0,
    };
    pack.questions.iter().map(|question| u64::from(of(question))).sum()
}

fn levels_descend(pack: &Pack, r: &Reader) {
    let from: Vec<u8> = Level::ALL.into_iter().map(|level| pack.levels.get(level).from).collect();
    let descend = from.iter().zip(from.iter().skip(1)).all(|(higher, lower)| higher > lower);
    if !descend || from.last() != Some(&0) {
        r.report(r.error("levels", Code::LevelsNotFalling));
    }
}

fn caps_tighten(pack: &Pack, sound: &Sound, r: &Reader) {
    let caps: Vec<_> = pack.caps.iter().zip(&sound.caps).enumerate().filter(|(_, (_, is_sound))| **is_sound).collect();
    for (at, (i, (cap, _))) in caps.iter().enumerate() {
        let place = format!("caps[{i}]");
        let max = pack.questions.iter().filter(|question| question.section == cap.section).count();
        if sound.questions && cap.missing as usize > max {
            r.report(r.error(&place, Code::CapCanNeverApply).with(max as u32));
        }
        let others = caps.iter().skip(at + 1).map(|(_, (other, _))| other);
        for other in others.filter(|other| other.section == cap.section) {
            let looser = (other.missing > cap.missing && other.level > cap.level)
                || (other.missing < cap.missing && other.level < cap.level);
            if looser || other.missing == cap.missing {
                r.report(r.error(&place, Code::CapsContradict));
            }
        }
    }
}
