//! Refusals of packs with more than one fault, of what is no pack at all, and of packs damaged at random.

mod support;

use std::rc::Rc;

use diagnosis::{Answers, Level, Pack, Value, diagnose};
use diagnostics::{Code, Diagnostic, Language};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;
use support::{Json, best, condition, config, finish, readiness_json, small, value, worst};

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

/// One act of damage: where, what, and the junk for it.
#[derive(Clone, Debug)]
enum Damage {
    Delete,
    Replace(Json),
    Duplicate,
    Add(Json),
}

fn damage() -> impl Strategy<Value = Damage> {
    let long = "長".repeat(2_001);
    let texts = [json!(""), json!("x"), json!("met"), json!("purpose"), json!("sum"), json!("ladder"), json!(long)];
    let numbers = [json!(0), json!(1), json!(-1), json!(0.5), json!(1e300), json!(10_001), json!(40)];
    let others =
        [json!(null), json!(true), json!(false), json!([]), json!({}), json!([[[]]]), json!([{ "id": "met" }])];
    let junk = select([&texts[..], &numbers[..], &others[..]].concat());
    prop_oneof![
        Just(Damage::Delete),
        junk.clone().prop_map(Damage::Replace),
        Just(Damage::Duplicate),
        junk.prop_map(Damage::Add),
    ]
}

/// Every place of a file but its root, as JSON pointers.
fn places(json: &Json) -> Vec<String> {
    let children: Vec<(String, &Json)> = match json {
        Json::Array(items) => items.iter().enumerate().map(|(i, item)| (i.to_string(), item)).collect(),
        Json::Object(entries) => entries.iter().map(|(key, child)| (key.clone(), child)).collect(),
        _ => Vec::new(),
    };
    let below = |(key, child): (String, &Json)| {
        let inside = places(child).into_iter().map(|rest| format!("/{key}{rest}")).collect::<Vec<_>>();
        [vec![format!("/{key}")], inside].concat()
    };
    children.into_iter().flat_map(below).collect()
}

fn inflict(json: &mut Json, place: &str, damage: Damage) {
    let (parent, key) = place.rsplit_once('/').unwrap();
    let old = json.pointer(place).unwrap().clone();
    match (json.pointer_mut(parent).unwrap(), damage) {
        (Json::Array(items), damage) => {
            let at: usize = key.parse().unwrap();
            match damage {
                Damage::Delete => drop(items.remove(at)),
                Damage::Replace(junk) => items[at] = junk,
                Damage::Duplicate => items.insert(at, old),
                Damage::Add(junk) => items.insert(at, junk),
            }
        }
        (Json::Object(entries), Damage::Delete) => drop(entries.remove(key)),
        (Json::Object(entries), Damage::Replace(junk)) => drop(entries.insert(key.to_owned(), junk)),
        (Json::Object(entries), Damage::Duplicate) => drop(entries.insert("copy".to_owned(), old)),
        (Json::Object(entries), Damage::Add(junk)) => drop(entries.insert("ends_section".to_owned(), junk)),
        _ => {}
    }
}

/// Whether `path` (`sections[1].questions[0].text`) leads to a place of the file, or to a key missing from one.
fn leads_somewhere(json: &Json, path: &str) -> bool {
    let pointer = path.replace(['[', '.'], "/").replace(']', "");
    let pointer = if pointer.is_empty() { pointer } else { format!("/{pointer}") };
    let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
    json.pointer(parent).is_some()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_damaged_pack_is_read_or_refused_with_reasons(acts in vec((any::<Index>(), damage()), 1..=4)) {
        let mut json = readiness_json();
        for (which, damage) in acts {
            let places = places(&json);
            let place: &String = which.get(&places);
            inflict(&mut json, place, damage);
        }
        match Pack::read(&value(&json)) {
            Ok(pack) => keeps_its_promises(pack)?,
            Err(faults) => {
                prop_assert!(!faults.0.is_empty(), "refused without a word");
                for fault in faults.0 {
                    prop_assert!(!fault.text(Language::En).is_empty() && !fault.fix(Language::Ja).is_empty(), "{fault:?}");
                    prop_assert!(leads_somewhere(&json, &fault.path), "{fault:?} leads nowhere");
                }
            }
        }
    }
}

fn keeps_its_promises(pack: Pack) -> Result<(), TestCaseError> {
    let pack = Rc::new(pack);
    let top = diagnose(&finish(Answers::new(Rc::clone(&pack)), best));
    prop_assert_eq!((top.score.get(), top.level), (100, Level::Ready));
    let bottom = diagnose(&finish(Answers::new(pack), worst));
    prop_assert!(bottom.level == Level::Ready || bottom.way_up.is_some());
    Ok(())
}
