//! What the native test crates share: the packs in the repository, ways to answer a pack, generated cases, an oracle.
//!
//! Knows only the public face of the engine, as its users do.

#![allow(dead_code, reason = "each test crate uses its own part of this module")]

pub(crate) mod cases;
pub(crate) mod codes;
pub(crate) mod damage;
pub(crate) mod oracle;
mod packs;
pub(crate) mod run;
pub(crate) mod shipped;

use std::rc::Rc;

use diagnosis::{Answers, Complete, Pack, Question, Value};
use proptest::test_runner::Config;
use serde_json::json;

pub(crate) type Json = serde_json::Value;

/// Settings of every property: the defaults (`PROPTEST_CASES` is heard), without files of old failures, since the
/// report of a failure holds all that is needed to repeat it.
pub(crate) fn config() -> Config {
    Config { failure_persistence: None, ..Config::default() }
}

/// The pack `readiness` as JSON, to be changed by a test.
pub(crate) fn readiness_json() -> Json {
    serde_json::from_str(include_str!("../../packs/readiness.ja.json")).unwrap()
}

/// The pack `readiness`.
pub(crate) fn readiness() -> Rc<Pack> {
    read(&readiness_json())
}

/// What the engine reads packs from.
pub(crate) fn value(json: &Json) -> Value {
    serde_json::from_value(json.clone()).unwrap()
}

/// A small pack of the test's own: sections as in a file, the levels' `from` of ready, nearly and prepare, and caps.
pub(crate) fn small(sections: Json, [ready, nearly, prepare]: [u32; 3], caps: Json) -> Json {
    let mut json = readiness_json();
    (json["sections"], json["caps"]) = (sections, caps);
    (json["findings"], json["roadmap"]) = (json!([]), json!([]));
    for (level, from) in [ready, nearly, prepare].into_iter().enumerate() {
        json["levels"][level]["from"] = from.into();
    }
    json
}

/// A question of a gate or ladder to be answered `no` or `yes`, or, if `boxes` is not 0, by ticking `b0`, `b1`….
pub(crate) fn condition(id: &str, boxes: usize) -> Json {
    let ticks = (0..boxes).map(|i| json!({ "id": format!("b{i}"), "label": "l", "met": true })).collect();
    let yes_no = json!([{ "id": "no", "label": "l" }, { "id": "yes", "label": "l", "met": true }]);
    let choices = if boxes > 0 { Json::Array(ticks) } else { yes_no };
    json!({ "id": id, "topic": "t", "text": "t", "multiple": boxes > 0, "choices": choices })
}

/// A question of a sum to be answered `no`, or `yes` for that many points.
pub(crate) fn points(id: &str, points: u32) -> Json {
    let choices = json!([{ "id": "no", "label": "l", "points": 0 }, { "id": "yes", "label": "l", "points": points }]);
    json!({ "id": id, "topic": "t", "text": "t", "choices": choices })
}

/// Reads a pack that must be accepted.
pub(crate) fn read(json: &Json) -> Rc<Pack> {
    let pack = Pack::read(&value(json)).unwrap_or_else(|faults| panic!("this pack is refused:\n{faults}\n{json}"));
    Rc::new(pack)
}

/// Every text of a file, with its JSON pointer.
pub(crate) fn texts(json: &Json) -> Vec<(String, String)> {
    let inside = |key: String, child: &Json| {
        texts(child).into_iter().map(move |(rest, text)| (format!("/{key}{rest}"), text)).collect::<Vec<_>>()
    };
    match json {
        Json::String(text) => vec![(String::new(), text.clone())],
        Json::Array(items) => items.iter().enumerate().flat_map(|(i, item)| inside(i.to_string(), item)).collect(),
        Json::Object(entries) => entries.iter().flat_map(|(key, child)| inside(key.clone(), child)).collect(),
        _ => Vec::new(),
    }
}

/// The question of that id.
pub(crate) fn question(pack: &Pack, id: &str) -> Rc<Question> {
    let found = pack.questions().iter().find(|question| question.id.as_str() == id);
    Rc::clone(found.unwrap_or_else(|| panic!("no question {id}")))
}

/// Answers that must be complete.
pub(crate) fn complete(answers: Answers) -> Complete {
    answers.complete().unwrap_or_else(|open| panic!("not complete: {}", open.encode()))
}

/// Answers given in their text form that must be complete.
pub(crate) fn answered(pack: &Rc<Pack>, text: &str) -> Complete {
    let complete = complete(Answers::parse(Rc::clone(pack), text));
    assert_eq!(complete.answers().encode(), text, "the answers must fit the pack as they stand");
    complete
}

/// Answers what is open, question by question, as a respondent does.
pub(crate) fn finish(mut answers: Answers, choose: impl Fn(&Question) -> Vec<&str>) -> Complete {
    while let Some(question) = answers.first_open() {
        assert!(answers.answer(&question, &choose(&question)), "an answer to {} does not fit", question.id);
    }
    complete(answers)
}

/// The best answer: the choice of most credit, or every box.
pub(crate) fn best(question: &Question) -> Vec<&str> {
    if question.multiple {
        return question.choices.iter().map(|choice| choice.id.as_str()).collect();
    }
    question.choices.iter().max_by_key(|choice| choice.credit).map(|choice| choice.id.as_str()).into_iter().collect()
}

/// The worst answer: what ends the section, else the choice of least credit, or no box.
pub(crate) fn worst(question: &Question) -> Vec<&str> {
    if question.multiple {
        return Vec::new();
    }
    let rank = |choice: &&diagnosis::Choice| (choice.credit, !choice.ends_section);
    question.choices.iter().min_by_key(rank).map(|choice| choice.id.as_str()).into_iter().collect()
}
