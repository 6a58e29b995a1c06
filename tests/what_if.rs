//! Trying to close gaps, and comparing two runs.

mod support;

use std::rc::Rc;

use diagnosis::{Answers, Complete, Question, compare, diagnose};
use proptest::prelude::*;
use serde_json::json;
use support::cases::{Case, cases};
use support::{answered, condition, config, finish, oracle, points, question, read, readiness, small};

/// The questions whose bit is set.
fn some(case: &Case, bits: u32) -> Vec<Rc<Question>> {
    case.pack.questions().iter().filter(|question| bits >> question.index & 1 == 1).cloned().collect()
}

/// Another respondent of the same pack.
fn other(case: &Case) -> Complete {
    finish(Answers::new(Rc::clone(&case.pack)), |question| case.spare.choose(question))
}

fn ids(questions: &[Rc<Question>]) -> Vec<&str> {
    questions.iter().map(|question| question.id.as_str()).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_tried_is_at_its_best_and_nothing_else_is_bettered(case in cases(5), bits in any::<u32>()) {
        let tried = some(&case, bits);
        let (before, improved) = (case.answers(), case.complete.improved(&tried));
        let after = improved.answers();
        for question in case.pack.questions() {
            let made: u32 = after.chosen(question).map(|choice| choice.credit).sum();
            if tried.contains(question) {
                prop_assert_eq!(made, question.best(), "{} is tried", question.id);
            } else if before.is_visible(question) || !after.is_visible(question) {
                prop_assert_eq!(after.get(question), before.get(question), "{} was not touched", question.id);
            } else {
                let least = question.choices.iter().map(|choice| choice.credit).min().unwrap();
                prop_assert_eq!(made, if question.multiple { 0 } else { least }, "{} comes to be asked", question.id);
            }
        }
    }

    #[test]
    fn it_comes_to_what_those_answers_would_come_to(case in cases(5), bits in any::<u32>()) {
        let improved = case.complete.improved(&some(&case, bits));
        let text = improved.answers().encode();
        let fresh = Answers::parse(Rc::clone(&case.pack), &text).complete();
        prop_assert!(fresh.is_ok(), "not complete: {}", text);
        let (verdict, opinion) = (diagnose(&improved), oracle::judge(&case.json, &text));
        prop_assert_eq!(&verdict, &diagnose(&fresh.unwrap()));
        prop_assert_eq!((u64::from(verdict.score.get()), verdict.level.id()), (opinion.score, opinion.level.as_str()));
    }

    #[test]
    fn trying_more_lowers_neither_score_nor_level(case in cases(5), bits in any::<u32>(), more in any::<u32>()) {
        let less = diagnose(&case.complete.improved(&some(&case, bits & more)));
        let most = diagnose(&case.complete.improved(&some(&case, bits)));
        prop_assert!(most.score >= less.score && most.level >= less.level, "{most:?} is less than {less:?}");
    }

    #[test]
    fn trying_the_way_up_reaches_the_promised_level(case in cases(5)) {
        let Some(way) = diagnose(&case.complete).way_up else { return Ok(()) };
        let tried: Vec<Rc<Question>> = way.changes.iter().map(|change| Rc::clone(&change.question)).collect();
        let reached = diagnose(&case.complete.improved(&tried)).level;
        prop_assert!(reached >= way.to, "only {reached:?} after {way:?}");
        for gone in 0..tried.len() {
            let mut fewer = tried.clone();
            fewer.remove(gone);
            prop_assert!(diagnose(&case.complete.improved(&fewer)).level < way.to, "{} is not needed", tried[gone].id);
        }
    }

    #[test]
    fn trying_nothing_or_what_is_no_gap_changes_nothing(case in cases(5)) {
        let verdict = diagnose(&case.complete);
        let fine = case.pack.questions().iter().filter(|question| !case.answers().is_gap(question));
        let fine: Vec<Rc<Question>> = fine.cloned().collect();
        prop_assert_eq!(&case.complete.improved(&[]), &case.complete);
        prop_assert_eq!(diagnose(&case.complete.improved(&fine)).score, verdict.score);
    }

    #[test]
    fn equal_runs_differ_in_nothing(case in cases(5)) {
        let same = compare(&case.complete, &case.complete);
        prop_assert!(same.closed.is_empty() && same.opened.is_empty() && same.differences.is_empty(), "{same:?}");
        prop_assert_eq!(same.before, same.after);
    }

    #[test]
    fn a_comparison_names_gaps_and_answers_that_differ(case in cases(5)) {
        let (before, other) = (&case.complete, other(&case));
        let seen = compare(before, &other);
        prop_assert_eq!((&seen.before, &seen.after), (&diagnose(before), &diagnose(&other)));
        let given = |run: &Complete, question: &Question| {
            let answers = run.answers();
            answers.get(question).filter(|_| answers.is_visible(question)).cloned()
        };
        for question in case.pack.questions() {
            let gaps = (before.answers().is_gap(question), other.answers().is_gap(question));
            prop_assert_eq!(seen.closed.contains(question), gaps == (true, false), "{}", question.id);
            prop_assert_eq!(seen.opened.contains(question), gaps == (false, true), "{}", question.id);
            let difference = seen.differences.iter().find(|difference| difference.question == *question);
            let answers = (given(before, question), given(&other, question));
            let reported = difference.map(|difference| (difference.before.clone(), difference.after.clone()));
            prop_assert_eq!(reported, (answers.0 != answers.1).then_some(answers));
        }
        let places = |questions: &[Rc<Question>]| questions.iter().map(|question| question.index).collect::<Vec<_>>();
        let different: Vec<_> = seen.differences.iter().map(|difference| Rc::clone(&difference.question)).collect();
        for questions in [&seen.closed, &seen.opened, &different] {
            prop_assert!(places(questions).is_sorted_by(|a, b| a < b), "out of order: {:?}", ids(questions));
        }
        prop_assert!(seen.closed.iter().all(|question| !seen.opened.contains(question)));
    }

    #[test]
    fn a_comparison_the_other_way_round_says_the_same(case in cases(5)) {
        let (one, two) = (&case.complete, other(&case));
        let (there, back) = (compare(one, &two), compare(&two, one));
        prop_assert_eq!((&there.closed, &there.opened), (&back.opened, &back.closed));
        prop_assert_eq!((there.before, there.after), (back.after, back.before));
    }

    #[test]
    fn what_is_tried_closes_gaps_and_opens_none(case in cases(5), bits in any::<u32>()) {
        let seen = compare(&case.complete, &case.complete.improved(&some(&case, bits)));
        prop_assert!(seen.opened.is_empty(), "opened {:?}", ids(&seen.opened));
        prop_assert!(seen.after.roadmap.len() <= seen.before.roadmap.len());
    }
}

const NOBODY: &str = "purpose=met&involvement=met&measurement=met&security=met&expectation=met&authority=none";

#[test]
fn a_promoter_who_is_tried_does_not_bring_time_and_skills_along() {
    let (pack, run) = (readiness(), answered(&readiness(), NOBODY));
    let run = answered(&pack, &run.answers().encode());
    let with = |ids: &[&str]| {
        let tried: Vec<Rc<Question>> = ids.iter().map(|id| question(&pack, id)).collect();
        let improved = run.improved(&tried);
        (improved.answers().encode().replace(NOBODY.strip_suffix("none").unwrap(), ""), diagnose(&improved).level.id())
    };
    assert_eq!(with(&["authority"]), ("met&time=unknown&skill=".to_owned(), "prepare"));
    assert_eq!(with(&["authority", "time"]), ("met&time=met&skill=".to_owned(), "nearly"));
    assert_eq!(with(&["time"]), ("none&time=met".to_owned(), "prepare"), "nobody is there to have time");
}

#[test]
fn a_question_that_only_one_was_asked_is_a_difference() {
    let pack = readiness();
    let met = NOBODY.replace("none", "met&time=met&skill=ai");
    let seen = compare(&answered(&pack, NOBODY), &answered(&pack, &met));
    assert_eq!((ids(&seen.closed), ids(&seen.opened)), (vec!["authority", "time"], vec![]));
    let different: Vec<(&str, bool)> = seen
        .differences
        .iter()
        .map(|difference| (difference.question.id.as_str(), difference.before.is_some()))
        .collect();
    assert_eq!(different, [("authority", true), ("time", false), ("skill", false)]);
}

#[test]
fn what_comes_to_be_asked_does_not_hide_what_is_tried_behind_it() {
    let ending = |id: &str| {
        let mut question = condition(id, 0);
        question["choices"][0]["ends_section"] = true.into();
        question["choices"].as_array_mut().unwrap().push(json!({ "id": "partly", "label": "l" }));
        question["choices"].as_array_mut().unwrap().swap(0, 2);
        question
    };
    let gate = [ending("first"), ending("second"), condition("third", 0)];
    let gate = json!({ "id": "gate", "title": "t", "rule": "all_of", "questions": gate });
    let sum = json!({ "id": "sum", "title": "t", "rule": "sum", "questions": [points("all", 1)] });
    let pack = read(&small(json!([gate, sum]), [80, 50, 20], json!([])));
    let improved = answered(&pack, "first=no&all=yes").improved(&[question(&pack, "first"), question(&pack, "third")]);
    assert_eq!(improved.answers().encode(), "first=yes&second=partly&third=yes&all=yes");
}
