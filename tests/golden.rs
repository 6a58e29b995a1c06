//! Verdicts of each pack for a dozen respondents, kept in `snapshots/PACK.json` for people to read.
//!
//! A change of rules, findings or their order shows there as a difference in words. Accept it with
//! `SHINDAN_BLESS=1 cargo test --test golden`, then read the difference before committing it.

mod support;

use std::fs;
use std::rc::Rc;

use diagnosis::{Answers, CapHit, Complete, Pack, StageHit, WayUp, diagnose};
use serde_json::json;
use support::shipped::shipped_as;
use support::{Json, complete};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");
const BLESS: &str = "SHINDAN_BLESS=1 cargo test --test golden";

/// Who answers, and how: a letter for the grade of each question in order, and the boxes ticked.
type Respondent = (&'static str, &'static str, &'static str);

/// The checklist's five, authority, time, and the skills.
const READINESS: [Respondent; 13] = [
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

/// Goal, message, stage and follow-up, then the three rungs of learning.
const EXECUTIVE: [Respondent; 11] = [
    ("everything is in place", "mmmm mmm", ""),
    ("ready with one point half done and not yet spread", "mmpm mmp", ""),
    ("all but the learning of the core members", "mmmm mpm", ""),
    ("all but the top's own learning", "mmmm pmm", ""),
    ("all done, nothing learnt", "mmmm uuu", ""),
    ("learnt, and left to the floor", "upuu mmp", ""),
    ("halfway everywhere", "pppp ppp", ""),
    ("a goal and words, no stage and no follow-up", "mmuu muu", ""),
    ("the floor goes ahead alone", "uumu umm", ""),
    ("nobody can say", "???? ???", ""),
    ("nothing yet", "uuuu uuu", ""),
];

/// Support, teaching, measurement and the next move, then three steps by letter and the fourth by boxes.
const ADOPTION: [Respondent; 11] = [
    ("everything is in place", "mmmm mmm", "meetings implementation chat"),
    ("ready with two points half done", "mppm mmm", "meetings implementation chat"),
    ("all but the chat", "mmmm mmm", "meetings implementation"),
    ("all but the purpose", "mmmm mpm", "meetings implementation chat"),
    ("all but the inventory", "mmmm umm", "meetings implementation chat"),
    ("steps taken, then nothing", "uuuu mmm", ""),
    ("taught once and left alone", "upuu ppm", ""),
    ("the tool first, the work later", "mmpp uum", "meetings chat"),
    ("halfway everywhere", "pppp ppp", "meetings"),
    ("nobody can say", "???? ???", ""),
    ("nothing yet", "uuuu uuu", ""),
];

/// These answers to the pack.
fn answers(pack: &Rc<Pack>, grades: &str, boxes: &str) -> Complete {
    let mut letters = grades.chars().filter(|letter| *letter != ' ');
    let mut answers = Answers::new(Rc::clone(pack));
    while let Some(question) = answers.first_open() {
        let ids = if question.multiple { boxes.split_whitespace().collect() } else { vec![grade(letters.next())] };
        assert!(answers.answer(&question, &ids), "{ids:?} is no answer to {}", question.id);
    }
    assert_eq!(letters.next(), None, "a letter for each question, no more: {grades}");
    complete(answers)
}

fn grade(letter: Option<char>) -> &'static str {
    match letter {
        Some('m') => "met",
        Some('p') => "partly",
        Some('u') => "unmet",
        Some('n') => "none",
        Some('?') => "unknown",
        other => panic!("{other:?} is no grade"),
    }
}

/// The verdict in short words: lists are written as one line each.
fn verdict(complete: &Complete) -> Json {
    let verdict = diagnose(complete);
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
        "answers": complete.answers().encode(),
        "score": verdict.score.get(),
        "level": verdict.level.id(),
        "caps": verdict.caps.iter().map(cap).collect::<Vec<_>>(),
        "findings": join(verdict.findings.iter().map(|hit| hit.finding.id.as_str()).collect()),
        "way_up": verdict.way_up.as_ref().map(way),
        "next": complete.answers().pack().offer_at(verdict.level).map(|offer| offer.pack.as_str()),
        "roadmap": verdict.roadmap.iter().map(stage).collect::<Vec<_>>(),
    })
}

/// Holds the verdicts of these respondents against the snapshot of the pack.
fn check(id: &str, respondents: &[Respondent]) {
    let pack = shipped_as(&format!("{id}.ja")).pack();
    let case = |(name, grades, boxes): &Respondent| {
        let verdict = verdict(&answers(&pack, grades, boxes));
        json!({ "name": name, "verdict": verdict })
    };
    let now = serde_json::to_string_pretty(&respondents.iter().map(case).collect::<Vec<_>>()).unwrap() + "\n";
    let snapshot = format!("{FOLDER}/{id}.json");
    if std::env::var_os("SHINDAN_BLESS").is_some() {
        fs::write(&snapshot, &now).unwrap();
    }
    let before =
        fs::read_to_string(&snapshot).unwrap_or_else(|error| panic!("{snapshot}: {error}; write it with `{BLESS}`"));
    if let Some(difference) = first_difference(&before, &now) {
        panic!("{id}: {difference}\nIf this is meant, accept it with `{BLESS}` and read the difference in git.");
    }
}

#[test]
fn the_verdicts_of_readiness_are_those_of_the_snapshot() {
    check("readiness", &READINESS);
}

#[test]
fn the_verdicts_of_executive_are_those_of_the_snapshot() {
    check("executive", &EXECUTIVE);
}

#[test]
fn the_verdicts_of_adoption_are_those_of_the_snapshot() {
    check("adoption", &ADOPTION);
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
    let difference = first_difference(before, &before.replace('2', "3")).unwrap();
    assert_eq!(difference, "snapshot line 4, \"name\": \"b\"\n  was: \"score\": 2\n  now: \"score\": 3");
    assert!(first_difference(before, "").unwrap().contains("now: nothing"));
}
