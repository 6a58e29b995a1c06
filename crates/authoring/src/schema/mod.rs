//! `pack/v1` as a JSON Schema (draft 2020-12), for editors that complete and check while the author types.
//!
//! The schema is made from the constants of `format`, so that it cannot allow other keys or limits than the reader;
//! `tests/schema.rs` tests that the two agree. It describes what each place of a file may contain. Rules that span
//! places (unique ids, references, descending levels) only the reader can check, so a file that satisfies the schema
//! may still be refused.
//!
//! The widget does not call it.

mod terms;

use terms::{
    any_of, defined_id, defined_text, described, flag, id, joined, list, map, number, object, object_with, one_of,
    text, values, whole, word, words,
};

use diagnosis::Actor;
use diagnosis::Level;
use diagnosis::Value;
use diagnosis::format::{self, FORMAT, FROM_MAX, MONTHS_MAX, POINTS_MAX, RULES};

/// The schema of `pack/v1`.
///
/// ```
/// let schema = authoring::schema();
/// let keys = schema.get("properties").unwrap();
/// assert!(keys.get("sections").is_some() && keys.get("tiitle").is_none());
/// ```
pub fn schema() -> Value {
    let pack = object_with(&["levels"], format::PACK, |key| match key {
        "$schema" => described("Where this schema lies, for editors.", text()),
        "format" => described("The format of this file.", one_of([FORMAT])),
        "id" => described("The name of the diagnosis, the same in every language.", id()),
        "version" => described("Change it whenever the content changes: receipts name it.", text()),
        "lang" => described("The language of the words, as a BCP 47 tag such as ja or en.", text()),
        "title" => described("The title of the diagnosis.", text()),
        "lead" => described("One line that says what awaits the respondent.", text()),
        "sections" => described("Groups of questions, each under one rule.", list(1, any_of(RULES.map(section)))),
        "levels" => described("The four levels, the best first.", levels()),
        "caps" => described("What holds the level down while conditions are missing.", list(0, cap())),
        "findings" => described("What is said about gaps: failure pattern, reason, first steps.", list(0, finding())),
        "next" => described("Other packs to offer after the result; the first whose levels hold is.", list(0, offer())),
        _ => described("Stages of work in order; those that a result does not need are left out.", list(0, stage())),
    });
    let head = [
        ("$schema", word("https://json-schema.org/draft/2020-12/schema")),
        ("title", word("Shindan diagnosis, pack/v1")),
    ];
    let shared = map([("text", defined_text()), ("id", defined_id())]);
    joined(joined(map(head), pack), map([("$defs", shared)]))
}

fn section(rule: &str) -> Value {
    let keys = if rule == "ladder" { format::LADDER } else { format::SECTION };
    object(keys, |key| match key {
        "id" => described("Unique among sections; caps name it.", id()),
        "title" => described("The heading.", text()),
        "rule" => {
            described("sum adds points, all_of is a gate, ladder counts the unbroken run of rungs.", one_of([rule]))
        }
        "points_per_rung" => described("Points of each rung.", number(1, POINTS_MAX)),
        _ => list(1, any_of([false, true].map(|multiple| question(rule, multiple)))),
    })
}

fn question(rule: &str, multiple: bool) -> Value {
    let must: &[&str] = if multiple { &["multiple"] } else { &[] };
    object_with(must, format::QUESTION, |key| match key {
        "id" => described("Unique in the pack; findings and stages name it.", id()),
        "topic" => described("A word or two that name the point, for bars and sentences.", text()),
        "text" => described("The question itself.", text()),
        "help" => described("One line of help where a layman would stumble.", text()),
        "multiple" if multiple => {
            described("Boxes to tick rather than one choice to make.", values([Value::Bool(true)]))
        }
        "multiple" => values([Value::Bool(false), Value::Null]),
        _ => choices(rule, multiple),
    })
}

/// The choices of a question, at least one of which must score.
fn choices(rule: &str, multiple: bool) -> Value {
    let earns = match rule {
        "sum" => map([("points", map([("minimum", whole(1))]))]),
        _ => map([("met", values([Value::Bool(true)]))]),
    };
    let key = if rule == "sum" { "points" } else { "met" };
    let one = map([("properties", earns), ("required", words(&[key]))]);
    let choice = if rule == "sum" { choice_of_sum() } else { choice(rule == "all_of" && !multiple) };
    joined(list(if multiple { 1 } else { 2 }, choice), map([("contains", one)]))
}

fn choice_of_sum() -> Value {
    object(format::CHOICE_OF_SUM, |key| match key {
        "points" => described("What it earns.", number(0, POINTS_MAX)),
        _ => field_of_choice(key),
    })
}

fn choice(may_end: bool) -> Value {
    let fields = object(format::CHOICE, |key| match key {
        "met" => described("Whether it meets the condition.", flag()),
        "ends_section" if may_end => described("Skips the rest of the section, which counts as not met.", flag()),
        "ends_section" => values([Value::Bool(false), Value::Null]),
        _ => field_of_choice(key),
    });
    let yes = || values([Value::Bool(true)]);
    let both = map([
        ("properties", map([("met", yes()), ("ends_section", yes())])),
        ("required", words(&["met", "ends_section"])),
    ]);
    if may_end { joined(fields, map([("not", both)])) } else { fields }
}

fn field_of_choice(key: &str) -> Value {
    match key {
        "id" => described("Unique in the question.", id()),
        "label" => described("What the respondent chooses.", text()),
        _ => described("What that means for this very question.", text()),
    }
}

/// Exactly the four levels in their order, the last from 0.
fn levels() -> Value {
    let all = Level::ALL.map(|level| {
        let from = if level == Level::Rethink { number(0, 0) } else { number(0, FROM_MAX) };
        object(format::LEVEL, |key| match key {
            "id" => one_of([level.id()]),
            "from" => described("The lowest score of the level; it falls from level to level.", from.clone()),
            "title" => described("The name of the level.", text()),
            "meaning" => described("What it means.", text()),
            "cta" => described("The words of the call to action.", text()),
            _ => described("What the consultation gives at this level.", text()),
        })
    });
    map([
        ("type", word("array")),
        ("minItems", whole(all.len())),
        ("maxItems", whole(all.len())),
        ("prefixItems", Value::List(all.to_vec())),
    ])
}

fn cap() -> Value {
    object(format::CAP, |key| match key {
        "section" => described("The id of a section whose rule is all_of or ladder.", id()),
        "missing" => described("How many conditions must be missing.", number(1, POINTS_MAX)),
        "level" => described("The best level allowed then.", one_of(Level::ALL.map(Level::id))),
        "reason" => described("Why; {causes} and {level} are filled in.", text()),
        _ => described("Why, where a choice ended the section.", text()),
    })
}

fn finding() -> Value {
    let choices = || list(1, id());
    object(format::FINDING, |key| match key {
        "id" => described("Unique among findings.", id()),
        "title" => described("The headline.", text()),
        "because" => described("Conditions on answers; all must hold.", {
            let is = object(format::CONDITION_IS, |key| if key == "question" { id() } else { choices() });
            let lacks = object(format::CONDITION_LACKS, |key| if key == "question" { id() } else { choices() });
            list(1, any_of([is, lacks]))
        }),
        "pattern" => described("The failure that it leads to.", text()),
        "why" => described("Why it happens.", text()),
        "steps" => described("First steps.", list(1, text())),
        _ => described("Who acts.", list(1, one_of(Actor::ALL.map(Actor::id)))),
    })
}

fn offer() -> Value {
    object(format::OFFER, |key| match key {
        "pack" => described("The id of the pack that is offered.", id()),
        "levels" => described(
            "At which levels of this pack; every one, if left out.",
            list(1, one_of(Level::ALL.map(Level::id))),
        ),
        "text" => described("Why it fits, in a sentence.", text()),
        _ => described("The words of the button.", text()),
    })
}

fn stage() -> Value {
    object(format::STAGE, |key| match key {
        "title" => described("The headline.", text()),
        "months" => described("How long it takes.", number(1, MONTHS_MAX)),
        "text" => described("What is done in it.", text()),
        _ => described("A gap in one of these calls for the stage; none of them: every result does.", list(0, id())),
    })
}
