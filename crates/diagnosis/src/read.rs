//! Reads `pack/v1` into a [`Pack`]: shapes here, promises across the file in `check`.

use std::cell::RefCell;
use std::rc::Rc;

use super::check;
use super::format::{self, FORMAT, FROM_MAX, MONTHS_MAX, POINTS_MAX, QUESTIONS_MAX, RULES};
use super::hash::ContentHash;
use super::id::Id;
use super::level::{Level, Levels};
use super::pack::{
    Actor, Cap, Choice, Condition, Finding, LevelText, Offer, Pack, Question, Rule, Section, Stage, Test,
};
use super::reader::{Faults, Reader};
use super::value::Value;

impl Pack {
    /// Checks `value` and makes it a pack.
    ///
    /// # Errors
    ///
    /// Every fault found, with its path and how to mend it; never empty.
    ///
    /// ```
    /// use diagnosis::{Pack, Value};
    /// let value: Value = serde_json::from_str(r#"{ "format": "pack/v2" }"#).unwrap();
    /// let faults = Pack::read(&value).unwrap_err();
    /// assert_eq!(faults.0[0].to_string(), "format: is not a format that this version reads; write \"pack/v1\"");
    /// ```
    pub fn read(value: &Value) -> Result<Self, Faults> {
        let faults = RefCell::new(Faults::default());
        let pack = read_pack(&Reader::root(value, &faults));
        let faults = faults.into_inner();
        if faults.0.is_empty() { Ok(Pack { hash: ContentHash::of(value), ..pack }) } else { Err(faults) }
    }
}

fn read_pack(r: &Reader) -> Pack {
    let format = r.text("format");
    if !format.is_empty() && &*format != FORMAT {
        r.fault("format", "is not a format that this version reads", "write \"pack/v1\"");
    }
    r.only(format::PACK);
    r.text_if_any("$schema");
    let mut sections = Vec::new();
    let mut questions = Vec::new();
    for r in r.list("sections", 1) {
        sections.push(Rc::new(read_section(&r, sections.len(), &mut questions)));
    }
    if questions.len() > QUESTIONS_MAX {
        let mend = ["ask ", &QUESTIONS_MAX.to_string(), " at most, in all sections together"].concat();
        r.fault("sections", "there are too many questions", &mend);
        // The pack is refused; looking through all of them would only take long.
        questions.clear();
    }
    // What refers to faulty sections cannot be judged: their own faults are enough.
    let judge = r.is_sound();
    // Packs from before there were roadmaps and offers have none.
    let list_if_any = |key| r.child(key).map(|_| r.list(key, 0)).unwrap_or_default();
    let pack = Pack {
        id: r.id("id"),
        version: r.text("version"),
        lang: r.text("lang"),
        title: r.text("title"),
        lead: r.text("lead"),
        levels: read_levels(r),
        caps: r.list("caps", 0).iter().map(|r| Rc::new(read_cap(r, &sections, judge))).collect(),
        findings: r.list("findings", 0).iter().map(|r| Rc::new(read_finding(r, &questions, judge))).collect(),
        roadmap: list_if_any("roadmap").iter().map(|r| Rc::new(read_stage(r, &questions, judge))).collect(),
        next: list_if_any("next").iter().map(|r| Rc::new(read_offer(r))).collect(),
        sections,
        questions,
        hash: ContentHash::default(),
    };
    if r.is_sound() {
        check::promises(&pack, r);
    }
    pack
}

fn read_section(r: &Reader, index: usize, questions: &mut Vec<Rc<Question>>) -> Section {
    let rule = read_rule(r);
    r.only(match rule {
        Some(Rule::Sum | Rule::AllOf) => format::SECTION,
        _ => format::LADDER,
    });
    // Without its rule a section's choices cannot be judged.
    let places = if rule.is_some() { r.list("questions", 1) } else { Vec::new() };
    let rule = rule.unwrap_or(Rule::Sum);
    for r in places {
        questions.push(Rc::new(read_question(&r, questions.len(), index, rule)));
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
                r.fault("rule", "is no rule", &one_of(RULES));
            }
            None
        }
    }
}

fn read_question(r: &Reader, index: usize, section: usize, rule: Rule) -> Question {
    r.only(format::QUESTION);
    let multiple = r.flag("multiple");
    let places = r.list("choices", if multiple { 1 } else { 2 });
    let question = Question {
        index,
        section,
        id: r.id("id"),
        topic: r.text("topic"),
        text: r.text("text"),
        help: r.text_if_any("help"),
        multiple,
        choices: places.iter().map(|r| read_choice(r, multiple, rule)).collect(),
    };
    r.unique("choices", question.choices.iter().map(|choice| &choice.id));
    if !question.choices.is_empty() && question.best() == 0 {
        r.fault("choices", "no choice earns anything", "give one of them points above 0, or \"met\": true");
    } else if question.choices.len() > 1
        && !multiple
        && question.choices.iter().all(|choice| choice.credit == question.best())
    {
        r.fault("choices", "every choice earns the same", "give one of them less, or leave the question out");
    }
    question
}

fn read_choice(r: &Reader, multiple: bool, rule: Rule) -> Choice {
    let credit = if rule == Rule::Sum {
        r.only(format::CHOICE_OF_SUM);
        r.number("points", 0, POINTS_MAX)
    } else {
        r.only(format::CHOICE);
        u32::from(r.flag("met"))
    };
    let ends_section = rule != Rule::Sum && r.flag("ends_section");
    if ends_section && (rule != Rule::AllOf || multiple || credit > 0) {
        r.fault("ends_section", "cannot stand here", "only an unmet single choice under all_of may end its section");
    }
    Choice { id: r.id("id"), label: r.text("label"), note: r.text_if_any("note"), credit, ends_section }
}

fn read_levels(r: &Reader) -> Levels<LevelText> {
    let places = r.list("levels", 4);
    let order = places.iter().map(|r| read_level(r, "id")).eq(Level::ALL);
    if !places.is_empty() && !order {
        r.fault("levels", "each level must stand once, the best first", "write ready, nearly, prepare, rethink");
    }
    let mut texts = places.iter().map(read_level_text);
    let mut next = || texts.next().unwrap_or_default();
    Levels { ready: next(), nearly: next(), prepare: next(), rethink: next() }
}

fn read_level_text(r: &Reader) -> LevelText {
    r.only(format::LEVEL);
    LevelText {
        from: r.number("from", 0, FROM_MAX) as u8,
        title: r.text("title"),
        meaning: r.text("meaning"),
        cta: r.text("cta"),
        cta_note: r.text("cta_note"),
    }
}

fn read_level(r: &Reader, key: &str) -> Level {
    level_of(r, key, &r.text(key))
}

/// The level of that id, which stands at `key` of `r`.
fn level_of(r: &Reader, key: &str, id: &str) -> Level {
    Level::from_id(id).unwrap_or_else(|| {
        if !id.is_empty() {
            r.fault(key, "is no level", &one_of(Level::ALL.map(Level::id)));
        }
        Level::Rethink
    })
}

fn read_cap(r: &Reader, sections: &[Rc<Section>], judge: bool) -> Cap {
    r.only(format::CAP);
    let id = r.id("section");
    let section = sections.iter().position(|section| section.id == id && section.rule != Rule::Sum);
    if section.is_none() && judge {
        r.fault("section", "names no gate", "write the id of a section whose rule is all_of or ladder");
    }
    Cap {
        section: section.unwrap_or_default(),
        missing: r.number("missing", 1, POINTS_MAX),
        level: read_level(r, "level"),
        reason: r.text("reason"),
        ended_reason: r.text_if_any("ended_reason"),
    }
}

fn read_finding(r: &Reader, questions: &[Rc<Question>], judge: bool) -> Finding {
    r.only(format::FINDING);
    Finding {
        id: r.id("id"),
        title: r.text("title"),
        because: r.list("because", 1).iter().filter_map(|r| read_condition(r, questions, judge)).collect(),
        pattern: r.text("pattern"),
        why: r.text("why"),
        steps: r.list("steps", 1).iter().map(Reader::as_text).collect(),
        who: r.list("who", 1).iter().filter_map(read_actor).collect(),
    }
}

fn read_stage(r: &Reader, questions: &[Rc<Question>], judge: bool) -> Stage {
    r.only(format::STAGE);
    let ids = r.list("questions", 0);
    Stage {
        title: r.text("title"),
        months: r.number("months", 1, MONTHS_MAX),
        text: r.text("text"),
        questions: ids.iter().filter_map(|r| find_question(r, "", r.as_id(), questions, judge)).collect(),
    }
}

fn read_offer(r: &Reader) -> Offer {
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

/// The question of that id, which stands at `key` of `r`.
fn find_question(r: &Reader, key: &str, id: Id, questions: &[Rc<Question>], judge: bool) -> Option<Rc<Question>> {
    let question = questions.iter().find(|question| question.id == id);
    if question.is_none() && judge {
        r.fault(key, "names no question", "write the id of a question of this pack");
    }
    question.cloned()
}

fn read_condition(r: &Reader, questions: &[Rc<Question>], judge: bool) -> Option<Condition> {
    let question = find_question(r, "question", r.id("question"), questions, judge)?;
    let (key, keys) = if question.multiple { ("lacks", format::CONDITION_LACKS) } else { ("is", format::CONDITION_IS) };
    r.only(keys);
    let choices = read_choices(r, key, &question, judge);
    let test = if question.multiple { Test::Lacks(choices) } else { Test::Is(choices) };
    Some(Condition { question, test })
}

fn read_choices(r: &Reader, key: &str, question: &Question, judge: bool) -> Vec<usize> {
    let find = |r: &Reader| {
        let id = r.as_id();
        let found = question.choices.iter().position(|choice| choice.id == id);
        if found.is_none() && judge {
            r.fault("", "names no choice", &["write the id of a choice of `", question.id.as_str(), "`"].concat());
        }
        found
    };
    r.list(key, 1).iter().filter_map(find).collect()
}

fn read_actor(r: &Reader) -> Option<Actor> {
    let actor = Actor::from_id(&r.as_text());
    if actor.is_none() {
        r.fault("", "is nobody who acts", &one_of(Actor::ALL.map(Actor::id)));
    }
    actor
}

fn one_of<const N: usize>(ids: [&str; N]) -> String {
    ["one of: ", &ids.join(", ")].concat()
}
