//! Verdicts of the pack `readiness` for a dozen respondents, kept in `snapshots/readiness.json` for people to read.
//!
//! A change of rules, findings or their order shows there as a difference in words. Accept it with
//! `SHINDAN_BLESS=1 cargo test --test golden`, then read the difference before committing it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking, and its functions are named for what they hold"
)]

mod support;

use std::fs;

use serde_json::json;
use shindan::domain::{CapHit, StageHit, WayUp, diagnose};
use support::{Json, answered, readiness};

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/readiness.json");
const BLESS: &str = "SHINDAN_BLESS=1 cargo test --test golden";

/// Who answers, and how: the checklist's five, authority, time, and the skills; a letter for each grade.
const RESPONDENTS: [(&str, &str, &str); 13] = [
    ("everything is in place", "mmmmm mm", "process ai communication"),
    ("ready with two points half done", "mpmpm mm", "process ai communication"),
    ("all but the time of the promoter", "mmmmm mp", "process ai communication"),
    ("all but the skills", "mmmmm mm", ""),
    ("all but a promoter", "mmmmm n", ""),
    ("a plan without measurement and rules", "mmuum mm", "process ai communication"),
    ("halfway everywhere", "ppppp pp", "process"),
    ("a named promoter without a purpose", "upppp mu", "ai"),
    ("the floor knows, the top does not", "umpuu pu", "process communication"),
    ("nobody can say", "????? ??", ""),
    ("a little, and one promoter alone", "puuup um", "communication"),
    ("nothing yet", "uuuuu uu", ""),
    ("nothing yet and nobody", "uuuuu n", ""),
];

/// The text form of these answers.
fn text(grades: &str, skills: &str) -> String {
    let ids = ["purpose", "involvement", "measurement", "security", "expectation", "authority", "time"];
    let grade = |letter| match letter {
        'm' => "met",
        'p' => "partly",
        'u' => "unmet",
        'n' => "none",
        _ => "unknown",
    };
    let mut pairs: Vec<String> =
        ids.iter().zip(grades.replace(' ', "").chars()).map(|(id, letter)| format!("{id}={}", grade(letter))).collect();
    if !grades.ends_with('n') {
        pairs.extend(skills.split(' ').map(|skill| format!("skill={skill}")));
    }
    pairs.join("&")
}

/// The verdict in short words: lists are written as one line each.
fn verdict(answers: &str) -> Json {
    let verdict = diagnose(&answered(&readiness(), answers));
    let join = |ids: Vec<&str>| ids.join(" ");
    let cap = |hit: &CapHit| {
        let ended = hit.ended_by.as_ref().map_or(String::new(), |end| format!(", ended by {}", end.id));
        let causes = join(hit.causes.iter().map(|question| question.id.as_str()).collect());
        format!("{} because of {causes}{ended}", hit.cap.level.id())
    };
    let way = |way: &WayUp| {
        let changes = join(way.changes.iter().map(|change| change.question.id.as_str()).collect());
        format!("to {} by {changes}", way.to.id())
    };
    let stage = |hit: &StageHit| format!("{}-{} {}", hit.from, hit.to, hit.stage.title);
    json!({
        "answers": answers,
        "score": verdict.score.get(),
        "level": verdict.level.id(),
        "caps": verdict.caps.iter().map(cap).collect::<Vec<_>>(),
        "findings": join(verdict.findings.iter().map(|hit| hit.finding.id.as_str()).collect()),
        "way_up": verdict.way_up.as_ref().map(way),
        "roadmap": verdict.roadmap.iter().map(stage).collect::<Vec<_>>(),
    })
}

#[test]
fn the_verdicts_are_those_of_the_snapshot() {
    let case = |(name, grades, skills): &(&str, &str, &str)| {
        let verdict = verdict(&text(grades, skills));
        json!({ "name": name, "verdict": verdict })
    };
    let now = serde_json::to_string_pretty(&RESPONDENTS.iter().map(case).collect::<Vec<_>>()).unwrap() + "\n";
    if std::env::var_os("SHINDAN_BLESS").is_some() {
        fs::write(SNAPSHOT, &now).unwrap();
    }
    let before =
        fs::read_to_string(SNAPSHOT).unwrap_or_else(|error| panic!("{SNAPSHOT}: {error}; write it with `{BLESS}`"));
    if let Some(difference) = first_difference(&before, &now) {
        panic!("{difference}\nIf this is meant, accept it with `{BLESS}` and read the difference in git.");
    }
}

/// The first line in which two texts differ, in words, with the respondent it belongs to.
fn first_difference(before: &str, now: &str) -> Option<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    let at = (0..old.len().max(new.len())).find(|i| old.get(*i) != new.get(*i))?;
    let name = old.iter().take(at + 1).rfind(|line| line.contains("\"name\"")).map_or("", |line| line.trim());
    let line = |text: &[&str]| text.get(at).map_or("nothing".to_owned(), |line| line.trim().to_owned());
    Some(format!("snapshot line {}, {name}\n  was: {}\n  now: {}", at + 1, line(&old), line(&new)))
}

#[test]
fn the_first_difference_is_told_with_its_respondent() {
    let before = "\"name\": \"a\"\n\"score\": 1\n\"name\": \"b\"\n\"score\": 2\n";
    assert_eq!(first_difference(before, before), None);
    let told = first_difference(before, &before.replace('2', "3")).unwrap();
    assert_eq!(told, "snapshot line 4, \"name\": \"b\"\n  was: \"score\": 2\n  now: \"score\": 3");
    assert!(first_difference(before, "").unwrap().contains("now: nothing"));
}
