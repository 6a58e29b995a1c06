//! Reads what a pack says about answers: caps, findings, the roadmap, and the pack that fits next.

use std::rc::Rc;

use diagnostics::Code;

use super::advice::{Actor, Cap, Condition, Criterion, Finding, Offer, Stage};
use super::format::{self, MONTHS_MAX, POINTS_MAX};
use super::id::Id;
use super::level::{Level, Levels};
use super::pack::{Choice, Question, Rule};
use super::read::{Known, level_of, read_level};
use super::reader::Reader;

/// A cap, and whether section, number and level could be read.
pub(super) fn read_cap(r: &Reader, known: &Known) -> (Rc<Cap>, bool) {
    r.only(format::CAP);
    let mark = r.mark();
    let id = r.id("section");
    let section = known.sections.iter().position(|section| section.id == id && section.rule != Rule::Sum);
    if section.is_none() && known.are_sections_sound && !id.is_placeholder() {
        r.report(r.error("section", Code::UnknownGate));
    }
    let (missing, level) = (r.number("missing", 1, POINTS_MAX), read_level(r, "level"));
    let is_sound = r.is_sound_since(mark) && section.is_some();
    let cap = Cap {
        section: section.unwrap_or_default(),
        missing,
        level,
        reason: r.text("reason"),
        ended_reason: r.text_if_any("ended_reason"),
    };
    (Rc::new(cap), is_sound)
}

pub(super) fn read_finding(index: usize, r: &Reader, known: &Known) -> Finding {
    r.only(format::FINDING);
    Finding {
        index,
        id: r.id("id"),
        title: r.text("title"),
        because: r.list("because", 1).iter().filter_map(|r| read_condition(r, known)).collect(),
        pattern: r.text("pattern"),
        why: r.text("why"),
        steps: r.list("steps", 1).iter().map(Reader::as_text).collect(),
        who: r.list("who", 1).iter().filter_map(read_actor).collect(),
    }
}

pub(super) fn read_stage(r: &Reader, known: &Known) -> Stage {
    r.only(format::STAGE);
    let ids = r.list("questions", 0);
    Stage {
        title: r.text("title"),
        months: r.number("months", 1, MONTHS_MAX),
        text: r.text("text"),
        questions: ids.iter().filter_map(|r| find_question(r, "", r.as_id(), known)).collect(),
    }
}

pub(super) fn read_offer(r: &Reader) -> Offer {
    r.only(format::OFFER);
    let named = r.child("levels").map(|_| r.list("levels", 1));
    let named: Option<Vec<Level>> = named.map(|places| places.iter().map(|r| level_of(r, "", &r.as_text())).collect());
    let holds = |level: Level| named.as_ref().is_none_or(|named| named.contains(&level));
    Offer {
        pack: r.id("pack"),
        levels: Levels {
            ready: holds(Level::Ready),
            nearly: holds(Level::Nearly),
            prepare: holds(Level::Prepare),
            rethink: holds(Level::Rethink),
        },
        text: r.text("text"),
        label: r.text("label"),
    }
}

/// The question whose id is under `key` of `r`.
fn find_question(r: &Reader, key: &str, id: Id, known: &Known) -> Option<Rc<Question>> {
    let question = known.questions.iter().find(|question| question.id == id);
    if question.is_none() && known.are_questions_sound && !id.is_placeholder() {
        r.report(r.error(key, Code::UnknownQuestion));
    }
    question.cloned()
}

fn read_condition(r: &Reader, known: &Known) -> Option<Condition> {
    let question = find_question(r, "question", r.id("question"), known)?;
    let (key, keys) = if question.multiple { ("lacks", format::CONDITION_LACKS) } else { ("is", format::CONDITION_IS) };
    r.only(keys);
    let choices = read_choices(r, key, &question);
    let criterion = if question.multiple { Criterion::Lacks(choices) } else { Criterion::Is(choices) };
    Some(Condition { question, criterion })
}

fn read_choices(r: &Reader, key: &str, question: &Question) -> Vec<usize> {
    // If an id occurs twice, one of the two was probably meant to be different.
    let is_sound = |(i, choice): (usize, &Choice)| {
        !choice.id.is_placeholder() && question.choices.iter().take(i).all(|other| other.id != choice.id)
    };
    let are_sound = !question.choices.is_empty() && question.choices.iter().enumerate().all(is_sound);
    let find = |r: &Reader| {
        let id = r.as_id();
        let found = question.choices.iter().position(|choice| choice.id == id);
        if found.is_none() && are_sound && !id.is_placeholder() {
            r.report(r.error("", Code::UnknownChoice).with(question.id.as_str()));
        }
        found
    };
    r.list(key, 1).iter().filter_map(find).collect()
}

fn read_actor(r: &Reader) -> Option<Actor> {
    let actor = Actor::from_id(&r.as_text());
    if actor.is_none() {
        r.report(r.error("", Code::UnknownActor).with_list(Actor::ALL.map(Actor::id)));
    }
    actor
}
