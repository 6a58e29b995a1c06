//! Every fault of a file is reported with its place and what to do.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use benchmark::{Benchmark, share_of};
use diagnosis::Value;
use serde_json::{Value as Json, json};

fn file() -> Json {
    json!({
        "format": "benchmark/v1", "pack": "readiness", "version": "1.3.0", "source": "A survey", "date": "2026-10-01",
        "licence": "CC BY 4.0",
        "all": { "n": 40, "scores": [0, 0, 4, 6, 10, 10, 5, 5, 0, 0], "questions": { "purpose": { "met": 30, "unmet": 9 } } },
        "groups": [
            { "id": "small", "by": "Size", "label": "1–50", "n": 20, "scores": [0, 0, 4, 6, 10, 0, 0, 0, 0, 0] },
            { "id": "large", "by": "Size", "label": "51–", "n": 20, "scores": [0, 0, 0, 0, 0, 10, 5, 5, 0, 0] },
        ],
    })
}

fn value(json: &Json) -> Value {
    serde_json::from_str(&json.to_string()).unwrap()
}

/// Reads the file with another value at a JSON pointer, or without it.
fn with(pointer: &str, other: Option<Json>) -> Result<Benchmark, String> {
    let mut json = file();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = json.pointer_mut(parent).unwrap();
    match (parent, other) {
        (Json::Object(map), Some(other)) => drop(map.insert(key.to_owned(), other)),
        (Json::Object(map), None) => drop(map.remove(key)),
        (list, Some(other)) => *list.get_mut(key.parse::<usize>().unwrap()).unwrap() = other,
        (list, None) => drop(list.as_array_mut().unwrap().remove(key.parse().unwrap())),
    }
    Benchmark::read(&value(&json)).map_err(|faults| faults.to_string())
}

#[test]
fn a_sound_file_is_read() {
    let read = Benchmark::read(&value(&file())).unwrap();
    assert_eq!((read.min, read.groups.len(), read.warnings().len()), (10, 2, 0));
    assert!(read.is_shown() && read.is_of("readiness", "1.3.0") && !read.is_of("readiness", "1.4.0"));
    assert_eq!(share_of(&read.all, "purpose", "met"), Some(77));
    assert_eq!(share_of(&read.all, "purpose", "partly"), Some(0));
    assert_eq!(share_of(&read.all, "time", "met"), None);
    assert_eq!(Benchmark::read(&read.to_value()), Ok(read));
}

#[test]
fn each_fault_has_a_place_a_reason_and_a_fix() {
    let check = |pointer: &str, other: Option<Json>, expect: &str| {
        let found = with(pointer, other.clone()).expect_err(&format!("{pointer} {other:?} is read"));
        assert_eq!(found.trim(), expect, "{pointer} {other:?}");
    };
    check("/format", Some(json!("pack/v1")), "format: is not a format that this version reads; write \"benchmark/v1\"");
    check("/pack", None, "pack: is missing; add it");
    check("/date", Some(json!("1 October")), "date: is no day; write it like 2026-12-01");
    check("/date", Some(json!("2026-13-01")), "date: is no day; write it like 2026-12-01");
    check("/min", Some(json!(3)), "min: must be a whole number; write one from 10 to 1000000000");
    check("/all", None, "all: is missing; add it");
    check("/all/n", Some(json!(41)), "all.scores: its numbers make 40, and n is 41; count each response once");
    check(
        "/all/scores/2",
        Some(json!(-4)),
        "all.scores[2]: must be a whole number; write one from 0 to 1000000000\nall.scores: its numbers make 36, and n is 40; count each response once",
    );
    check(
        "/all/scores/9",
        None,
        "all.scores: must have ten numbers; write how many scored 0 to 9, 10 to 19, and so on up to 90 to 100",
    );
    check(
        "/all/questions/purpose/met",
        Some(json!(32)),
        "all.questions.purpose: its numbers make 41, and n is 40; count each response once at most",
    );
    check(
        "/all/questions/purpose/M E",
        Some(json!(1)),
        "all.questions.purpose.M E: is no answer; write the id of a choice, or those of ticked boxes joined by +",
    );
    check(
        "/groups/1/id",
        Some(json!("small")),
        "groups[1].id: ids must differ, and `small` stands twice; give one of the two another id",
    );
    check("/groups/0/label", Some(json!("")), "groups[0].label: is empty; write a text, or remove the key");
    check(
        "/groups/0/names",
        Some(json!([])),
        "groups[0].names: this key is not known; one of: id, by, label, n, scores, questions",
    );
    assert!(with("/licence", None).unwrap_err().contains("licence: is missing"));
}

#[test]
fn groups_that_are_not_shown_or_tell_of_others_are_remarked() {
    let scores = |n: u32| json!([n, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let small = json!({ "id": "small", "by": "Size", "label": "1–50", "n": 9, "scores": scores(9) });
    let read = with("/groups/0", Some(small)).unwrap();
    let found: Vec<String> = read.warnings().iter().map(ToString::to_string).collect();
    assert_eq!(found, ["groups[0].n: has 9 responses, so it is not shown; put it together with another, up to 10"]);
    assert_eq!(read.shown_groups().count(), 1);

    let nearly_all = json!({ "id": "small", "by": "Size", "label": "1–50", "n": 17, "scores": scores(17) });
    let found: Vec<String> =
        with("/groups/0", Some(nearly_all)).unwrap().warnings().iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "groups: the groups by Size leave out 3 responses, which can be derived by subtraction; put those into a group of 3 and others"
        ]
    );
}
