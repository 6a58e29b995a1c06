//! Moves of every kind: what is tried on the result, and a reload at any moment.

mod support;

use std::rc::Rc;

use diagnosis::{Id, Level, diagnose};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use session::{Event, Model, Phase};
use support::cases::cases;
use support::config;
use support::run::{MINE, Run, THEIRS, code, damaged};

#[test]
fn trying_shows_what_if_and_leaves_the_verdict_alone() {
    let mut run = Run::take_up(&format!(".shown=1&{MINE}"));
    let before = run.model.clone();
    let (truth, own) = (Rc::clone(&run.done().verdict), run.done().saved_result());
    assert_eq!(truth.level, Level::Nearly);
    run.try_out("time");
    let what_if = Rc::clone(run.done().what_if.as_ref().unwrap());
    assert_eq!((what_if.score.get(), what_if.level, what_if.caps.len()), (70, Level::Nearly, 0));
    run.try_out("measurement");
    assert_eq!(run.done().what_if.as_ref().unwrap().level, Level::Ready);
    assert_eq!((&run.done().verdict, run.done().saved_result(), &run.effects), (&truth, own, &vec![]));
    let tried: Vec<&str> = run.done().tried.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(tried, ["measurement", "time"], "in the order of the pack");
    run.try_out("time").try_out("measurement");
    assert_eq!(run.model, before);
}

#[test]
fn only_gaps_are_tried_and_only_on_the_result() {
    let mut run = Run::take_up(&format!(".shown=1&{MINE}"));
    let before = run.model.clone();
    run.try_out("purpose")
        .try_out("skill")
        .try_out("nonsense")
        .send(Event::Next { question: Id::new("time").unwrap() });
    assert_eq!((&run.model, &run.effects), (&before, &vec![]));
    run.try_out("time").send(Event::Back);
    assert_eq!(run.model.answers().encode(), MINE, "what was tried is no answer");
    run.send(Event::Next { question: Id::new("skill").unwrap() });
    assert_eq!((&run.done().tried, &run.done().what_if), (&vec![], &None));
}

/// What a reload is to bring back: all but what is on screen for a moment, and what the loader adds.
fn lasting(model: &Model) -> Model {
    let mut model = model.clone();
    (model.is_saved, model.notice) = (false, false);
    match &mut model.phase {
        Phase::Asking(asking) => asking.nudge = false,
        Phase::Done(done) => (done.tried, done.what_if) = (Vec::new(), None),
    }
    model
}

fn marks() -> impl Strategy<Value = String> {
    let mark = select(vec!["open", "earlier", "owner", "promoter"]);
    let code = prop_oneof![4 => Just(code(MINE)), 4 => Just(code(THEIRS)), 1 => Just(damaged(MINE))];
    let marks = vec((mark, code).prop_map(|(mark, code)| format!(".{mark}={code}")), 0..4);
    let rest = select(vec![".kept=1", "purpose=met", MINE, ".at=time&purpose=met", ".shown=1"]);
    (marks, rest).prop_map(|(marks, rest)| [&marks.join("&"), "&", rest].concat())
}

/// Moves of every kind, most of them for what is on screen.
#[derive(Clone, Debug)]
enum Move {
    Choose(Index),
    Next,
    Back,
    Restart,
    Keep(bool),
    Try(Index),
}

fn moves() -> impl Strategy<Value = Move> {
    prop_oneof![
        6 => any::<Index>().prop_map(Move::Choose),
        6 => Just(Move::Next),
        2 => Just(Move::Back),
        1 => Just(Move::Restart),
        1 => any::<bool>().prop_map(Move::Keep),
        2 => any::<Index>().prop_map(Move::Try),
    ]
}

fn event(model: &Model, step: &Move) -> Event {
    let questions = model.answers().pack().questions();
    let at = match &model.phase {
        Phase::Asking(asking) => &asking.current_question,
        Phase::Done(_) => &questions[0],
    };
    match step {
        Move::Choose(which) => Event::Choose { question: at.id.clone(), choice: which.get(&at.choices).id.clone() },
        Move::Next => Event::Next { question: at.id.clone() },
        Move::Back => Event::Back,
        Move::Restart => Event::Restart,
        Move::Keep(on) => Event::Keep(*on),
        Move::Try(which) => {
            let question = which.get(questions);
            Event::Choose { question: question.id.clone(), choice: question.choices[0].id.clone() }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_reload_at_any_moment_brings_the_run_back(text in marks(), steps in vec(moves(), 0..60)) {
        let mut run = Run::take_up(&text);
        for step in &steps {
            run.send(event(&run.model, step));
            let again = Run::take_up(&run.saved);
            prop_assert_eq!(lasting(&again.model), lasting(&run.model), "{} by {:?}", &run.saved, step);
            prop_assert!(!again.model.notice && !again.tells_completion(), "reported twice: {}", &run.saved);
            let [open, kept] = [".open", ".kept"].map(|mark| run.saved.contains(mark));
            prop_assert!(run.saved == text || !open && !kept, "saved: {}", &run.saved);
        }
    }

    #[test]
    fn what_if_is_what_those_answers_come_to(case in cases(5), which in vec(any::<Index>(), 1..8)) {
        let mut run = Run::of(Rc::clone(&case.pack), &case.answers().encode());
        let verdict = Rc::clone(&run.done().verdict);
        for which in which {
            let question = which.get(case.pack.questions());
            run.try_out(question.id.as_str());
            let done = run.done();
            prop_assert_eq!((&done.verdict, &done.complete), (&verdict, &case.complete));
            prop_assert_eq!(done.what_if.is_some(), !done.tried.is_empty());
            let fresh = diagnose(&case.complete.improved(&done.tried));
            prop_assert!(done.what_if.iter().all(|what_if| **what_if == fresh));
            prop_assert!(done.tried.iter().all(|question| case.answers().is_gap(question)));
            prop_assert!(run.effects.is_empty());
        }
    }

    #[test]
    fn the_way_up_tried_in_any_order_reaches_the_promised_level(case in cases(5), backwards in any::<bool>()) {
        let Some(way) = diagnose(&case.complete).way_up else { return Ok(()) };
        let mut run = Run::of(Rc::clone(&case.pack), &case.answers().encode());
        let mut ids: Vec<&str> = way.changes.iter().map(|change| change.question.id.as_str()).collect();
        if backwards {
            ids.reverse();
        }
        for id in ids {
            run.try_out(id);
        }
        prop_assert!(run.done().what_if.as_ref().is_some_and(|what_if| what_if.level >= way.to));
    }
}
