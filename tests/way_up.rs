//! The shortest way up: that it leads to the next level, that none is shorter, and that it can be walked in its order.

mod support;

use std::rc::Rc;

use diagnosis::{Complete, Level, Question, Rule, diagnose};
use proptest::prelude::*;
use serde_json::json;
use support::cases::{Case, cases};
use support::{answered, best, complete, condition, config, oracle, points, read, readiness, small, worst};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_leads_to_the_next_level_and_is_none_only_at_the_top(case in cases(5)) {
        let verdict = diagnose(&case.complete);
        let Some(way) = verdict.way_up else {
            prop_assert_eq!(verdict.level, Level::Ready);
            return Ok(());
        };
        prop_assert_eq!(Some(way.to), verdict.level.above());
        prop_assert!(!way.changes.is_empty());
        for change in &way.changes {
            prop_assert!(case.answers().credit(&change.question) < change.question.best(), "{change:?} is no gap");
            let promised: u32 = change.best_choices().iter().map(|choice| choice.credit).sum();
            prop_assert_eq!(promised, change.question.best());
        }
        let changes: Vec<_> = way.changes.iter().map(|change| Rc::clone(&change.question)).collect();
        let after = diagnose(&walk(&case, &changes));
        prop_assert!(after.level >= way.to, "only {:?} after {way:?}", after.level);
    }

    /// Three questions a section, so that every smaller set of changes can be tried.
    #[test]
    fn no_smaller_set_of_changes_leads_there(case in cases(3)) {
        let verdict = diagnose(&case.complete);
        let Some(way) = verdict.way_up else { return Ok(()) };
        let gap = |question: &&Rc<Question>| case.answers().credit(question) < question.best();
        let gaps: Vec<Rc<Question>> = case.pack.questions().iter().filter(gap).cloned().collect();
        for bits in 0u32..1 << gaps.len() {
            if bits.count_ones() as usize >= way.changes.len() {
                continue;
            }
            let chosen = gaps.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1);
            let some: Vec<Rc<Question>> = chosen.map(|(_, question)| Rc::clone(question)).collect();
            let reached = diagnose(&walk(&case, &some)).level;
            let ids: Vec<&str> = some.iter().map(|question| question.id.as_str()).collect();
            prop_assert!(reached < way.to, "{ids:?} would do, yet it says {way:?}");
        }
    }

    /// Up to 60 questions a section: too many to try every set, so an independent reckoning says how many it takes.
    #[test]
    fn in_a_large_pack_it_is_as_short_as_a_table_of_all_points_says(case in cases(60)) {
        let verdict = diagnose(&case.complete);
        let Some(way) = verdict.way_up else { return Ok(()) };
        let changes: Vec<Rc<Question>> = way.changes.iter().map(|change| Rc::clone(&change.question)).collect();
        prop_assert!(diagnose(&walk(&case, &changes)).level >= way.to);
        prop_assert_eq!(Some(changes.len()), oracle::fewest_changes(&case.json, &case.answers().encode(), way.to.id()));
    }

    #[test]
    fn what_ended_a_section_is_mended_before_what_follows_it(case in cases(5)) {
        let Some(way) = diagnose(&case.complete).way_up else { return Ok(()) };
        let asked: Vec<bool> = way.changes.iter().map(|change| case.answers().is_visible(&change.question)).collect();
        for (i, change) in way.changes.iter().enumerate().filter(|(i, _)| !asked[*i]) {
            let ends = |before: &Rc<Question>| case.answers().chosen(before).any(|choice| choice.ends_section);
            let earlier = way.changes[..i].iter().filter(|other| other.question.section == change.question.section);
            let fixed = earlier.into_iter().any(|other| ends(&other.question));
            prop_assert!(fixed, "{} comes too early: {way:?}", change.question.id);
        }
    }

    #[test]
    fn a_ladder_is_climbed_from_below(case in cases(5)) {
        let Some(way) = diagnose(&case.complete).way_up else { return Ok(()) };
        for section in case.pack.sections().iter().filter(|section| matches!(section.rule, Rule::Ladder { .. })) {
            let rungs = way.changes.iter().filter(|change| change.question.section == section.index);
            prop_assert!(rungs.map(|change| change.question.index).is_sorted(), "in {}: {way:?}", section.id);
        }
    }
}

/// Brings these answers to their best, and answers worst whatever is asked because of it.
fn walk(case: &Case, changes: &[Rc<Question>]) -> Complete {
    let mut answers = case.answers().clone();
    for question in changes {
        assert!(answers.answer(question, &best(question)));
    }
    for question in case.pack.questions() {
        if answers.is_visible(question) && !case.answers().is_visible(question) && !changes.contains(question) {
            answers.answer(question, &worst(question));
        }
    }
    complete(answers)
}

fn way(pack: &Rc<diagnosis::Pack>, answers: &str) -> Vec<String> {
    let way = diagnose(&answered(pack, answers)).way_up.expect("below the top there is a way up");
    way.changes.iter().map(|change| change.question.id.to_string()).collect()
}

#[test]
fn the_cap_goes_first_then_what_brings_most_points() {
    let answers = "purpose=partly&involvement=unmet&measurement=met&security=met&expectation=partly\
                   &authority=met&time=partly&skill=process&skill=ai&skill=communication";
    assert_eq!(way(&readiness(), answers), ["time", "involvement"]);
}

#[test]
fn a_ladder_without_a_cap_waits_behind_what_brings_more_points() {
    let sections = json!([
        { "id": "steps", "title": "t", "rule": "ladder", "points_per_rung": 10, "questions": [condition("rung", 0)] },
        { "id": "causes", "title": "t", "rule": "sum", "questions": [points("cause", 90)] },
    ]);
    let pack = read(&small(sections, [100, 95, 91], json!([])));
    assert_eq!(way(&pack, "rung=no&cause=no"), ["cause", "rung"]);
}

#[test]
fn the_lower_rung_goes_first_however_many_boxes_the_upper_has() {
    let rungs = [condition("lower", 1), condition("upper", 3)];
    let sections =
        json!([{ "id": "steps", "title": "t", "rule": "ladder", "points_per_rung": 10, "questions": rungs }]);
    let pack = read(&small(sections, [100, 95, 90], json!([])));
    assert_eq!(way(&pack, "lower=&upper="), ["lower", "upper"]);
}

#[test]
fn the_end_of_a_section_goes_first_however_many_boxes_follow() {
    let mut first = condition("first", 0);
    first["choices"][0]["ends_section"] = true.into();
    let sections = json!([
        { "id": "sum", "title": "t", "rule": "sum", "questions": [points("only", 1)] },
        { "id": "gate", "title": "t", "rule": "all_of", "questions": [first, condition("boxes", 3)] },
    ]);
    let pack = read(&small(
        sections,
        [80, 50, 20],
        json!([{ "section": "gate", "missing": 1, "level": "nearly", "reason": "r" }]),
    ));
    assert_eq!(way(&pack, "only=yes&first=no"), ["first", "boxes"]);
}
