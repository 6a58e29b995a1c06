//! Packs made to do harm, and packs damaged by chance, as many as one has time for.
//!
//! `SHINDAN_CASES=1000000 cargo test --release --test hostile_packs -- --nocapture` throws a million of them at the
//! reader; `SHINDAN_SEED` chooses other ones.

mod support;

use std::rc::Rc;
use std::time::{Duration, Instant};

use authoring::lint;
use diagnosis::{Answers, Level, Pack, Value, diagnose};
use diagnostics::{Diagnostic, Language};
use serde_json::json;
use support::damage::{Dice, damaged, damaged_bytes};
use support::shipped::shipped;
use support::{Json, best, finish, points, readiness_json, small, value, worst};

/// Longer than any reading takes, also on a busy machine: what takes longer hangs.
const HANGS: Duration = Duration::from_secs(10);

fn from_environment(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} wants a number, not {text}")))
}

/// What came of the cases so far.
#[derive(Debug, Default)]
struct Tally {
    accepted: u64,
    refused: u64,
    no_json: u64,
    slowest: (Duration, u64),
}

#[test]
fn damaged_packs_are_read_or_refused_with_place_reason_and_mend() {
    let cases = from_environment("SHINDAN_CASES").unwrap_or(1_500);
    let first = from_environment("SHINDAN_SEED").unwrap_or(0);
    let packs: Vec<(Value, Vec<u8>)> =
        shipped().iter().map(|pack| (value(&pack.json), serde_json::to_vec(&pack.json).unwrap())).collect();
    let (mut tally, started) = (Tally::default(), Instant::now());
    for case in first..first + cases {
        let mut dice = Dice(case);
        let (pack, file) = dice.pick(&packs);
        let value = match dice.below(6) {
            0 => serde_json::from_slice(&damaged_bytes(file, &mut dice)).ok(),
            _ => Some(damaged(pack, &mut dice)),
        };
        match value {
            Some(value) => try_one(case, &value, &mut tally),
            None => tally.no_json += 1,
        }
    }
    println!("{cases} cases from seed {first} in {:.1} s: {tally:?}", started.elapsed().as_secs_f32());
    assert!(
        tally.accepted * 50 > cases && tally.refused * 4 > cases,
        "the damage is too great or too small: {tally:?}"
    );
    assert!(tally.slowest.0 < HANGS, "{tally:?}");
}

fn try_one(case: u64, value: &Value, tally: &mut Tally) {
    let started = Instant::now();
    let read = Pack::read(value);
    tally.slowest = tally.slowest.max((started.elapsed(), case));
    match read {
        Ok(pack) => {
            tally.accepted += 1;
            keeps_its_promises(case, pack);
        }
        Err(faults) => {
            tally.refused += 1;
            assert!((1..=50).contains(&faults.0.len()), "SHINDAN_SEED={case}: {} faults", faults.0.len());
            for fault in &faults.0 {
                let is_reported = !fault.text(Language::En).is_empty() && !fault.fix(Language::Ja).is_empty();
                assert!(is_reported && leads_somewhere(value, &fault.path), "SHINDAN_SEED={case}: {fault:?}");
            }
        }
    }
}

fn keeps_its_promises(case: u64, pack: Pack) {
    let pack = Rc::new(pack);
    let top = diagnose(&finish(Answers::new(Rc::clone(&pack)), best));
    assert_eq!((top.score.get(), top.level), (100, Level::Ready), "SHINDAN_SEED={case}");
    let bottom = diagnose(&finish(Answers::new(Rc::clone(&pack)), worst));
    assert!(bottom.level == Level::Ready || bottom.way_up.is_some(), "SHINDAN_SEED={case}");
    let remarks = lint(&pack);
    assert!(remarks.iter().all(|remark| !remark.fix(Language::En).is_empty()), "SHINDAN_SEED={case}");
    assert_eq!(Pack::decode(&pack.encode()).as_ref(), Some(&*pack), "SHINDAN_SEED={case}");
}

/// Whether `path` (`sections[1].questions[0].text`) leads to a place of the file, or to a key missing from one. Keys
/// may hold anything, dots and brackets too.
fn leads_somewhere(value: &Value, path: &str) -> bool {
    let is_key = !path.trim_start_matches('.').contains(['.', '[']);
    match value {
        _ if is_key => true,
        Value::List(items) => {
            let step = path.strip_prefix('[').and_then(|rest| rest.split_once(']'));
            let item = step.and_then(|(i, rest)| Some((items.get(i.parse::<usize>().ok()?)?, rest)));
            item.is_some_and(|(item, rest)| leads_somewhere(item, rest))
        }
        Value::Map(entries) => {
            let path = path.strip_prefix('.').unwrap_or(path);
            entries
                .iter()
                .any(|(key, inner)| path.strip_prefix(&**key).is_some_and(|rest| leads_somewhere(inner, rest)))
        }
        _ => false,
    }
}

/// The faults of a reading that must not take long.
fn refused(value: &Value) -> Vec<Diagnostic> {
    let started = Instant::now();
    let faults = Pack::read(value).unwrap_err().0;
    assert!(started.elapsed() < HANGS, "it took {:?} to refuse this", started.elapsed());
    faults
}

fn reasons(json: &Json) -> Vec<String> {
    refused(&value(json)).iter().map(|fault| format!("{}: {}", fault.path, fault.text(Language::En))).collect()
}

#[test]
fn ten_megabytes_are_refused_at_once() {
    let huge = "x".repeat(10_000_000);
    for place in ["title", "id", "format", "$schema", "lang"] {
        let mut json = readiness_json();
        json[place] = huge.as_str().into();
        let faults = refused(&value(&json));
        assert!(faults.iter().all(|fault| fault.to_string().len() < 200), "{place}: the refusal repeats the text");
    }
    let mut json = readiness_json();
    json["findings"] = Json::Array(vec![json!({}); 1_000_000]);
    assert_eq!(reasons(&json), ["findings: has too few or too many entries"]);
    json = readiness_json();
    json["sections"][0]["questions"][0]["choices"] = Json::Array(vec![json!("x"); 3_000_000]);
    assert_eq!(reasons(&json), ["sections[0].questions[0].choices: has too few or too many entries"]);
}

#[test]
fn ten_megabytes_of_keys_are_refused_at_once() {
    let unknown = Value::Map((0..500_000).map(|i| (format!("key{i}"), Value::Null)).collect());
    assert_eq!(refused(&unknown).len(), 50);
    let twice = Value::Map((0..1_000_000).map(|_| ("title".to_owned(), Value::Text("t".to_owned()))).collect());
    assert_eq!(refused(&twice).len(), 50);
}

/// Each list is within its bounds, and so is each text; together they would take the reader minutes.
#[test]
fn more_questions_than_anyone_answers_are_refused_at_once() {
    let question = |s: usize, q: usize| points(&format!("s{s}q{q}"), 1);
    let section = |s: usize, questions: usize| {
        let questions: Json = (0..questions).map(|q| question(s, q)).collect();
        json!({ "id": format!("s{s}"), "title": "t", "rule": "sum", "questions": questions })
    };
    let sections = |count: usize, questions: usize| -> Json { (0..count).map(|s| section(s, questions)).collect() };
    let mut json = small(sections(40, 1_000), [80, 50, 20], json!([]));
    let condition = json!({ "question": "s39q999", "is": ["no"] });
    json["findings"] = json!([{
        "id": "f", "title": "t", "because": vec![condition; 1_000], "pattern": "p", "why": "w", "steps": ["s"],
        "who": ["promoter"],
    }]);
    json["findings"] = (0..20)
        .map(|i| {
            let mut finding = json["findings"][0].clone();
            finding["id"] = format!("f{i}").into();
            finding
        })
        .collect();
    assert_eq!(reasons(&json), ["sections: there are too many questions"]);
    let largest = small(sections(10, 100), [80, 50, 20], json!([]));
    assert_eq!(support::read(&largest).questions().len(), 1_000);
    assert_eq!(reasons(&small(sections(7, 143), [80, 50, 20], json!([]))), ["sections: there are too many questions"]);
}

#[test]
fn ten_thousand_levels_of_nesting_are_refused() {
    let deep = || (0..10_000).fold(Value::Null, |inner, _| Value::List(vec![inner]));
    let deep_map = || (0..10_000).fold(Value::Null, |inner, _| Value::Map(vec![("sections".to_owned(), inner)]));
    refused(&deep());
    refused(&deep_map());
    let Value::Map(entries) = value(&readiness_json()) else { panic!("a pack is an object") };
    for at in 0..entries.len() {
        let mut entries = entries.clone();
        entries[at].1 = deep();
        refused(&Value::Map(entries));
    }
    for key in ["$schema", "unknown", "__proto__"] {
        let mut entries = entries.clone();
        entries.push((key.to_owned(), deep_map()));
        refused(&Value::Map(entries));
    }
    let text = ["[".repeat(10_000), "]".repeat(10_000)].concat();
    assert!(serde_json::from_str::<Value>(&text).is_err(), "the parser of the commands follows it down");
}

#[test]
fn names_that_mean_something_to_scripts_are_keys_and_ids_like_any_other() {
    for name in ["__proto__", "constructor", "prototype", "toString"] {
        let mut json = readiness_json();
        json[name] = json!({ "format": "pack/v1", "polluted": true });
        assert_eq!(reasons(&json), [format!("{name}: this key is not known")]);
    }
    let names = ["__proto__", "constructor", "prototype", "valueof"];
    let questions: Json = names.iter().map(|name| points(name, 5)).collect();
    let section = json!({ "id": "__proto__", "title": "t", "rule": "sum", "questions": questions });
    let pack = support::read(&small(json!([section]), [80, 50, 20], json!([])));
    let text = "__proto__=yes&constructor=no&prototype=yes&valueof=no";
    let verdict = diagnose(&support::answered(&pack, text));
    assert_eq!((verdict.score.get(), verdict.level), (50, Level::Nearly));
}

/// What a pack says is text: it is taken up letter for letter, and it is for the views to show it as such.
#[test]
fn markup_and_scripts_in_texts_stay_the_text_that_they_are() {
    let hostile = "<img src=x onerror=alert(1)> javascript:alert(1) ]]> ${x} {{x}} \u{202e}";
    let mut json = readiness_json();
    json["sections"][0]["questions"][0]["text"] = hostile.into();
    json["levels"][0]["cta"] = hostile.into();
    let pack = support::read(&json);
    assert_eq!(&*pack.questions()[0].text, hostile);
    assert_eq!(Pack::decode(&pack.encode()).as_ref(), Some(&*pack));
}

/// Nor is it markup in the questionnaire that is rendered at build time.
#[cfg(feature = "ssr")]
#[test]
fn markup_in_texts_is_no_markup_in_the_questionnaire() {
    let mut json = readiness_json();
    for (place, text) in support::texts(&json) {
        let key = place.rsplit('/').next().unwrap();
        if ["text", "help", "label", "note", "topic", "title"].contains(&key) {
            *json.pointer_mut(&place).unwrap() = format!("{text}<script>alert(1)</script>\"><img src=x>").into();
        }
    }
    let pack = Pack::read(&value(&json)).unwrap();
    let copy = messages::Messages::from_lines("");
    let steps = shindan::prerender::questionnaire(pack, &copy).unwrap();
    assert!(steps.len() > 3);
    for (id, html) in steps {
        assert!(html.contains("&lt;script&gt;"), "{id} lost its text: {html}");
        assert!(!html.contains("<script") && !html.contains("<img"), "{id}: {html}");
    }
}
