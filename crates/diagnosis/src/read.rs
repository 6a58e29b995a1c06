//! Reads `pack/v1` into a [`Pack`]: this module checks the form of each value, `check` the promises that span the file.

use std::cell::RefCell;
use std::rc::Rc;

use diagnostics::{Code, Diagnostics};

use super::advice::{Cap, LevelText};
use super::check::{self, Sound};
use super::format::{self, FORMAT, FROM_MAX, POINTS_MAX, QUESTIONS_MAX, RULES};
use super::hash::ContentHash;
use super::level::{Level, Levels};
use super::pack::{Choice, Pack, Question, Rule, Section};
use super::read_advice::{read_cap, read_finding, read_offer, read_stage};
use super::reader::Reader;
use super::value::Value;

impl Pack {
    /// Validates `value` and turns it into a pack.
    ///
    /// # Errors
    ///
    /// Every fault found, with its path and fix; never empty.
    ///
    /// ```
    /// use diagnosis::{Pack, Value};
    /// let value: Value = serde_json::from_str(r#"{ "format": "pack/v2" }"#).unwrap();
    /// let faults = Pack::read(&value).unwrap_err();
    /// assert_eq!(faults.0[0].to_string(), "format: is not a format that this version reads; write \"pack/v1\"");
    /// ```
    pub fn read(value: &Value) -> Result<Self, Diagnostics> {
        let faults = RefCell::new(Diagnostics::default());
        let pack = read_pack(&Reader::root(value, &faults));
        let faults = faults.into_inner();
        if faults.0.is_empty() { Ok(Pack { hash: ContentHash::of(value), ..pack }) } else { Err(faults) }
    }
}

/// Sections and questions, which the rest of a pack refers to.
pub(super) struct Known {
    pub(super) sections: Vec<Rc<Section>>,
    pub(super) questions: Vec<Rc<Question>>,
    /// Whether every section could be read, so that an unresolved reference is a fault.
    pub(super) are_sections_sound: bool,
    /// Whether every question could be read, so that an unresolved reference is a fault.
    pub(super) are_questions_sound: bool,
}

fn read_pack(r: &Reader) -> Pack {
    let format = r.text("format");
    if !format.is_empty() && &*format != FORMAT {
        r.report(r.error("format", Code::UnknownFormat));
    }
    r.only(format::PACK);
    r.text_if_any("$schema");
    let known = read_sections(r);
    // Older packs have no roadmap and no offers.
    let list_if_any = |key| r.child(key).map(|_| r.list(key, 0)).unwrap_or_default();
    let (id, version, lang, title, lead) =
        (r.id("id"), r.text("version"), r.text("lang"), r.text("title"), r.text("lead"));
    let (levels, are_levels_sound) = read_levels(r);
    let caps: Vec<(Rc<Cap>, bool)> = r.list("caps", 0).iter().map(|r| read_cap(r, &known)).collect();
    let sound = Sound {
        sections: known.are_sections_sound,
        questions: known.are_questions_sound,
        levels: are_levels_sound,
        caps: caps.iter().map(|(_, is_sound)| *is_sound).collect(),
    };
    let pack = Pack {
        id,
        version,
        lang,
        title,
        lead,
        levels,
        caps: caps.into_iter().map(|(cap, _)| cap).collect(),
        findings: r.list("findings", 0).iter().enumerate().map(|(i, r)| Rc::new(read_finding(i, r, &known))).collect(),
        roadmap: list_if_any("roadmap").iter().map(|r| Rc::new(read_stage(r, &known))).collect(),
        next: list_if_any("next").iter().map(|r| Rc::new(read_offer(r))).collect(),
        sections: known.sections,
        questions: known.questions,
        hash: ContentHash::default(),
    };
    check::promises(&pack, &sound, r);
    pack
}

fn read_sections(r: &Reader) -> Known {
    let places = r.list("sections", 1);
    let mut known = Known {
        sections: Vec::new(),
        questions: Vec::new(),
        are_sections_sound: !places.is_empty(),
        are_questions_sound: !places.is_empty(),
    };
    for r in &places {
        let section = read_section(r, &mut known);
        known.are_sections_sound &= !section.id.is_placeholder();
        known.sections.push(Rc::new(section));
    }
    known.are_questions_sound &= known.questions.iter().all(|question| !question.id.is_placeholder());
    if known.questions.len() > QUESTIONS_MAX {
        r.report(r.error("sections", Code::TooManyQuestions).with(QUESTIONS_MAX as u32));
        // The pack is refused anyway; checking all of them would only take time.
        known.questions.clear();
        known.are_questions_sound = false;
    }
    known
}

fn read_section(r: &Reader, known: &mut Known) -> Section {
    let index = known.sections.len();
    let rule = read_rule(r);
    r.only(match rule {
        Some(Rule::Sum | Rule::AllOf) => format::SECTION,
        _ => format::LADDER,
    });
    // The choices of a section cannot be checked without its rule.
    let places = if rule.is_some() { r.list("questions", 1) } else { Vec::new() };
    known.are_sections_sound &= rule.is_some();
    known.are_questions_sound &= !places.is_empty();
    let rule = rule.unwrap_or(Rule::Sum);
    for r in places {
        let question = read_question(&r, known.questions.len(), index, rule);
        known.questions.push(Rc::new(question));
    }
    Section { index, id: r.id("id"), title: r.text("title"), rule }
}

fn read_rule(r: &Reader) -> Option<Rule> {
    match &*r.text("rule") {
        "sum" => Some(Rule::Sum),
        "all_of" => Some(Rule::AllOf),
        "ladder" => Some(Rule::Ladder { points_per_rung: r.number("points_per_rung", 1, POINTS_MAX) }),
        rule => {
            if !rule.is_empty() {
                r.report(r.error("rule", Code::UnknownRule).with_list(RULES));
            }
            None
        }
    }
}

fn read_question(r: &Reader, index: usize, section: usize, rule: Rule) -> Question {
    r.only(format::QUESTION);
    let multiple = r.flag("multiple");
    let places = r.list("choices", if multiple { 1 } else { 2 });
    let (choices, are_sound): (Vec<Choice>, Vec<bool>) = places.iter().map(|r| read_choice(r, multiple, rule)).unzip();
    let question = Question {
        index,
        section,
        id: r.id("id"),
        topic: r.text("topic"),
        text: r.text("text"),
        help: r.text_if_any("help"),
        multiple,
        choices,
    };
    r.unique(question.choices.iter().enumerate().map(|(i, choice)| (&choice.id, format!("choices[{i}].id"))));
    // If the credit of a choice could not be read, it may be the one that is missing.
    let are_sound = !are_sound.is_empty() && are_sound.iter().all(|is_sound| *is_sound);
    if are_sound && question.best() == 0 {
        r.report(r.error("choices", Code::NothingEarned));
    } else if are_sound
        && question.choices.len() > 1
        && !multiple
        && question.choices.iter().all(|choice| choice.credit == question.best())
    {
        r.report(r.error("choices", Code::AllEarnTheSame));
    }
    question
}

/// A choice, and whether its credit could be read.
fn read_choice(r: &Reader, multiple: bool, rule: Rule) -> (Choice, bool) {
    r.only(if rule == Rule::Sum { format::CHOICE_OF_SUM } else { format::CHOICE });
    let mark = r.mark();
    let credit = if rule == Rule::Sum { r.number("points", 0, POINTS_MAX) } else { u32::from(r.flag("met")) };
    let is_sound = r.is_sound_since(mark);
    let ends_section = rule != Rule::Sum && r.flag("ends_section");
    if ends_section && (rule != Rule::AllOf || multiple || credit > 0) {
        r.report(r.error("ends_section", Code::EndsSectionMisplaced));
    }
    let choice = Choice { id: r.id("id"), label: r.text("label"), note: r.text_if_any("note"), credit, ends_section };
    (choice, is_sound)
}

/// The texts of the levels, and whether their order and bounds could be read.
fn read_levels(r: &Reader) -> (Levels<LevelText>, bool) {
    let places = r.list("levels", 4);
    let mark = r.mark();
    let order = places.iter().map(|r| read_level(r, "id")).eq(Level::ALL);
    if !places.is_empty() && !order {
        r.report(r.error("levels", Code::LevelsOutOfOrder));
    }
    let from: Vec<u32> = places.iter().map(|r| r.number("from", 0, FROM_MAX)).collect();
    let is_sound = r.is_sound_since(mark) && order;
    let mut texts = places.iter().zip(from).map(|(r, from)| read_level_text(r, from as u8));
    let mut next = || texts.next().unwrap_or_default();
    (Levels { ready: next(), nearly: next(), prepare: next(), rethink: next() }, is_sound)
}

fn read_level_text(r: &Reader, from: u8) -> LevelText {
    r.only(format::LEVEL);
    LevelText {
        from,
        title: r.text("title"),
        meaning: r.text("meaning"),
        cta: r.text("cta"),
        cta_note: r.text("cta_note"),
    }
}

pub(super) fn read_level(r: &Reader, key: &str) -> Level {
    level_of(r, key, &r.text(key))
}

/// The level whose id is under `key` of `r`.
pub(super) fn level_of(r: &Reader, key: &str, id: &str) -> Level {
    Level::from_id(id).unwrap_or_else(|| {
        if !id.is_empty() {
            r.report(r.error(key, Code::UnknownLevel).with_list(Level::ALL.map(Level::id)));
        }
        Level::Rethink
    })
}
