//! What every pack of `packs` keeps: the promises of docs/rules.md, "What must hold", over all of its runs.
//!
//! The numbers of each pack stand here a second time. `readiness.rs` knows more of the first, `translations.rs` holds the
//! languages against each other.

mod support;

use std::collections::BTreeSet;
use std::thread;

use diagnosis::{Condition, Criterion, Level, Pack, Question, Verdict, diagnose};
use support::shipped::{Run, Runs, Shipped, numbers, shipped, shipped_as, shipped_in_japanese};
use support::{oracle, texts};

/// The packs, with the number of their runs.
const PACKS: [(&str, usize); 3] = [("adoption", 131_072), ("executive", 16_384), ("readiness", 132_096)];

#[test]
fn the_packs_are_known_here_in_both_languages() {
    let names: Vec<String> = shipped().into_iter().map(|pack| pack.name).collect();
    let expected = PACKS.iter().flat_map(|(id, _)| [format!("{id}.en"), format!("{id}.ja")]);
    assert!(names.iter().cloned().eq(expected), "write their runs and numbers here: {names:?}");
    for Shipped { name, json } in shipped() {
        assert_eq!(format!("{}.{}", json["id"].as_str().unwrap(), json["lang"].as_str().unwrap()), name);
    }
}

/// What the promises need of a run's verdict.
struct Brief {
    score: u8,
    level: Level,
    /// For each cap that applies its section, and the number of the run whose causes are fixed.
    caps: Vec<(usize, usize)>,
}

/// What turned up in some run.
#[derive(Default)]
struct Seen {
    levels: BTreeSet<Level>,
    findings: BTreeSet<String>,
    /// Positions of the caps that lowered a level.
    caps: BTreeSet<usize>,
}

/// Diagnoses every run of a pack, and holds what must hold.
fn every_run(name: &str) -> usize {
    let shipped = shipped_as(name);
    let runs = Runs::of(&shipped.pack());
    let mut seen = Seen::default();
    let mut briefs: Vec<Option<Brief>> = Vec::new();
    for number in 0..runs.end() {
        briefs.push(runs.run(number).map(|run| brief(&shipped, &runs, &run, &mut seen)));
    }
    assert_eq!(seen.levels.len(), 4, "{name}: some level is never reached, only {:?}", seen.levels);
    for finding in runs.pack.findings() {
        assert!(seen.findings.contains(finding.id.as_str()), "{name}: {} is never found", finding.id);
    }
    for (i, cap) in runs.pack.caps().iter().enumerate() {
        assert!(seen.caps.contains(&i), "{name}: a cap that never lowers a level only confuses: {cap:?}");
    }
    for (number, brief) in briefs.iter().enumerate() {
        let Some(brief) = brief else { continue };
        let run = runs.run(number).unwrap();
        for better in runs.bettered(&run) {
            let after = briefs[better].as_ref().unwrap();
            let change = || format!("{name}: {run:?} is more than {:?}", runs.run(better));
            assert!(after.score >= brief.score && after.level >= brief.level, "{}", change());
        }
        for (section, fixed) in &brief.caps {
            let stays = briefs[*fixed].as_ref().unwrap().caps.iter().any(|(other, _)| other == section);
            assert!(!stays, "{name}: the cap of {run:?} stays without its causes");
        }
    }
    briefs.iter().flatten().count()
}

fn brief(shipped: &Shipped, runs: &Runs, run: &Run, seen: &mut Seen) -> Brief {
    let complete = runs.answers(run);
    let verdict = diagnose(&complete);
    let context = || format!("{}: {}", shipped.name, complete.answers().encode());
    let asked = |question: &Question| complete.answers().is_visible(question);
    let gap = |question: &Question| complete.answers().is_gap(question);
    for hit in &verdict.findings {
        let id = hit.finding.id.as_str();
        assert!(hit.because.iter().all(|question| asked(question)), "{id} was not answered in {}", context());
        assert!(hit.because.iter().any(|question| gap(question)), "{id} is no gap in {}", context());
        if !seen.findings.contains(id) {
            seen.findings.insert(id.to_owned());
        }
    }
    for question in complete.answers().visible_questions().filter(|question| gap(question)) {
        let named = verdict.findings.iter().any(|hit| hit.because.contains(question));
        assert!(named, "nothing is said of {} in {}", question.id, context());
    }
    assert_eq!(verdict.way_up.is_none(), verdict.level == Level::Ready, "way up of {}", context());
    if runs.number(run).is_multiple_of(97) {
        let opinion = oracle::judge(&shipped.json, &complete.answers().encode());
        assert_eq!((u64::from(verdict.score.get()), verdict.level.id()), (opinion.score, opinion.level.as_str()));
        let found: BTreeSet<String> = verdict.findings.iter().map(|hit| hit.finding.id.to_string()).collect();
        assert_eq!(found, opinion.findings, "findings of {}", context());
    }
    seen.levels.insert(verdict.level);
    Brief { score: verdict.score.get(), level: verdict.level, caps: caps(runs, run, &verdict, seen) }
}

fn caps(runs: &Runs, run: &Run, verdict: &Verdict, seen: &mut Seen) -> Vec<(usize, usize)> {
    let mut caps = Vec::new();
    for hit in &verdict.caps {
        assert!(
            hit.causes.iter().any(|cause| runs.is_visible(run, cause)),
            "no cause was answered: {hit:?} of {run:?}"
        );
        let mut fixed = run.clone();
        for cause in &hit.causes {
            let is_gap = Runs::credit(cause, run[cause.index]) < cause.best();
            assert!(is_gap || !runs.is_visible(run, cause), "{} is no gap: {hit:?} of {run:?}", cause.id);
            fixed[cause.index] = runs.best(cause);
        }
        caps.push((hit.cap.section, runs.number(&fixed)));
        if hit.cap.level < verdict.level_of_score {
            seen.caps.extend(runs.pack.caps().iter().position(|cap| *cap == hit.cap));
        }
    }
    caps
}

#[test]
fn every_run_of_every_pack_keeps_what_must_hold() {
    thread::scope(|scope| {
        for (id, count) in PACKS {
            scope.spawn(move || assert_eq!(every_run(&format!("{id}.ja")), count, "runs of {id}"));
        }
    });
}

#[test]
fn the_best_answers_come_to_ready_with_a_hundred_points() {
    for shipped in shipped() {
        let runs = Runs::of(&shipped.pack());
        let best: Run = runs.pack.questions().iter().map(|question| runs.best(question)).collect();
        let verdict = diagnose(&runs.answers(&best));
        assert_eq!((verdict.score.get(), verdict.level), (100, Level::Ready), "{}", shipped.name);
        assert!(verdict.caps.is_empty() && verdict.findings.is_empty(), "{}", shipped.name);
    }
}

#[test]
fn the_numbers_are_those_of_the_rules() {
    let sum = |id: &str, [met, partly]: [u32; 2]| format!("{id}: met {met}, partly {partly}, unmet 0, unknown 0");
    let rung = |id: &str| format!("{id}: met 1, partly 0, unmet 0, unknown 0");
    let line = |text: &str| text.to_owned();
    let mut readiness = vec![line("checklist: sum")];
    readiness.extend(["purpose", "involvement", "measurement", "security", "expectation"].map(|id| sum(id, [20, 10])));
    readiness.extend(
        [
            "promoter: all of",
            "authority: met 1, partly 0, unmet 0, unknown 0, none 0 end",
            "time: met 1, partly 0, unmet 0, unknown 0",
            "skill: boxes process 1, ai 1, communication 1",
            "promoter without 1: nearly",
            "promoter without 2: prepare",
        ]
        .map(line),
    );
    let mut executive = vec![line("involvement: sum")];
    executive.extend(["goal", "message", "stage", "follow_up"].map(|id| sum(id, [16, 8])));
    executive.push(line("learning: ladder by 12"));
    executive.extend(["top", "core", "company"].map(rung));
    executive.push(line("learning without 3: prepare"));
    let mut adoption = vec![line("causes: sum")];
    adoption.extend(["after_training", "teaching", "measurement", "acting"].map(|id| sum(id, [16, 8])));
    adoption.push(line("steps: ladder by 9"));
    adoption.extend(["inventory", "priorities", "guideline"].map(rung));
    adoption.extend(
        [
            "follow_up: boxes meetings 1, implementation 1, chat 1",
            "steps without 1: nearly",
            "steps without 3: prepare",
        ]
        .map(line),
    );
    for (id, expected) in [("readiness", readiness), ("executive", executive), ("adoption", adoption)] {
        let pack = shipped_as(&format!("{id}.ja")).pack();
        assert_eq!(numbers(&pack), expected);
        assert_eq!(Level::ALL.map(|level| pack.levels().get(level).from), [80, 50, 20, 0], "levels of {id}");
    }
}

#[test]
fn each_answer_that_is_a_gap_has_a_finding_of_its_own() {
    for shipped in shipped_in_japanese() {
        let pack = shipped.pack();
        for question in pack.questions() {
            for (i, choice) in question.choices.iter().enumerate() {
                let is_gap = question.multiple || choice.credit < question.best();
                let alone = |because: &[Condition]| match because {
                    [Condition { question: other, criterion: Criterion::Is(any) | Criterion::Lacks(any) }] => {
                        other == question && any.contains(&i)
                    }
                    _ => false,
                };
                let has_finding = pack.findings().iter().any(|finding| alone(&finding.because));
                assert_eq!(has_finding, is_gap, "{}: {}={}", shipped.name, question.id, choice.id);
            }
        }
    }
}

#[test]
fn a_pack_survives_its_packed_form() {
    for shipped in shipped() {
        let pack = shipped.pack();
        assert_eq!(Pack::decode(&pack.encode()).as_ref(), Some(&*pack), "{}", shipped.name);
    }
}

#[test]
fn only_reasons_of_caps_hold_placeholders_and_only_known_ones() {
    for shipped in shipped() {
        for (place, text) in texts(&shipped.json) {
            let is_reason = place.starts_with("/caps/") && (place.ends_with("reason"));
            if is_reason {
                assert!(text.contains("{level}"), "{}: {place} does not say the level: {text}", shipped.name);
                let names_causes = text.contains("{causes}") || place.ends_with("ended_reason");
                assert!(names_causes, "{}: {place} does not say why: {text}", shipped.name);
            }
            let rest = if is_reason { text.replace("{causes}", "").replace("{level}", "") } else { text };
            let name = &shipped.name;
            assert!(!rest.contains(['{', '}']), "{name}: {place} holds a brace that nothing fills in: {rest}");
        }
    }
}
