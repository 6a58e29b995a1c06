//! The JSON Schema of `pack/v1`: up to date, and of one mind with the reader.
//!
//! It is made by `crates/authoring/src/schema`. `SHINDAN_BLESS=1 cargo test --test schema` writes it anew.

mod support;

use std::fs;

use authoring::schema;
use diagnosis::Pack;
use diagnostics::Code;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::json;
use support::cases::cases;
use support::damage::{Dice, damaged};
use support::shipped::shipped;
use support::{Json, config, readiness_json, value};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/pack.schema.json");

fn validator() -> Validator {
    let schema = serde_json::to_value(schema()).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("the schema is none: {error}"));
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn the_file_is_what_the_code_makes() {
    let made = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("SHINDAN_BLESS").is_some() {
        fs::write(FILE, &made).unwrap();
    }
    let file = fs::read_to_string(FILE).unwrap_or_default();
    assert!(file == made, "packs/pack.schema.json is stale: run SHINDAN_BLESS=1 cargo test --test schema");
}

#[test]
fn the_shipped_packs_name_the_schema_and_keep_to_it() {
    let validator = validator();
    for pack in shipped() {
        assert_eq!(pack.json["$schema"], "pack.schema.json", "{}", pack.name);
        let faults: Vec<String> = validator.iter_errors(&pack.json).map(|error| error.to_string()).collect();
        assert_eq!(faults, [""; 0], "{}", pack.name);
    }
}

/// Refusals that no schema can know: they hang on more than one place, or on bytes.
const BEYOND: [Code; 14] = [
    Code::IdTwice,
    Code::UnknownGate,
    Code::UnknownQuestion,
    Code::UnknownChoice,
    Code::AllEarnTheSame,
    Code::NothingToScore,
    Code::TooManyPoints,
    Code::TooManyQuestions,
    Code::LevelsNotFalling,
    Code::CapCanNeverApply,
    Code::CapsContradict,
    Code::TooLong,
    // Of a condition: whether it is `is` or `lacks` hangs on the question.
    Code::UnknownKey,
    Code::Missing,
];

/// Whether a refusal says only what is beyond a schema.
fn is_beyond(pack: &Json) -> bool {
    let faults = Pack::read(&value(pack)).unwrap_err().0;
    faults.iter().all(|fault| {
        let of_condition = fault.path.contains(".because[");
        let only_there = [Code::UnknownKey, Code::Missing].contains(&fault.code);
        BEYOND.contains(&fault.code) && (of_condition || !only_there)
    })
}

/// Holds that the schema refuses nothing that the reader accepts, and accepts nothing that it could have refused.
fn agrees(validator: &Validator, pack: &Json, which: &str) -> bool {
    let accepts = Pack::read(&value(pack)).is_ok();
    let faults: Vec<String> = validator.iter_errors(pack).map(|e| format!("{}: {e}", e.instance_path())).collect();
    if accepts {
        assert!(faults.is_empty(), "{which}: the reader accepts what the schema refuses:\n{}", faults.join("\n"));
    } else if faults.is_empty() {
        let said = Pack::read(&value(pack)).unwrap_err();
        assert!(is_beyond(pack), "{which}: the schema accepts what the reader refuses at one place:\n{said}");
    }
    accepts
}

#[test]
fn schema_and_reader_agree_about_damaged_packs() {
    let validator = validator();
    let packs: Vec<_> = shipped().iter().map(|pack| value(&pack.json)).collect();
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let (cases, from) = (number("SHINDAN_CASES").unwrap_or(600), number("SHINDAN_SEED").unwrap_or(0));
    let mut accepted = 0;
    for seed in from..from + cases {
        let mut dice = Dice(seed);
        let pack = dice.pick(&packs);
        let json = serde_json::to_value(damaged(pack, &mut dice)).unwrap();
        accepted += u64::from(agrees(&validator, &json, &format!("seed {seed}")));
    }
    assert!((cases / 20..cases * 9 / 10).contains(&accepted), "{accepted} of {cases} are accepted");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_schema_accepts_every_generated_pack(case in cases(5)) {
        prop_assert!(agrees(validator_once(), &case.json, "generated"));
    }
}

fn validator_once() -> &'static Validator {
    static ONCE: std::sync::OnceLock<Validator> = std::sync::OnceLock::new();
    ONCE.get_or_init(validator)
}

#[test]
fn what_stands_at_one_place_is_refused_by_both() {
    let validator = validator();
    let first = "/sections/0/questions/0";
    let gate = "/sections/1/questions/0/choices";
    let cases = [
        ("/format", json!("pack/v2")),
        ("/id", json!("Readiness")),
        ("/id", json!("a".repeat(41))),
        ("/title", json!(" \u{3000}\u{a0}")),
        ("/title", json!("a\tb")),
        ("/title", json!("a".repeat(6_001))),
        ("/sections/0/rule", json!("all")),
        (&[first, "/choices/0/points"].concat(), json!(10_001)),
        (&[first, "/choices/0/points"].concat(), json!(0.5)),
        (&[first, "/choices"].concat(), json!([{ "id": "a", "label": "a", "points": 1 }])),
        (&[first, "/multiple"].concat(), json!("yes")),
        (&[first, "/help"].concat(), json!(7)),
        (&[gate, "/0/points"].concat(), json!(7)),
        (&[gate, "/0/ends_section"].concat(), json!(true)),
        ("/sections/1/questions/2/choices/0/ends_section", json!(true)),
        ("/levels/3/from", json!(1)),
        ("/levels/0/id", json!("nearly")),
        ("/caps/0/level", json!("low")),
        ("/findings/0/who/0", json!("boss")),
        ("/findings/0/steps", json!([])),
        ("/roadmap/0/months", json!(13)),
        ("/levels", Json::Null),
        ("/next", json!({})),
        ("/next/0/pack", json!("https://example.com/pack.json")),
        ("/next/0/levels", json!([])),
        ("/next/0/levels/0", json!("low")),
        ("/next/0/text", Json::Null),
        ("/next/0/href", json!("/")),
    ];
    for (place, new) in cases {
        let mut json = readiness_json();
        let (parent, key) = place.rsplit_once('/').unwrap();
        match json.pointer_mut(parent).unwrap() {
            Json::Array(items) => items[key.parse::<usize>().unwrap()] = new.clone(),
            other => other[key] = new.clone(),
        }
        assert!(Pack::read(&value(&json)).is_err(), "the reader accepts {place} = {new}");
        assert!(!validator.is_valid(&json), "the schema accepts {place} = {new}");
    }
}
