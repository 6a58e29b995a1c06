//! Single cases at the edges of the three rules, where generated packs seldom come: rounding, bands, sizes, order.

mod support;

use std::rc::Rc;

use diagnosis::{Answers, Level, Pack, Verdict, diagnose};
use serde_json::json;
use support::{Json, answered, best, condition, finish, points, read, small, value, worst};

fn sum(questions: Vec<Json>) -> Json {
    json!({ "id": "sum", "title": "t", "rule": "sum", "questions": questions })
}

fn verdict(pack: &Json, answers: &str) -> Verdict {
    diagnose(&answered(&read(pack), answers))
}

#[test]
fn a_score_is_rounded_down_and_a_band_begins_at_its_number() {
    let pack = small(json!([sum(vec![points("a", 2), points("b", 1)])]), [67, 66, 33], json!([]));
    let two_thirds = verdict(&pack, "a=yes&b=no");
    assert_eq!((two_thirds.score.get(), two_thirds.level), (66, Level::Nearly));
    let one_third = verdict(&pack, "a=no&b=yes");
    assert_eq!((one_third.score.get(), one_third.level), (33, Level::Prepare));
}

#[test]
fn a_rung_counts_only_if_all_below_it_do() {
    let rungs = ["one", "two", "three"].map(|id| condition(id, 0));
    let ladder = json!({ "id": "steps", "title": "t", "rule": "ladder", "points_per_rung": 25, "questions": rungs });
    let cap = json!([{ "section": "steps", "missing": 2, "level": "prepare", "reason": "r" }]);
    let pack = small(json!([ladder, sum(vec![points("rest", 25)])]), [80, 50, 20], cap);
    for (answers, score, missing) in [
        ("one=yes&two=yes&three=yes&rest=yes", 100, 0),
        ("one=yes&two=yes&three=no&rest=yes", 75, 1),
        ("one=yes&two=no&three=yes&rest=yes", 50, 2),
        ("one=no&two=yes&three=yes&rest=yes", 25, 3),
    ] {
        let verdict = verdict(&pack, answers);
        assert_eq!((verdict.score.get(), verdict.outcomes[0].missing), (score, missing), "{answers}");
        assert_eq!(verdict.caps.len(), usize::from(missing >= 2), "{answers}");
    }
}

#[test]
fn findings_of_a_ladder_are_weighed_by_the_points_of_their_rung() {
    let rung = [condition("rung", 0)];
    let ladder = json!({ "id": "steps", "title": "t", "rule": "ladder", "points_per_rung": 50, "questions": rung });
    let mut pack = small(json!([sum(vec![points("cause", 10)]), ladder]), [80, 50, 20], json!([]));
    let finding = |id: &str| {
        let because = [json!({ "question": id, "is": ["no"] })];
        json!({ "id": id, "title": "t", "because": because, "pattern": "p", "why": "w", "steps": ["s"], "who": ["floor"] })
    };
    pack["findings"] = json!([finding("cause"), finding("rung")]);
    let found = verdict(&pack, "cause=no&rung=no").findings;
    let ids: Vec<&str> = found.iter().map(|hit| hit.finding.id.as_str()).collect();
    assert_eq!(ids, ["rung", "cause"], "50 points lost weigh more than 10");
}

#[test]
fn every_section_has_its_own_cap_and_the_strictest_decides() {
    let inside = |id: &str| [condition(&["in", id].concat(), 0)];
    let gate = |id: &str| json!({ "id": id, "title": "t", "rule": "all_of", "questions": inside(id) });
    let cap = |id: &str, level: &str| json!({ "section": id, "missing": 1, "level": level, "reason": "r" });
    let sections = json!([gate("a"), sum(vec![points("all", 1)]), gate("b")]);
    let pack = small(sections, [80, 50, 20], json!([cap("b", "nearly"), cap("a", "rethink")]));
    let verdict = verdict(&pack, "ina=no&all=yes&inb=no");
    assert_eq!((verdict.level_of_score, verdict.level), (Level::Ready, Level::Rethink));
    let caps: Vec<(&str, Level)> = verdict.caps.iter().map(|hit| (hit.causes[0].id.as_str(), hit.cap.level)).collect();
    assert_eq!(caps, [("ina", Level::Rethink), ("inb", Level::Nearly)]);
}

/// What is accepted must be diagnosed: either such a pack is refused, or its points are added without overflow.
#[test]
fn the_most_points_that_a_pack_may_hold_are_added_without_overflow() {
    let boxes =
        (0..1_000).map(|i| json!({ "id": format!("b{i}"), "label": "l", "points": 10_000 })).collect::<Vec<_>>();
    let question =
        |i: u32| json!({ "id": format!("q{i}"), "topic": "t", "text": "t", "multiple": true, "choices": boxes });
    let pack = small(json!([sum((0..5).map(question).collect())]), [100, 99, 98], json!([]));
    let Ok(pack) = Pack::read(&value(&pack)) else { return };
    let pack = Rc::new(pack);
    let bottom = diagnose(&finish(Answers::new(Rc::clone(&pack)), worst));
    assert_eq!(bottom.way_up.map(|way| (way.to, way.changes.len())), Some((Level::Prepare, 5)));
    assert_eq!(diagnose(&finish(Answers::new(pack), best)).score.get(), 100);
}

/// Such a condition is none: either the pack is refused, or the way up does not count it once it is asked.
#[test]
fn a_condition_that_every_choice_meets_does_not_lengthen_the_way_up() {
    let (mut first, mut always) = (condition("first", 0), condition("always", 0));
    first["choices"][0]["ends_section"] = true.into();
    always["choices"][0]["met"] = true.into();
    let gate =
        json!({ "id": "gate", "title": "t", "rule": "all_of", "questions": [first, condition("second", 0), always] });
    let cap = json!([{ "section": "gate", "missing": 2, "level": "prepare", "reason": "r" }]);
    let pack = small(json!([gate, sum(vec![points("all", 1)])]), [80, 50, 20], cap);
    if Pack::read(&value(&pack)).is_ok() {
        let way = verdict(&pack, "first=no&all=yes").way_up.unwrap();
        assert_eq!(way.changes.len(), 1, "with `first` fixed only `second` is missing: {way:?}");
    }
}
