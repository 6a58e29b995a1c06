//! The simulation of packs: that it counts what there is, shows a run for everything, and draws without favour.

mod support;

use std::collections::BTreeMap;
use std::rc::Rc;

use authoring::{Appearance, Simulation, SimulationReport, simulate};
use proptest::prelude::*;
use serde_json::json;
use support::cases::cases;
use support::{Json, condition, config, oracle, points, read, readiness, readiness_json, small};

/// Every run of a file in the text form of answers; `None` if there are more than that.
fn every_run(pack: &Json, max: usize) -> Option<Vec<String>> {
    let mut runs = vec![String::new()];
    for section in pack["sections"].as_array().unwrap() {
        // Of this section alone: the runs so far, and whether one has ended.
        let mut begun = vec![(String::new(), false)];
        for question in section["questions"].as_array().unwrap() {
            let mut longer = Vec::new();
            for (run, ended) in begun {
                if ended {
                    longer.push((run, true));
                    continue;
                }
                for (answer, ends) in answers_to(question, max)? {
                    longer.push((format!("{run}&{answer}"), ends));
                }
            }
            begun = longer;
            if begun.len() > max {
                return None;
            }
        }
        runs = runs.iter().flat_map(|run| begun.iter().map(move |(more, _)| format!("{run}{more}"))).collect();
        if runs.len() > max {
            return None;
        }
    }
    Some(runs.into_iter().map(|run| run.trim_start_matches('&').to_owned()).collect())
}

/// Every answer to a question, and whether it ends the section.
fn answers_to(question: &Json, max: usize) -> Option<Vec<(String, bool)>> {
    let (id, choices) = (question["id"].as_str().unwrap(), question["choices"].as_array().unwrap());
    if question["multiple"] != true {
        let answer =
            |choice: &Json| (format!("{id}={}", choice["id"].as_str().unwrap()), choice["ends_section"] == true);
        return Some(choices.iter().map(answer).collect());
    }
    let some = |bits: usize| {
        let ticked = choices.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1);
        let ticked: Vec<String> =
            ticked.map(|(_, choice)| format!("{id}={}", choice["id"].as_str().unwrap())).collect();
        (if ticked.is_empty() { format!("{id}=") } else { ticked.join("&") }, false)
    };
    (1 << choices.len() <= max).then(|| (0..1 << choices.len()).map(some).collect())
}

/// For each level, finding and score how many of the runs have it, by the oracle.
fn tallies(pack: &Json, runs: &[String]) -> BTreeMap<String, u64> {
    let mut tallies = BTreeMap::new();
    for run in runs {
        for name in names(pack, run) {
            *tallies.entry(name).or_default() += 1;
        }
    }
    tallies
}

fn names(pack: &Json, run: &str) -> Vec<String> {
    let opinion = oracle::judge(pack, run);
    let findings = opinion.findings.iter().map(|id| format!("finding {id}"));
    [format!("level {}", opinion.level), format!("score {}", opinion.score)].into_iter().chain(findings).collect()
}

/// The same of a report, with its examples.
fn counts(report: &SimulationReport) -> Vec<(String, u64, &Option<String>)> {
    let levels = report.levels.iter().map(|tally| (format!("level {}", tally.level), tally.runs, &tally.example));
    let findings =
        report.findings.iter().map(|tally| (format!("finding {}", tally.finding), tally.runs, &tally.example));
    let scores = report.scores.iter().map(|tally| (format!("score {}", tally.score), tally.runs, &tally.example));
    levels.chain(findings).chain(scores).collect()
}

fn appearances(report: &SimulationReport) -> Vec<Appearance> {
    let levels = report.levels.iter().map(|tally| tally.appearance);
    levels.chain(report.findings.iter().map(|tally| tally.appearance)).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_counts_what_every_run_comes_to(case in cases(2)) {
        let Some(runs) = every_run(&case.json, 3_000) else { return Ok(()) };
        let report = simulate(Rc::clone(&case.pack));
        let all = runs.len() as u64;
        prop_assert_eq!((report.runs, report.possible_runs), (all, Some(all as f64)));
        prop_assert!(report.is_exhaustive && report.is_finished);
        let expected = tallies(&case.json, &runs);
        for (name, count, example) in counts(&report) {
            prop_assert_eq!(count, expected.get(&name).copied().unwrap_or(0), "{}", name);
            prop_assert_eq!(example.is_some(), count > 0, "{}", name);
            if let Some(example) = example {
                prop_assert!(runs.contains(example), "{} is no run", example);
                prop_assert!(names(&case.json, example).contains(&name), "{} is not {}", example, name);
            }
        }
        let scores: u64 = report.scores.iter().map(|tally| tally.runs).sum();
        prop_assert_eq!(scores, all, "a score is missing");
        let levels = report.levels.iter().map(|tally| (tally.appearance, tally.runs));
        for (appearance, runs) in levels.chain(report.findings.iter().map(|tally| (tally.appearance, tally.runs))) {
            let expected = if runs == 0 { Appearance::Never } else if runs == all { Appearance::Always } else { Appearance::Sometimes };
            prop_assert_eq!(appearance, expected);
        }
    }

    #[test]
    fn steps_of_any_size_come_to_the_same(case in cases(2), step in 1u64..500) {
        if every_run(&case.json, 3_000).is_none() {
            return Ok(());
        }
        let mut simulation = Simulation::of(Rc::clone(&case.pack));
        let mut counted = 0;
        while simulation.step(step) {
            counted += step;
            prop_assert_eq!(simulation.progress().0, counted);
            prop_assert!(!appearances(&simulation.report()).contains(&Appearance::Never) || !simulation.report().is_finished);
        }
        prop_assert_eq!(simulation.report(), simulate(Rc::clone(&case.pack)));
    }
}

#[test]
fn readiness_is_counted_whole() {
    let report = simulate(readiness());
    assert_eq!((report.runs, report.is_exhaustive), (132_096, true));
    assert!(report.levels.iter().all(|tally| tally.appearance == Appearance::Sometimes), "{:?}", report.levels);
    assert!(report.findings.iter().all(|tally| tally.appearance == Appearance::Sometimes), "{:?}", report.findings);
}

#[test]
fn what_no_run_and_what_every_run_shows_is_named() {
    let mut json = readiness_json();
    let template = json["findings"][0].clone();
    let finding = |id: &str, because: Json| {
        let mut finding = template.clone();
        (finding["id"], finding["because"]) = (id.into(), because);
        finding
    };
    let all = json!({ "question": "purpose", "is": ["met", "partly", "unmet", "unknown"] });
    let no = json!([{ "question": "purpose", "is": ["met"] }, { "question": "purpose", "is": ["unmet"] }]);
    json["findings"] = json!([finding("always", json!([all])), finding("never", no)]);
    // Points come by tens, so that 91 to 99 cannot be had.
    json["caps"] = json!([]);
    (json["levels"][0]["from"], json["levels"][1]["from"]) = (100.into(), 91.into());
    let report = simulate(read(&json));
    let seen: Vec<Appearance> = report.findings.iter().map(|tally| tally.appearance).collect();
    assert_eq!(seen, [Appearance::Always, Appearance::Never]);
    assert_eq!(report.levels[1].appearance, Appearance::Never);
}

/// Twenty questions of 5 points each behind a gate whose first answer may end it: 2^20 × 3 runs.
fn large() -> Json {
    let mut end = condition("end", 0);
    end["choices"][0]["ends_section"] = true.into();
    let gate = json!({ "id": "gate", "title": "t", "rule": "all_of", "questions": [end, condition("after", 0)] });
    let questions: Vec<Json> = (0..20).map(|i| points(&format!("q{i}"), 5)).collect();
    let sum = json!({ "id": "sum", "title": "t", "rule": "sum", "questions": questions });
    small(
        json!([gate, sum]),
        [100, 50, 20],
        json!([{ "section": "gate", "missing": 2, "level": "prepare", "reason": "r" }]),
    )
}

#[test]
fn a_large_pack_is_drawn_from_and_each_run_is_as_likely() {
    let report = simulate(read(&large()));
    assert_eq!((report.runs, report.is_exhaustive), (100_000, false));
    assert_eq!(report.possible_runs, Some(3.0 * f64::from(1 << 20)));
    // Half of the points or more, 0.588 of the runs, without the third that the cap holds lower. 0.006 is four deviations.
    let share = |runs: u64| runs as f64 / 100_000.0;
    let nearly = share(report.levels[1].runs);
    assert!((nearly - 0.588 * 2.0 / 3.0).abs() < 0.006, "{nearly}");
    let middle = report.scores.iter().find(|tally| tally.score == 50).unwrap();
    assert!((share(middle.runs) - 0.176).abs() < 0.005, "{middle:?}");
    let begun = || {
        let mut simulation = Simulation::of(read(&large()));
        simulation.step(1_000);
        simulation.report()
    };
    assert_eq!(begun(), begun(), "the same dice each time");
}

#[test]
fn what_a_draw_did_not_meet_is_not_ruled_out() {
    let report = simulate(read(&large()));
    // One run in 1.5 million has all points and is not capped.
    assert_eq!((report.levels[0].level, report.levels[0].appearance), ("ready", Appearance::NotSeen));
    let mut json = large();
    json["levels"][0]["from"] = 98.into();
    json["levels"][1]["from"] = 96.into();
    assert_eq!(simulate(read(&json)).levels[1].appearance, Appearance::Never, "points come by fives");
}

#[test]
fn the_report_is_json() {
    let mut json = readiness_json();
    json["sections"].as_array_mut().unwrap().pop();
    (json["caps"], json["roadmap"]) = (json!([]), json!([]));
    let of_sums =
        |finding: &Json| finding["because"].as_array().unwrap().iter().all(|one| one["question"] == "purpose");
    json["findings"].as_array_mut().unwrap().retain(of_sums);
    let json = serde_json::to_value(simulate(read(&json))).unwrap();
    assert_eq!(json["runs"], 1_024);
    assert_eq!(json["levels"][0]["level"], "ready");
    assert_eq!(json["findings"][0]["appearance"], "sometimes");
    assert!(json["scores"].as_array().unwrap().iter().all(|bar| bar["example"].is_string()));
}
