//! Broken packs and what is reported to the author: where the fault is, what is wrong, how to fix it.
//!
//! Each case changes the pack `readiness` and lists every line of the refusal, so that no fault drags others behind it.

mod support;

use diagnosis::Pack;
use serde_json::json;
use support::{Json, condition, readiness_json, small, value};

/// Holds that `pack` is refused with exactly these lines; none means that it is accepted.
fn check(pack: &Json, lines: &[&str]) {
    let refusal = Pack::read(&value(pack)).map_or_else(|faults| faults.to_string(), |_| String::new());
    let reported: Vec<&str> = refusal.lines().collect();
    assert_eq!(reported, lines, "\nthe refusal (left) is not what it should be (right)");
}

/// The same for the pack `readiness` with each of these places (JSON pointers) set to a new value.
fn changed(changes: &[(&str, Json)], lines: &[&str]) {
    let mut json = readiness_json();
    for (place, new) in changes {
        let (parent, key) = place.rsplit_once('/').unwrap();
        match json.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")) {
            Json::Array(items) => items[key.parse::<usize>().unwrap()] = new.clone(),
            other => other[key] = new.clone(),
        }
    }
    check(&json, lines);
}

/// The same with one key removed.
fn without(parent: &str, key: &str, lines: &[&str]) {
    let mut json = readiness_json();
    json.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    check(&json, lines);
}

const PURPOSE: &str = "/sections/0/questions/0";
const AUTHORITY: &str = "/sections/1/questions/0";

fn at(question: &str, rest: &str) -> String {
    [question, rest].concat()
}

#[test]
fn the_pack_as_it_is_is_accepted_but_in_no_other_format() {
    changed(&[("/format", json!("pack/v2"))], &["format: is not a format that this version reads; write \"pack/v1\""]);
    changed(&[], &[]);
    changed(&[("/$schema", json!("./pack.schema.json"))], &[]);
    changed(&[("/$schema", json!({ "deep": [] }))], &["$schema: must be a text; write it in quotation marks"]);
    changed(&[(&at(PURPOSE, "/help"), Json::Null)], &[]);
}

#[test]
fn keys_that_are_missing_unknown_or_of_another_kind() {
    without(PURPOSE, "text", &["sections[0].questions[0].text: is missing; add it"]);
    without("", "caps", &["caps: is missing; add it"]);
    changed(&[("/title", Json::Null)], &["title: is missing; add it"]);
    changed(
        &[("/levels/0/colour", json!("blue"))],
        &["levels[0].colour: this key is not known; one of: id, from, title, meaning, cta, cta_note"],
    );
    changed(&[("/lead", json!(7))], &["lead: must be a text; write it in quotation marks"]);
    changed(&[("/findings", json!({}))], &["findings: must be a list; write [ … ] here"]);
    changed(
        &[(&at(AUTHORITY, "/choices/4/ends_section"), json!("true"))],
        &["sections[1].questions[0].choices[4].ends_section: must be true or false; write it without quotation marks"],
    );
}

#[test]
fn texts_and_ids_out_of_bounds() {
    changed(
        &[(&at(PURPOSE, "/text"), json!(" \u{3000}\n"))],
        &["sections[0].questions[0].text: is empty; write a text, or remove the key"],
    );
    changed(
        &[("/caps/0/reason", json!("{causes}\n{level}"))],
        &["caps[0].reason: holds a line break or another control character; write it in one line"],
    );
    changed(&[("/levels/2/meaning", json!("長".repeat(2_000)))], &[]);
    changed(
        &[("/levels/2/meaning", json!("長".repeat(2_001)))],
        &["levels[2].meaning: is too long; shorten it to 6000 bytes"],
    );
    changed(&[("/id", json!("準備度"))], &["id: is no id; use 1 to 40 of a-z, 0-9, _ and -"]);
}

#[test]
fn numbers_that_are_not_whole_or_out_of_range() {
    let place = at(PURPOSE, "/choices/1/points");
    let line = "sections[0].questions[0].choices[1].points: must be a whole number; write one from 0 to 10000";
    for wrong in [json!(9.5), json!(-1), json!(10_001), json!(1e300), json!("10"), json!(true)] {
        changed(&[(&place, wrong)], &[line]);
    }
    without(&at(PURPOSE, "/choices/1"), "points", &["sections[0].questions[0].choices[1].points: is missing; add it"]);
    changed(&[("/caps/0/missing", json!(0))], &["caps[0].missing: must be a whole number; write one from 1 to 10000"]);
}

#[test]
fn lists_that_are_too_short() {
    changed(&[("/sections", json!([]))], &["sections: has too few or too many entries; give 1 to 1000"]);
    changed(
        &[("/sections/0/questions", json!([]))],
        &["sections[0].questions: has too few or too many entries; give 1 to 1000"],
    );
    let one = json!([{ "id": "met", "label": "l", "points": 20 }]);
    changed(
        &[(&at(PURPOSE, "/choices"), one)],
        &["sections[0].questions[0].choices: has too few or too many entries; give 2 to 1000"],
    );
    changed(
        &[("/findings/3/steps", json!([]))],
        &["findings[3].steps: has too few or too many entries; give 1 to 1000"],
    );
}

fn twice(place: &str, id: &str) -> String {
    format!("{place}: ids must differ, and `{id}` stands twice; give one of the two another id")
}

#[test]
fn ids_that_stand_twice() {
    changed(
        &[("/sections/1/questions/1/choices/0/id", json!("partly"))],
        &[&twice("sections[1].questions[1].choices[1].id", "partly")],
    );
    let sections = |b: &str, q: &str| {
        let questions = |id: &str| json!([condition(id, 0)]);
        json!([
            { "id": "a", "title": "t", "rule": "ladder", "points_per_rung": 1, "questions": questions("p") },
            { "id": b, "title": "t", "rule": "all_of", "questions": questions(q) },
        ])
    };
    check(&small(sections("b", "q"), [80, 50, 20], json!([])), &[]);
    check(&small(sections("a", "q"), [80, 50, 20], json!([])), &[&twice("sections[1].id", "a")]);
    check(&small(sections("b", "p"), [80, 50, 20], json!([])), &[&twice("sections[1].questions[0].id", "p")]);
    changed(&[("/findings/5/id", json!("purpose"))], &[&twice("findings[5].id", "purpose")]);
}

#[test]
fn a_wrong_rule_is_one_fault_and_drags_no_other_behind_it() {
    let line = "rule: is no rule; one of: sum, all_of, ladder";
    changed(&[("/sections/0/rule", json!("summ"))], &[&format!("sections[0].{line}")]);
    changed(&[("/sections/1/rule", json!("all"))], &[&format!("sections[1].{line}")]);
    let missing = "sections[0].points_per_rung: is missing; add it";
    check(
        &small(
            json!([{ "id": "s", "title": "t", "rule": "ladder", "questions": [condition("q", 0)] }]),
            [80, 50, 20],
            json!([]),
        ),
        &[missing],
    );
}

#[test]
fn choices_under_the_wrong_rule() {
    changed(
        &[(&at(PURPOSE, "/choices/3/met"), json!(true))],
        &["sections[0].questions[0].choices[3].met: this key is not known; one of: id, label, note, points"],
    );
    changed(
        &[(&at(AUTHORITY, "/choices/3/points"), json!(5))],
        &[
            "sections[1].questions[0].choices[3].points: this key is not known; one of: id, label, note, met, ends_section",
        ],
    );
    without(
        &at(AUTHORITY, "/choices/0"),
        "met",
        &[
            "sections[1].questions[0].choices: no choice earns anything; give one of them points above 0, or \"met\": true",
        ],
    );
}

#[test]
fn ends_section_stands_only_on_an_unmet_single_choice_of_a_gate() {
    let fix = "only an unmet single choice under all_of may end its section";
    changed(
        &[(&at(PURPOSE, "/choices/3/ends_section"), json!(true))],
        &["sections[0].questions[0].choices[3].ends_section: this key is not known; one of: id, label, note, points"],
    );
    for (question, choice) in [(0, 0), (2, 1)] {
        let place = format!("/sections/1/questions/{question}/choices/{choice}/ends_section");
        let path = format!("sections[1].questions[{question}].choices[{choice}].ends_section");
        changed(&[(&place, json!(true))], &[&format!("{path}: cannot stand here; {fix}")]);
    }
}

#[test]
fn levels() {
    let fall = "levels: `from` must fall from level to level; end with 0 for rethink, such as 80, 50, 20, 0";
    let order = "levels: each level must stand once, the best first; write ready, nearly, prepare, rethink";
    for (level, from) in [(0, 50), (1, 20), (2, 60), (3, 1)] {
        changed(&[(&format!("/levels/{level}/from"), json!(from))], &[fall]);
    }
    changed(&[("/levels/0/id", json!("nearly"))], &[order]);
    changed(&[("/levels/0/from", json!(101))], &["levels[0].from: must be a whole number; write one from 0 to 100"]);
    changed(
        &[("/levels/1/id", json!("almost"))],
        &["levels[1].id: is no level; one of: ready, nearly, prepare, rethink", order],
    );
}

#[test]
fn caps() {
    let gate = "caps[1].section: names no gate; write the id of a section whose rule is all_of or ladder";
    changed(&[("/caps/1/section", json!("checklist"))], &[gate]);
    changed(&[("/caps/1/section", json!("promotor"))], &[gate]);
    changed(
        &[("/caps/1/level", json!("low"))],
        &["caps[1].level: is no level; one of: ready, nearly, prepare, rethink"],
    );
    changed(
        &[("/caps/1/missing", json!(4))],
        &["caps[1]: can never apply; the section has 3 conditions: write that or less"],
    );
    let contradicts = "caps[0]: contradicts another cap of its section; the more is missing, the lower the level";
    changed(&[("/caps/0/level", json!("rethink"))], &[contradicts]);
    changed(&[("/caps/0/missing", json!(3))], &[contradicts]);
    changed(&[("/caps/0/missing", json!(2))], &[contradicts]);
}

#[test]
fn findings() {
    changed(
        &[("/findings/1/because/0/is/1", json!("maybe"))],
        &["findings[1].because[0].is[1]: names no choice; write the id of a choice of `purpose`"],
    );
    changed(
        &[("/findings/1/because/0/question", json!("aim"))],
        &["findings[1].because[0].question: names no question; write the id of a question of this pack"],
    );
    changed(
        &[("/findings/8/because/0", json!({ "question": "skill", "is": ["process"] }))],
        &[
            "findings[8].because[0].is: this key is not known; one of: question, lacks",
            "findings[8].because[0].lacks: is missing; add it",
        ],
    );
    changed(
        &[("/findings/1/who/0", json!("boss"))],
        &["findings[1].who[0]: is nobody who acts; one of: executive, promoter, floor, adviser"],
    );
}

#[test]
fn the_roadmap() {
    changed(&[("/roadmap", Json::Null)], &[]);
    changed(&[("/roadmap", json!([]))], &[]);
    changed(&[("/roadmap", json!("soon"))], &["roadmap: must be a list; write [ … ] here"]);
    for months in [json!(0), json!(13), json!(1.5), json!("3")] {
        changed(
            &[("/roadmap/1/months", months)],
            &["roadmap[1].months: must be a whole number; write one from 1 to 12"],
        );
    }
    changed(
        &[("/roadmap/0/questions/1", json!("aim"))],
        &["roadmap[0].questions[1]: names no question; write the id of a question of this pack"],
    );
    changed(
        &[("/roadmap/2/question", json!("purpose"))],
        &["roadmap[2].question: this key is not known; one of: title, months, text, questions"],
    );
    changed(&[("/roadmap/3/text", json!(""))], &["roadmap[3].text: is empty; write a text, or remove the key"]);
    without("/roadmap/3", "questions", &["roadmap[3].questions: is missing; add it"]);
}

#[test]
fn offers_of_other_packs() {
    changed(&[("/next", Json::Null)], &[]);
    changed(&[("/next", json!([]))], &[]);
    changed(&[("/next/0/levels", Json::Null)], &[]);
    changed(&[("/next", json!("executive"))], &["next: must be a list; write [ … ] here"]);
    changed(&[("/next/1/pack", json!("Adoption"))], &["next[1].pack: is no id; use 1 to 40 of a-z, 0-9, _ and -"]);
    changed(&[("/next/0/levels", json!("prepare"))], &["next[0].levels: must be a list; write [ … ] here"]);
    changed(&[("/next/0/levels", json!([]))], &["next[0].levels: has too few or too many entries; give 1 to 1000"]);
    changed(
        &[("/next/0/levels/1", json!("low"))],
        &["next[0].levels[1]: is no level; one of: ready, nearly, prepare, rethink"],
    );
    changed(&[("/next/0/levels/1", json!(2))], &["next[0].levels[1]: must be a text; write it in quotation marks"]);
    changed(
        &[("/next/0/href", json!("https://example.com/"))],
        &["next[0].href: this key is not known; one of: pack, levels, text, label"],
    );
    changed(&[("/next/0/text", json!(" "))], &["next[0].text: is empty; write a text, or remove the key"]);
    for key in ["pack", "text", "label"] {
        without("/next/1", key, &[&format!("next[1].{key}: is missing; add it")]);
    }
}

#[test]
fn a_pack_from_before_there_were_roadmaps_and_offers_is_accepted() {
    without("", "roadmap", &[]);
    without("", "next", &[]);
    without("", "levels", &["levels: is missing; add it"]);
}
