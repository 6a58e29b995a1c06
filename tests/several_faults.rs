//! Refusals of packs with more than one fault, and of what is no pack at all.

mod support;

use diagnosis::{Pack, Value};
use diagnostics::{Code, Diagnostic};
use serde_json::json;
use support::{Json, condition, readiness_json, small, value};

/// The lines of a refusal, sorted: in which order a file is read is nobody's business.
fn lines(json: &Json) -> Vec<String> {
    let mut lines: Vec<String> = Pack::read(&value(json)).unwrap_err().0.iter().map(Diagnostic::to_string).collect();
    lines.sort_unstable();
    lines
}

#[test]
fn faults_in_several_places_are_reported_at_once() {
    let mut json = readiness_json();
    json["tiitle"] = json["title"].take();
    json["sections"][0]["questions"][0]["text"] = "".into();
    json["sections"][0]["questions"][4]["choices"][0]["points"] = 0.5.into();
    json["sections"][1]["questions"][1]["choices"][0]["id"] = "partly".into();
    json["levels"][3]["cta"] = Json::Null;
    let known = "$schema, format, id, version, lang, title, lead, sections, levels, caps, findings, roadmap, next";
    let wanted = [
        "levels[3].cta: is missing; add it",
        "sections[0].questions[0].text: is empty; write a text, or remove the key",
        "sections[0].questions[4].choices[0].points: must be a whole number; write one from 0 to 10000",
        "sections[1].questions[1].choices[1].id: ids must differ, and `partly` stands twice; give one of the two another id",
        &format!("tiitle: this key is not known; one of: {known}"),
        "title: is missing; add it",
    ];
    assert_eq!(lines(&json), wanted);
}

#[test]
fn faults_of_two_levels_are_reported_at_once() {
    let mut json = readiness_json();
    json["levels"][0]["title"] = "".into();
    json["levels"][2]["title"] = "".into();
    let empty = "title: is empty; write a text, or remove the key";
    assert_eq!(lines(&json), [format!("levels[0].{empty}"), format!("levels[2].{empty}")]);
}

#[test]
fn faults_of_two_steps_are_reported_at_once() {
    let mut json = readiness_json();
    json["findings"][0]["steps"][0] = "".into();
    json["findings"][0]["steps"][2] = 3.into();
    let wanted = [
        "findings[0].steps[0]: is empty; write a text, or remove the key",
        "findings[0].steps[2]: must be a text; write it in quotation marks",
    ];
    assert_eq!(lines(&json), wanted);
}

/// Each of these faults is reported, although none of the places that they are in can be judged for all of the others.
#[test]
fn faults_across_the_file_do_not_hide_each_other() {
    let mut json = readiness_json();
    json["sections"][0]["questions"][0]["choices"][1]["id"] = "met".into();
    json["levels"][1]["from"] = 90.into();
    json["findings"][3]["because"][0]["question"] = "aim".into();
    json["findings"][4]["id"] = json["findings"][2]["id"].clone();
    json["caps"][0]["section"] = "promotor".into();
    json["caps"][1]["missing"] = 9.into();
    json["roadmap"][0]["questions"][0] = "nothing".into();
    json["sections"][1]["title"] = "".into();
    let wanted = [
        "caps[0].section: names no gate; write the id of a section whose rule is all_of or ladder",
        "caps[1]: can never apply; the section has 3 conditions: write that or less",
        "findings[3].because[0].question: names no question; write the id of a question of this pack",
        "findings[4].id: ids must differ, and `purpose_unknown` stands twice; give one of the two another id",
        "levels: `from` must fall from level to level; end with 0 for rethink, such as 80, 50, 20, 0",
        "roadmap[0].questions[0]: names no question; write the id of a question of this pack",
        "sections[0].questions[0].choices[1].id: ids must differ, and `met` stands twice; give one of the two another id",
        "sections[1].title: is empty; write a text, or remove the key",
    ];
    assert_eq!(lines(&json), wanted);
}

/// What a fault stands in for is not held against the rest of the file.
#[test]
fn a_reference_to_what_was_refused_is_no_fault_of_its_own() {
    let mut json = readiness_json();
    json["sections"][0]["questions"][0]["id"] = "目的".into();
    json["sections"][0]["questions"][1]["choices"][0]["points"] = "20".into();
    json["levels"][2]["from"] = "50".into();
    json["caps"][0]["missing"] = "3".into();
    let wanted = [
        "caps[0].missing: must be a whole number; write one from 1 to 10000",
        "levels[2].from: must be a whole number; write one from 0 to 100",
        "sections[0].questions[0].id: is no id; use 1 to 40 of a-z, 0-9, _ and -",
        "sections[0].questions[1].choices[0].points: must be a whole number; write one from 0 to 10000",
    ];
    assert_eq!(lines(&json), wanted);
}

#[test]
fn there_must_be_something_to_score() {
    let gate = json!([{ "id": "gate", "title": "t", "rule": "all_of", "questions": [condition("q", 0)] }]);
    let line = "sections: there is nothing to score; give one section the rule sum or ladder";
    assert_eq!(lines(&small(gate, [80, 50, 20], json!([]))), [line]);
}

#[test]
fn a_key_without_effect_is_not_accepted() {
    let mut lacking = readiness_json();
    lacking["findings"][1]["because"][0]["lacks"] = json!(["met"]);
    let mut rung = readiness_json();
    rung["sections"][0]["points_per_rung"] = 10.into();
    assert!(Pack::read(&value(&lacking)).is_err(), "`lacks` says nothing about a single choice, and was passed over");
    assert!(Pack::read(&value(&rung)).is_err(), "`points_per_rung` says nothing about a sum, and was passed over");
}

/// A browser keeps the last of two equal keys and this reader the first: one file would be two packs with two hashes.
#[test]
fn a_key_that_stands_twice_is_refused() {
    let text = serde_json::to_string(&readiness_json()).unwrap();
    let twice = text.replacen("\"points\":20", "\"points\":20,\"points\":0", 1);
    assert!(twice.len() > text.len());
    let value: Value = serde_json::from_str(&twice).unwrap();
    assert!(Pack::read(&value).is_err());
}

#[test]
fn what_is_no_pack_at_all_is_refused_with_a_reason() {
    for junk in [json!(null), json!(7), json!("pack"), json!([]), json!({}), json!({ "format": 1 })] {
        let faults = Pack::read(&value(&junk)).unwrap_err();
        let is_reported = faults.0.iter().any(|fault| fault.code == Code::NotObject);
        assert!(is_reported != junk.is_object(), "{junk} is refused with these words:\n{faults}");
        assert!(faults.0.len() <= 50);
    }
}
