//! What must hold of every verdict (docs/rules.md, "What must hold"), over generated packs and answers.
//!
//! The shortest way up has its own file, `way_up.rs`, and so has the text form of answers, `texts.rs`.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use diagnosis::{Answers, Complete, Level, Question, Rule, diagnose};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use support::cases::{Case, cases};
use support::{best, complete, config, oracle, read};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_same_input_gives_the_same_verdict(case in cases(5)) {
        let again = Answers::parse(read(&case.json), &case.answers().encode());
        prop_assert_eq!(diagnose(&case.complete), diagnose(&complete(again)));
    }

    #[test]
    fn the_verdict_is_what_the_rules_say(case in cases(5)) {
        let verdict = diagnose(&case.complete);
        let ids = verdict.findings.iter().map(|hit| hit.finding.id.to_string()).collect::<BTreeSet<_>>();
        let engine = oracle::Opinion {
            score: u64::from(verdict.score.get()),
            level: verdict.level.id().to_owned(),
            caps: verdict.caps.iter().map(|hit| (hit.cap.section, hit.cap.level.id().to_owned())).collect(),
            findings: ids,
            roadmap: verdict
                .roadmap
                .iter()
                .map(|hit| (hit.stage.title.to_string(), u64::from(hit.from), u64::from(hit.to)))
                .collect(),
            asked: case.answers().visible_questions().map(|question| question.id.to_string()).collect(),
        };
        prop_assert_eq!(engine, oracle::judge(&case.json, &case.answers().encode()));
    }

    #[test]
    fn improving_one_answer_lowers_neither_score_nor_level(case in cases(5)) {
        let before = diagnose(&case.complete);
        for (question, better) in improvements(&case) {
            let improved = improve(&case, &question, &better);
            let after = diagnose(&improved);
            let change = format!("{}={better:?} gives {}", question.id, improved.answers().encode());
            prop_assert!(after.score >= before.score, "{change}: {:?} before {:?}", after.score, before.score);
            prop_assert!(after.level >= before.level, "{change}: {:?} before {:?}", after.level, before.level);
        }
    }

    #[test]
    fn every_cap_names_a_cause_in_the_answers_and_goes_with_its_causes(case in cases(5)) {
        let answers = case.answers();
        for hit in diagnose(&case.complete).caps {
            prop_assert!(hit.causes.iter().any(|cause| answers.is_visible(cause)), "no cause was asked: {hit:?}");
            prop_assert!(hit.causes.iter().all(|cause| answers.credit(cause) < cause.best()), "no gap: {hit:?}");
            prop_assert!(hit.ended_by.iter().all(|end| hit.causes.contains(end)), "the end is no cause: {hit:?}");
            let mut fixed = answers.clone();
            for cause in &hit.causes {
                prop_assert!(fixed.answer(cause, &best(cause)));
            }
            let after = diagnose(&complete(fixed));
            prop_assert!(after.caps.iter().all(|other| other.cap.section != hit.cap.section), "{hit:?} stays");
        }
    }

    #[test]
    fn ready_with_a_hundred_points_is_reachable(case in cases(5)) {
        let mut answers = case.answers().clone();
        for question in case.pack.questions() {
            prop_assert!(answers.answer(question, &best(question)));
        }
        let verdict = diagnose(&complete(answers));
        prop_assert_eq!((verdict.score.get(), verdict.level), (100, Level::Ready));
        prop_assert!(verdict.caps.is_empty() && verdict.way_up.is_none());
    }

    #[test]
    fn each_finding_points_at_the_answers_that_produced_it(case in cases(5)) {
        let text = case.answers().encode();
        for hit in diagnose(&case.complete).findings {
            let named: Vec<&str> = hit.because.iter().map(|question| question.id.as_str()).collect();
            let conditions = case.json["findings"].as_array().unwrap();
            let conditions = &conditions.iter().find(|finding| finding["id"] == hit.finding.id.as_str()).unwrap()["because"];
            let wanted: Vec<&str> = conditions.as_array().unwrap().iter().map(|c| c["question"].as_str().unwrap()).collect();
            prop_assert_eq!(&named, &wanted);
            prop_assert!(oracle::judge(&case.json, &text).findings.contains(hit.finding.id.as_str()));
            prop_assert!(hit.because.iter().all(|question| case.answers().is_visible(question)), "{hit:?} was not asked");
        }
    }

    #[test]
    fn the_roadmap_holds_only_stages_that_are_needed_month_after_month(case in cases(5)) {
        let verdict = diagnose(&case.complete);
        let mut month = 0;
        for hit in &verdict.roadmap {
            prop_assert_eq!((hit.from, hit.to), (month + 1, month + hit.stage.months));
            month = hit.to;
            let open = |question: &Rc<Question>| case.answers().is_gap(question);
            prop_assert!(hit.stage.questions.is_empty() || hit.stage.questions.iter().any(open), "not needed: {hit:?}");
        }
        let places = verdict.roadmap.iter().map(|hit| case.pack.roadmap().iter().position(|stage| *stage == hit.stage));
        prop_assert!(places.is_sorted(), "out of order: {:?}", verdict.roadmap);
    }

    #[test]
    fn a_pack_without_a_roadmap_is_diagnosed_like_before(case in cases(3)) {
        let mut json = case.json.clone();
        json.as_object_mut().unwrap().remove("roadmap");
        let answers = Answers::parse(read(&json), &case.answers().encode());
        let (old, new) = (diagnose(&complete(answers)), diagnose(&case.complete));
        prop_assert!(old.roadmap.is_empty());
        prop_assert_eq!((old.score, old.level, old.way_up), (new.score, new.level, new.way_up));
    }

    #[test]
    fn findings_that_hold_the_level_down_come_first(case in cases(5)) {
        let verdict = diagnose(&case.complete);
        let lowered = verdict.level < verdict.level_of_score;
        let binding = verdict.caps.iter().filter(|hit| lowered && hit.cap.level == verdict.level);
        let causes: Vec<&Rc<Question>> = binding.flat_map(|hit| &hit.causes).collect();
        let holds = verdict.findings.iter().map(|hit| hit.because.iter().any(|question| causes.contains(&question)));
        prop_assert!(holds.is_sorted_by_key(|holds| !holds), "{:?}", verdict.findings);
    }
}

/// Each way to make one asked answer better: a choice of more credit, another box, another choice than the end.
fn improvements(case: &Case) -> Vec<(Rc<Question>, Vec<String>)> {
    let answers = case.answers();
    let mut found = Vec::new();
    for question in answers.visible_questions() {
        let now: Vec<_> = answers.chosen(question).collect();
        let others = question.choices.iter().filter(|choice| !now.contains(choice));
        for choice in others {
            let better = if question.multiple {
                now.iter().chain([&choice]).map(|choice| choice.id.to_string()).collect()
            } else if choice.credit > now[0].credit || (now[0].ends_section && !choice.ends_section) {
                vec![choice.id.to_string()]
            } else {
                continue;
            };
            found.push((Rc::clone(question), better));
        }
    }
    found
}

/// Makes the improvement, and answers what is asked because of it.
fn improve(case: &Case, question: &Question, better: &[String]) -> Complete {
    let mut answers = case.answers().clone();
    let better: Vec<&str> = better.iter().map(String::as_str).collect();
    assert!(answers.answer(question, &better));
    for question in case.pack.questions() {
        if answers.is_visible(question) && !case.answers().is_visible(question) {
            answers.answer(question, &case.spare.choose(question));
        }
    }
    complete(answers)
}

/// A property says little if its cases are all alike: each trait named here must turn up.
#[test]
fn the_cases_are_diverse() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..400 {
        for name in traits(&cases(5).new_tree(&mut runner).unwrap().current()) {
            *seen.entry(name).or_default() += 1;
        }
    }
    let names = "Rethink Prepare Nearly Ready sum+gate ladder-alone three-sections capped-by-gate capped-by-ladder \
                 two-caps ended gap-before-the-end way-of-1 way-of-2 way-of-3 finding-of-2 \
                 stage-left-out no-roadmap";
    for name in names.split_whitespace() {
        let count = seen.get(name).copied().unwrap_or(0);
        assert!(count >= 10, "only {count} of 400 cases are {name}: {seen:?}");
    }
}

fn traits(case: &Case) -> Vec<String> {
    let (pack, verdict) = (&case.pack, diagnose(&case.complete));
    let rules: Vec<Rule> = pack.sections().iter().map(|section| section.rule).collect();
    let is_ladder = |rule: &Rule| matches!(rule, Rule::Ladder { .. });
    let lowering = || verdict.caps.iter().filter(|hit| hit.cap.level < verdict.level_of_score);
    let ended = pack.questions().iter().filter(|question| !case.answers().is_visible(question)).count();
    let traits = [
        ("sum+gate", rules.contains(&Rule::Sum) && rules.contains(&Rule::AllOf)),
        ("ladder-alone", rules.iter().all(is_ladder)),
        ("three-sections", rules.len() == 3),
        ("capped-by-gate", lowering().any(|hit| rules[hit.cap.section] == Rule::AllOf)),
        ("capped-by-ladder", lowering().any(|hit| is_ladder(&rules[hit.cap.section]))),
        ("two-caps", lowering().count() > 1),
        ("ended", ended > 0),
        ("gap-before-the-end", verdict.caps.iter().any(|hit| hit.ended_by.iter().any(|end| *end != hit.causes[0]))),
        ("stage-left-out", verdict.roadmap.len() < pack.roadmap().len()),
        ("no-roadmap", case.json.get("roadmap").is_none()),
        ("finding-of-2", verdict.findings.iter().any(|hit| hit.because.len() == 2)),
    ];
    let mut names: Vec<String> = traits.into_iter().filter(|(_, is)| *is).map(|(name, _)| name.to_owned()).collect();
    names.push(format!("{:?}", verdict.level));
    names.extend(verdict.way_up.map(|way| format!("way-of-{}", way.changes.len())));
    names
}
