//! Generated packs, valid by construction.
//!
//! A pack is thrown as loose parts, then assembled by rules that keep the promises of the format (something to score,
//! something to earn in each question, caps that tighten). So no throw is wasted, and every one of them shrinks.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::json;

use super::Json;

const LEVELS: [&str; 4] = ["ready", "nearly", "prepare", "rethink"];

#[derive(Clone, Debug)]
struct ChoiceThrow {
    points: u32,
    met: bool,
    ends: bool,
}

#[derive(Clone, Debug)]
struct QuestionThrow {
    multiple: bool,
    choices: Vec<ChoiceThrow>,
    text: String,
}

#[derive(Clone, Debug)]
struct SectionThrow {
    rule: &'static str,
    points_per_rung: u32,
    questions: Vec<QuestionThrow>,
    /// For 1, 2, 3… conditions missing the position in [`LEVELS`] of a cap.
    caps: Vec<Option<usize>>,
    strictest_first: bool,
}

/// The questions of a finding, each with the choices (as bits) of its test.
type FindingThrow = Vec<(Index, u32)>;

/// The months of a stage and its questions.
type StageThrow = (u32, Vec<Index>);

/// The pack that is offered, and at which levels; `None` at every one.
type OfferThrow = (&'static str, Option<Vec<&'static str>>);

/// Packs of 1 to 3 sections with 1 to `max` questions each.
pub(super) fn packs(max: usize) -> impl Strategy<Value = Json> {
    let bands = subsequence((1u32..=100).collect::<Vec<_>>(), 3);
    let finding = vec((any::<Index>(), any::<u32>()), 1..=2);
    let stage = (1u32..=12, vec(any::<Index>(), 0..=2));
    let roadmap = weighted(0.8, vec(stage, 0..=4));
    let version = "[0-9a-c]{1,4}[. 診/]{0,2}";
    let throws = (vec(section_throw(max), 1..=3), bands, vec(finding, 0..=6), roadmap, offers(), version);
    throws.prop_map(|(mut sections, bands, findings, roadmap, offers, version)| {
        if sections.iter().all(|section| section.rule == "all_of") {
            sections[0].rule = "sum";
        }
        let mut json = pack(&sections, &bands, &findings);
        json["version"] = version.into();
        if let Some(stages) = roadmap {
            let ids: Vec<Json> = ids(&json);
            json["roadmap"] = stages.iter().enumerate().map(|(i, throw)| stage_of(i, throw, &ids)).collect();
        }
        if let Some(offers) = offers {
            json["next"] = offers.iter().enumerate().map(|(i, throw)| offer_of(i, throw)).collect();
        }
        json
    })
}

fn offers() -> impl Strategy<Value = Option<Vec<OfferThrow>>> {
    let levels = weighted(0.8, subsequence(LEVELS.to_vec(), 1..=LEVELS.len()).prop_shuffle());
    weighted(0.8, vec((select(vec!["other", "third", "generated"]), levels), 0..=3))
}

fn section_throw(max: usize) -> impl Strategy<Value = SectionThrow> {
    let rule = prop_oneof![2 => Just("sum"), 3 => Just("all_of"), 3 => Just("ladder")];
    let level = prop_oneof![1 => Just(0), 6 => 1..LEVELS.len()];
    let caps = vec(weighted(0.7, level), max);
    (rule, 1u32..=50, vec(question_throw(), 1..=max), caps, any::<bool>()).prop_map(
        |(rule, points_per_rung, questions, caps, strictest_first)| SectionThrow {
            rule,
            points_per_rung,
            questions,
            caps,
            strictest_first,
        },
    )
}

fn question_throw() -> impl Strategy<Value = QuestionThrow> {
    let points = prop_oneof![4 => 0u32..=4, 1 => 0u32..10_000];
    let choice = (points, prop::bool::weighted(0.4), prop::bool::weighted(0.6));
    let choice = choice.prop_map(|(points, met, ends)| ChoiceThrow { points, met, ends });
    // What JSON must escape, what other formats take for the end of a line, and what lies beyond the basic plane.
    let text = r#"[a-c "\\/診\u{2028}😀]{0,6}"#;
    // More than five choices now and then: a code has a digit for every five.
    let choices = prop_oneof![8 => vec(choice.clone(), 1..=5), 1 => vec(choice, 6..=11)];
    (prop::bool::weighted(0.3), choices, text).prop_map(|(multiple, choices, text)| QuestionThrow {
        multiple,
        choices,
        text,
    })
}

fn pack(throws: &[SectionThrow], bands: &[u32], findings: &[FindingThrow]) -> Json {
    let sections: Vec<Json> = throws.iter().enumerate().map(|(s, throw)| section(s, throw)).collect();
    let caps: Vec<Json> = throws.iter().enumerate().flat_map(|(s, throw)| caps(s, throw)).collect();
    let questions: Vec<&Json> = sections.iter().flat_map(|section| section["questions"].as_array().unwrap()).collect();
    let findings: Vec<Json> = findings.iter().enumerate().map(|(f, throw)| finding(f, throw, &questions)).collect();
    let level = |(id, from): (&str, u32)| json!({ "id": id, "from": from, "title": "t", "meaning": "m", "cta": "c", "cta_note": "n" });
    let levels: Vec<Json> = LEVELS.into_iter().zip([bands[2], bands[1], bands[0], 0]).map(level).collect();
    json!({
        "format": "pack/v1", "id": "generated", "version": "1", "lang": "ja", "title": "t", "lead": "l",
        "sections": sections, "levels": levels, "caps": caps, "findings": findings,
    })
}

fn section(s: usize, throw: &SectionThrow) -> Json {
    let questions = throw.questions.iter().enumerate();
    let questions: Vec<Json> = questions.map(|(q, one)| question(&format!("s{s}q{q}"), throw.rule, one)).collect();
    let mut section = json!({ "id": format!("s{s}"), "title": "t", "rule": throw.rule, "questions": questions });
    if throw.rule == "ladder" {
        section["points_per_rung"] = throw.points_per_rung.into();
    }
    section
}

fn question(id: &str, rule: &str, throw: &QuestionThrow) -> Json {
    let mut throws = throw.choices.clone();
    if !throw.multiple && throws.len() == 1 {
        throws.extend_from_within(..);
    }
    // Something to earn, and among choices something to lose.
    if throw.multiple || throws.iter().skip(1).all(|choice| choice.points == throws[0].points) {
        throws[0].points += 1;
    }
    if throws.iter().all(|choice| choice.met == throws[0].met) {
        throws[0].met = throw.multiple || !throws[0].met;
    }
    let choice = |(c, throw_of_choice): (usize, &ChoiceThrow)| {
        let mut choice = json!({ "id": format!("c{c}"), "label": "l" });
        if rule == "sum" {
            choice["points"] = throw_of_choice.points.into();
        } else if throw_of_choice.met {
            choice["met"] = true.into();
        } else if throw_of_choice.ends && rule == "all_of" && !throw.multiple {
            choice["ends_section"] = true.into();
        }
        choice
    };
    let choices: Vec<Json> = throws.iter().enumerate().map(choice).collect();
    let text = format!("?{}", throw.text);
    json!({ "id": id, "topic": "t", "text": text, "multiple": throw.multiple, "choices": choices })
}

/// The caps of a section: with more missing, never a higher level.
fn caps(s: usize, throw: &SectionThrow) -> Vec<Json> {
    let mut caps = Vec::new();
    let mut strictest = 0;
    for (missing, level) in (1..=throw.questions.len()).zip(&throw.caps) {
        let Some(level) = level.filter(|_| throw.rule != "sum") else { continue };
        strictest = strictest.max(level);
        caps.push(json!({ "section": format!("s{s}"), "missing": missing, "level": LEVELS[strictest], "reason": "r" }));
    }
    if throw.strictest_first {
        caps.reverse();
    }
    caps
}

/// The ids of all questions of a file.
fn ids(json: &Json) -> Vec<Json> {
    let sections = json["sections"].as_array().unwrap().iter();
    let questions = sections.flat_map(|section| section["questions"].as_array().unwrap());
    questions.map(|question| question["id"].clone()).collect()
}

fn stage_of(i: usize, (months, questions): &StageThrow, ids: &[Json]) -> Json {
    let questions: Vec<&Json> = questions.iter().map(|which| which.get(ids)).collect();
    json!({ "title": format!("t{i}"), "months": months, "text": "t", "questions": questions })
}

fn offer_of(i: usize, (pack, levels): &OfferThrow) -> Json {
    let mut offer = json!({ "pack": pack, "text": format!("t{i}"), "label": format!("l{i}") });
    if let Some(levels) = levels {
        offer["levels"] = json!(levels);
    }
    offer
}

fn finding(f: usize, throw: &FindingThrow, questions: &[&Json]) -> Json {
    let condition = |(index, bits): &(Index, u32)| {
        let question = index.get(questions);
        let ids: Vec<&Json> = question["choices"].as_array().unwrap().iter().map(|choice| &choice["id"]).collect();
        let mut some: Vec<&Json> =
            ids.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1).map(|(_, id)| *id).collect();
        if some.is_empty() {
            some.push(ids[0]);
        }
        let test = if question["multiple"] == true { "lacks" } else { "is" };
        json!({ "question": question["id"], test: some })
    };
    let because: Vec<Json> = throw.iter().map(condition).collect();
    json!({
        "id": format!("f{f}"), "title": "t", "because": because,
        "pattern": "p", "why": "w", "steps": ["s"], "who": ["promoter"],
    })
}
