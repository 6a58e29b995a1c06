//! The text form of answers, and the hash of a pack's content: what leaves the engine and must come back unharmed.

mod support;

use std::collections::BTreeMap;
use std::rc::Rc;

use diagnosis::{Answers, ContentHash, Pack, Value, diagnose};
use proptest::prelude::*;
use proptest::sample::Index;
use support::cases::cases;
use support::{complete, config, readiness, readiness_json, texts, value};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn answers_survive_their_text_form(case in cases(5)) {
        let text = case.answers().encode();
        prop_assert_eq!(&Answers::parse(Rc::clone(&case.pack), &text), case.answers(), "{}", text);
    }

    #[test]
    fn answers_half_given_survive_their_text_form(case in cases(5), given in any::<u16>()) {
        let mut some = Answers::new(Rc::clone(&case.pack));
        for question in case.pack.questions().iter().filter(|question| given >> question.index & 1 == 1) {
            some.answer(question, &case.spare.choose(question));
        }
        prop_assert_eq!(&Answers::parse(Rc::clone(&case.pack), &some.encode()), &some);
    }

    #[test]
    fn a_damaged_text_never_panics(
        case in cases(3),
        edits in prop::collection::vec((any::<Index>(), 0u8..3, "[a-z0-9_=&%+]|\\PC"), 1..12),
    ) {
        let mut text: Vec<char> = case.answers().encode().chars().collect();
        for (at, kind, junk) in edits {
            let at = at.index(text.len() + 1);
            let end = (at + usize::from(kind % 2)).min(text.len());
            text.splice(at..end, if kind == 0 { Vec::new() } else { junk.chars().collect() });
        }
        reads_what_it_can(&case.pack, &text.into_iter().collect::<String>())?;
    }

    #[test]
    fn any_text_at_all_never_panics(case in cases(3), text in prop_oneof![any::<String>(), "([sqc0-3]{0,4}[=&]){0,20}"]) {
        reads_what_it_can(&case.pack, &text)?;
    }

    #[test]
    fn a_reformatted_pack_keeps_its_hash(case in cases(5)) {
        let pretty: Value = serde_json::from_str(&serde_json::to_string_pretty(&case.json).unwrap()).unwrap();
        let backwards = turned(value(&case.json));
        prop_assert!(value(&case.json) != backwards, "the order of keys must differ for this test to say anything");
        let hash = diagnose(&case.complete).receipt.content_hash;
        for same in [pretty, backwards] {
            let pack = Pack::read(&same).unwrap();
            prop_assert_eq!(&hash, pack.hash());
        }
    }

    #[test]
    fn a_pack_with_one_text_changed_has_another_hash(case in cases(3), which in any::<Index>(), more in "\\PC") {
        let mut json = case.json.clone();
        let places = texts(&json);
        let (place, text) = which.get(&places);
        *json.pointer_mut(place).unwrap() = format!("{text}{more}").into();
        let before = ContentHash::of(&value(&case.json)).to_string();
        prop_assert!(ContentHash::of(&value(&json)).to_string() != before, "{place} does not count");
    }
}

/// Whatever the text says, the answers read from it fit: they can be written, read again and, if complete, diagnosed.
fn reads_what_it_can(pack: &Rc<Pack>, text: &str) -> Result<(), TestCaseError> {
    let answers = Answers::parse(Rc::clone(pack), text);
    let again = Answers::parse(Rc::clone(pack), &answers.encode());
    prop_assert_eq!(&answers, &again);
    if let Ok(complete) = answers.complete() {
        diagnose(&complete);
    }
    Ok(())
}

/// The same content with the keys of every object in the opposite order.
fn turned(value: Value) -> Value {
    match value {
        Value::List(items) => Value::List(items.into_iter().map(turned).collect()),
        Value::Map(entries) => Value::Map(entries.into_iter().rev().map(|(key, value)| (key, turned(value))).collect()),
        other => other,
    }
}

#[test]
fn every_text_of_the_readiness_pack_counts_in_its_hash() {
    let json = readiness_json();
    let mut seen = BTreeMap::from([(readiness().hash().to_string(), "the pack itself".to_owned())]);
    for (place, text) in texts(&json) {
        let mut changed = json.clone();
        *changed.pointer_mut(&place).unwrap() = format!("{text}。").into();
        let hash = ContentHash::of(&value(&changed)).to_string();
        if let Some(other) = seen.insert(hash, place.clone()) {
            panic!("{place} and {other} have the same hash");
        }
    }
    assert!(seen.len() > 300, "only {} texts found", seen.len());
}

#[test]
fn going_back_keeps_answers_that_are_not_asked_now() {
    let text =
        "purpose=met&involvement=met&measurement=met&security=met&expectation=met&authority=none&time=met&skill=";
    let complete = complete(Answers::parse(readiness(), text));
    assert_eq!(complete.answers().encode(), text);
    assert_eq!(complete.answers().visible_questions().count(), 6);
}

#[test]
fn a_question_of_another_pack_is_not_answered() {
    let mut json = readiness_json();
    let choices = json["sections"][0]["questions"][0]["choices"].as_array_mut().unwrap();
    choices.push(serde_json::json!({ "id": "elsewhere", "label": "l", "points": 0 }));
    let foreign = support::question(&support::read(&json), "purpose");
    let mut answers = Answers::new(readiness());
    assert!(
        !answers.answer(&foreign, &["elsewhere"]),
        "this pack has no such choice, yet holds `{}`",
        answers.encode()
    );
}
