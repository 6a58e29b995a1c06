//! The pack `readiness`, all of its 132,096 runs, against the rules of docs/rules.md written down a second time.
//!
//! The expectations here are numbers and words of the specification; nothing of the engine's scoring is used.

mod support;

use std::rc::Rc;

use diagnosis::{Answers, Rule, Section, Verdict, diagnose};
use support::{complete, question, readiness};

const CHECKLIST: [&str; 5] = ["purpose", "involvement", "measurement", "security", "expectation"];
const GRADES: [&str; 4] = ["met", "partly", "unmet", "unknown"];
const SKILLS: [&str; 3] = ["process", "ai", "communication"];

/// One respondent: positions in [`GRADES`], and boxes of [`SKILLS`] as bits.
#[derive(Clone, Copy, Debug)]
struct Run {
    checklist: [usize; 5],
    /// `None` if there is no promoter.
    promoter: Option<Promoter>,
}

#[derive(Clone, Copy, Debug)]
struct Promoter {
    authority: usize,
    time: usize,
    skill: usize,
}

impl Run {
    fn score(&self) -> u8 {
        self.checklist.iter().map(|grade| [20, 10, 0, 0][*grade]).sum()
    }

    /// The promoter's conditions that are not met.
    fn missing(&self) -> Vec<&'static str> {
        let Some(promoter) = self.promoter else { return vec!["authority", "time", "skill"] };
        let unmet =
            [("authority", promoter.authority != 0), ("time", promoter.time != 0), ("skill", promoter.skill != 7)];
        unmet.into_iter().filter(|(_, unmet)| *unmet).map(|(id, _)| id).collect()
    }

    /// The level allowed by the promoter test.
    fn cap(&self) -> Option<&'static str> {
        [None, Some("nearly"), Some("prepare"), Some("prepare")][self.missing().len()]
    }

    fn level(&self) -> &'static str {
        match (self.score(), self.cap()) {
            (80..=100, None) => "ready",
            (50..=100, None | Some("nearly")) => "nearly",
            (20..=100, _) => "prepare",
            _ => "rethink",
        }
    }

    /// The fewest answers to change for the next level: points first by whole answers, then what the cap needs.
    fn changes_needed(&self) -> Option<usize> {
        let (from, conditions_left) = match self.level() {
            "ready" => return None,
            "nearly" => (80, 0),
            "prepare" => (50, 1),
            _ => (20, 3),
        };
        let mut gains = self.checklist.map(|grade| [0, 10, 20, 20][grade]);
        gains.sort_unstable_by(|a, b| b.cmp(a));
        let reaches = |n: &usize| self.score() + gains[..*n].iter().sum::<u8>() >= from;
        Some((0..=5).find(reaches).unwrap() + self.missing().len().saturating_sub(conditions_left))
    }

    /// Ids of the findings that docs/rules.md asks for: one for each gap, with a word of its own for "unknown".
    fn findings(&self) -> Vec<String> {
        let graded = |(id, grade): (&str, usize)| match GRADES[grade] {
            "met" => None,
            "unknown" => Some(format!("{id}_unknown")),
            _ => Some(id.to_owned()),
        };
        let mut ids: Vec<String> = CHECKLIST.into_iter().zip(self.checklist).filter_map(graded).collect();
        match self.promoter {
            None => ids.push("promoter_none".to_owned()),
            Some(promoter) => {
                ids.extend([("authority", promoter.authority), ("time", promoter.time)].into_iter().filter_map(graded));
                let lacked = SKILLS.iter().enumerate().filter(|(i, _)| promoter.skill >> i & 1 == 0);
                ids.extend(lacked.map(|(_, skill)| format!("skill_{skill}")));
                if GRADES[self.checklist[0]] == "unmet" {
                    ids.push("nominal_promoter".to_owned());
                }
            }
        }
        ids.sort_unstable();
        ids
    }
}

fn check(run: &Run, verdict: &Verdict) {
    assert_eq!(verdict.score.get(), run.score(), "score of {run:?}");
    assert_eq!(verdict.level.id(), run.level(), "level of {run:?}");
    assert_eq!(verdict.caps.first().map(|hit| hit.cap.level.id()), run.cap(), "cap of {run:?}");
    if let [hit] = verdict.caps.as_slice() {
        assert!(hit.causes.iter().map(|cause| cause.id.as_str()).eq(run.missing()), "causes of {run:?}");
        assert_eq!(hit.ended_by.is_some(), run.promoter.is_none(), "end of {run:?}");
    }
    assert_eq!(verdict.way_up.as_ref().map(|way| way.changes.len()), run.changes_needed(), "way up of {run:?}");
    let mut ids: Vec<&str> = verdict.findings.iter().map(|hit| hit.finding.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, run.findings(), "findings of {run:?}");
}

/// Diagnoses every run with a promoter of this authority, or with none, changing one set of answers in place.
fn every_run(authority: Option<usize>) -> usize {
    let pack = readiness();
    let mut answers = Answers::new(Rc::clone(&pack));
    let mut runs = 0;
    for promoter in promoters(authority) {
        answer_promoter(&mut answers, promoter);
        for number in 0..4usize.pow(5) {
            let checklist = [0, 2, 4, 6, 8].map(|place| number >> place & 3);
            for (question, grade) in pack.questions().iter().zip(checklist) {
                assert!(answers.answer(question, &[GRADES[grade]]));
            }
            let complete = complete(answers.clone());
            let asked = complete.answers().visible_questions().count();
            assert_eq!(asked, if promoter.is_some() { 8 } else { 6 }, "questions asked with {promoter:?}");
            check(&Run { checklist, promoter }, &diagnose(&complete));
            runs += 1;
        }
    }
    runs
}

fn promoters(authority: Option<usize>) -> Vec<Option<Promoter>> {
    let Some(authority) = authority else { return vec![None] };
    (0..32).map(|number| Some(Promoter { authority, time: number & 3, skill: number >> 2 })).collect()
}

fn answer_promoter(answers: &mut Answers, promoter: Option<Promoter>) {
    let [authority, time, skill] = ["authority", "time", "skill"].map(|id| question(answers.pack(), id));
    let Some(promoter) = promoter else {
        assert!(answers.answer(&authority, &["none"]));
        return;
    };
    let ticked = |(i, _): &(usize, &&str)| promoter.skill >> i & 1 == 1;
    let boxes: Vec<&str> = SKILLS.iter().enumerate().filter(ticked).map(|(_, id)| *id).collect();
    assert!(answers.answer(&authority, &[GRADES[promoter.authority]]));
    assert!(answers.answer(&time, &[GRADES[promoter.time]]));
    assert!(answers.answer(&skill, &boxes));
}

// One test for each authority, so that they run side by side.

#[test]
fn every_run_with_full_authority() {
    assert_eq!(every_run(Some(0)), 32 * 1024);
}

#[test]
fn every_run_with_some_authority() {
    assert_eq!(every_run(Some(1)), 32 * 1024);
}

#[test]
fn every_run_without_authority() {
    assert_eq!(every_run(Some(2)), 32 * 1024);
}

#[test]
fn every_run_with_unknown_authority() {
    assert_eq!(every_run(Some(3)), 32 * 1024);
}

#[test]
fn every_run_without_a_promoter() {
    assert_eq!(every_run(None), 1024);
}

#[test]
fn the_questions_are_those_of_the_specification() {
    let pack = readiness();
    let of = |section: &Rc<Section>| pack.questions_of(section).map(|q| q.id.to_string()).collect::<Vec<_>>();
    let ids: Vec<Vec<String>> = pack.sections().iter().map(of).collect();
    assert_eq!(ids, [CHECKLIST.map(String::from).to_vec(), ["authority", "time", "skill"].map(String::from).to_vec()]);
    let rules: Vec<Rule> = pack.sections().iter().map(|section| section.rule).collect();
    assert_eq!(rules, [Rule::Sum, Rule::AllOf]);
}
