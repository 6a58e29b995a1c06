//! The promises of a [`Pack`] that span more than one place of the file.

use std::rc::Rc;

use super::level::Level;
use super::pack::{Pack, Question, Rule};
use super::reader::Reader;

/// Notes every broken promise at its place under `r`.
pub(super) fn promises(pack: &Pack, r: &Reader) {
    r.unique("sections", pack.sections.iter().map(|section| &section.id));
    r.unique("sections", pack.questions.iter().map(|question| &question.id));
    r.unique("findings", pack.findings.iter().map(|finding| &finding.id));
    if pack.sections.iter().all(|section| section.rule == Rule::AllOf) {
        r.fault("sections", "there is nothing to score", "give one section the rule sum or ladder");
    }
    if possible(pack) > POSSIBLE_MAX {
        r.fault("sections", "there are too many points", "write smaller ones: the best answers may give 10000000");
    }
    levels_descend(pack, r);
    caps_tighten(pack, r);
}

/// Most points of a pack: a hundred times as many still fit the arithmetic of scores.
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
        r.fault("levels", "`from` must fall from level to level", "end with 0 for rethink, such as 80, 50, 20, 0");
    }
}

fn caps_tighten(pack: &Pack, r: &Reader) {
    for (i, cap) in pack.caps.iter().enumerate() {
        let place = ["caps[", &i.to_string(), "]"].concat();
        let most = pack.questions.iter().filter(|question| question.section == cap.section).count();
        if cap.missing as usize > most {
            let mend = ["the section has ", &most.to_string(), " conditions: write that or less"].concat();
            r.fault(&place, "can never apply", &mend);
        }
        let others = pack.caps.iter().skip(i + 1).filter(|other| other.section == cap.section);
        for other in others {
            let looser = (other.missing > cap.missing && other.level > cap.level)
                || (other.missing < cap.missing && other.level < cap.level);
            if looser || other.missing == cap.missing {
                r.fault(&place, "contradicts another cap of its section", "the more is missing, the lower the level");
            }
        }
    }
}
