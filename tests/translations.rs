//! The shipped packs and the wording of the interface in every language: a translation differs from the Japanese in
//! nothing but words.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

use diagnosis::SavedResult;
use support::shipped::{Run, Runs, numbers, shipped, shipped_as};
use support::{Json, texts};

/// The ids of the packs, each once.
fn ids() -> BTreeSet<String> {
    shipped().into_iter().map(|pack| pack.json["id"].as_str().unwrap().to_owned()).collect()
}

/// The last key of a place.
fn key(place: &str) -> &str {
    place.rsplit('/').find(|key| key.parse::<usize>().is_err()).unwrap()
}

/// Whether a text under this key is there to be read: what a translation changes.
fn is_copy(key: &str) -> bool {
    let copy = "title lead topic text help label note meaning cta cta_note reason ended_reason pattern why steps";
    copy.split(' ').any(|other| other == key)
}

/// A pack without its words: what must be the same in every language.
fn structure(json: &Json) -> Json {
    let mut bare = json.clone();
    for (place, _) in texts(json) {
        if is_copy(key(&place)) {
            *bare.pointer_mut(&place).unwrap() = "words".into();
        }
    }
    bare["lang"] = "any".into();
    bare
}

#[test]
fn a_translation_has_the_structure_of_the_japanese_pack() {
    for shipped in shipped().iter().filter(|pack| !pack.is_japanese()) {
        let japanese = shipped_as(&format!("{}.ja", shipped.json["id"].as_str().unwrap())).json;
        let (theirs, ours) = (structure(&shipped.json), structure(&japanese));
        for (place, text) in texts(&ours) {
            assert_eq!(theirs.pointer(&place), Some(&Json::from(text)), "{}: {place}", shipped.name);
        }
        assert_eq!(theirs, ours, "{}", shipped.name);
        let numbers_of = |json: &Json| numbers(&support::read(json));
        assert_eq!(numbers_of(&shipped.json), numbers_of(&japanese));
    }
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn a_translation_leaves_no_japanese_behind() {
    for shipped in shipped() {
        for (place, text) in texts(&shipped.json).into_iter().filter(|(place, _)| is_copy(key(place))) {
            let found = text.chars().any(is_japanese);
            assert_eq!(found, shipped.is_japanese(), "{}: {place}: {text}", shipped.name);
        }
    }
}

/// The wording in a file of the folder `locales`.
fn wording(file: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(file);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What a text has filled in, such as `{level}`.
fn filled_in(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn the_interface_says_the_same_in_each_language() {
    let [japanese, english] = ["ja", "en"].map(|language| wording(&format!("{language}.json")));
    assert!(japanese.keys().eq(english.keys()), "{:?}, {:?}", japanese.keys(), english.keys());
    for (name, text) in &english {
        let other = &japanese[name];
        assert_eq!(filled_in(text), filled_in(other), "{name}");
        assert!(!text.chars().any(is_japanese), "{name}: {text}");
        assert!(other.is_empty() || other.chars().any(is_japanese), "{name}: {other}");
        assert_eq!(text.matches('|').count(), other.matches('|').count(), "{name} lists as many");
    }
}

#[test]
fn a_code_of_one_language_is_taken_up_in_the_other() {
    for id in ids() {
        let [japanese, english] = ["ja", "en"].map(|lang| shipped_as(&format!("{id}.{lang}")).pack());
        let some: Run = vec![0; japanese.questions().len()];
        let code = SavedResult { complete: Runs::of(&japanese).answers(&some), day: 20_778 }.encode();
        let past = SavedResult::decode(&english, &code).unwrap_or_else(|| panic!("refused in {id}.en: {code}"));
        let receipts = [japanese, Rc::clone(past.complete.answers().pack())].map(|pack| pack.hash().to_string());
        assert!(receipts[0] != receipts[1], "the receipt of {id} does not tell the languages apart");
    }
}

/// The comparison of structures says something: what it must tell apart, it does.
#[test]
fn another_structure_is_told_apart() {
    let japanese = shipped_as("executive.ja").json;
    let same = |place: &str, value: Json| {
        let mut other = japanese.clone();
        *other.pointer_mut(place).unwrap_or_else(|| panic!("nothing at {place}")) = value;
        structure(&other) == structure(&japanese)
    };
    assert!(same("/findings/0/steps/0", "other words".into()));
    for (place, value) in [
        ("/version", Json::from("9")),
        ("/sections/0/questions/0/id", "other".into()),
        ("/sections/0/questions/0/choices/0/points", 15.into()),
        ("/sections/1/rule", "all_of".into()),
        ("/levels/0/from", 81.into()),
        ("/caps/0/missing", 2.into()),
        ("/findings/1/because/0/is/0", "unknown".into()),
        ("/findings/1/who", serde_json::json!(["executive"])),
        ("/findings/1/steps", serde_json::json!(["one step fewer"])),
        ("/roadmap/0/months", 2.into()),
        ("/roadmap/0/questions/0", "stage".into()),
        ("/next/0/pack", "adoption".into()),
        ("/next/0", serde_json::json!({ "pack": "readiness", "levels": ["ready"], "text": "t", "label": "l" })),
    ] {
        assert!(!same(place, value), "{place} may differ unseen");
    }
}
