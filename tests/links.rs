//! Marks of a run: links that show a result, results to compare with, and what is kept on the device.

mod support;

use diagnosis::Id;
use session::{Effect, Event, Focus, Role};
use support::run::{MINE, Run, THEIRS, THEN, TODAY, code, damaged, saved_result};

#[test]
fn a_link_shows_its_result_without_a_completion() {
    let run = Run::take_up(&format!(".open={}", code(MINE)));
    assert_eq!(run.done().saved_result(), saved_result(MINE));
    assert!(run.done().opened && !run.model.notice);
    assert_eq!(run.effects, [Effect::Save(format!(".shown=1&.day={THEN}&{MINE}"))]);
}

#[test]
fn a_reload_still_knows_that_the_result_is_an_old_one() {
    let opened = Run::take_up(&format!(".open={}", code(MINE)));
    let again = Run::take_up(&opened.saved);
    assert_eq!((again.model, again.effects), (opened.model, vec![]));
}

#[test]
fn a_link_goes_before_what_the_session_holds() {
    for rest in [".at=security&purpose=unmet&involvement=met".to_owned(), format!(".shown=1&.day=7&{MINE}")] {
        let run = Run::take_up(&format!(".open={}&{rest}", code(THEIRS)));
        assert_eq!((run.done().saved_result(), run.tells_completion()), (saved_result(THEIRS), false));
        assert_eq!(run.saved, format!(".shown=1&.day={THEN}&{THEIRS}"));
    }
}

#[test]
fn a_result_of_ones_own_is_of_today() {
    let run = Run::take_up(MINE);
    assert_eq!((run.done().day, run.done().opened, run.tells_completion()), (TODAY, false, true));
    let mut run = Run::take_up("");
    assert_eq!(run.finish().done().saved_result().day, TODAY);
    assert!(run.tells_completion());
}

#[test]
fn going_back_from_an_opened_result_makes_it_ones_own() {
    let mut run = Run::take_up(&format!(".open={}", code(THEIRS)));
    run.send(Event::Back).answer("authority", "none");
    assert_eq!((run.done().day, run.done().opened, run.tells_completion()), (TODAY, false, true));
    assert_eq!(run.saved, format!(".shown=1&{THEIRS}"));
}

#[test]
fn a_code_that_does_not_hold_is_noticed_and_the_run_goes_on() {
    for mark in ["open", "owner", "promoter"] {
        for wrong in [damaged(MINE), String::new(), "x".repeat(1_000_000)] {
            let mut run = Run::take_up(&format!(".{mark}={wrong}"));
            assert_eq!((run.at(), run.model.notice), ("purpose", true), "{mark}");
            assert_eq!((&run.model.earlier, &run.model.other), (&None, &None));
            assert_eq!(run.effects, [Effect::Save(String::new())], "it is reported once");
            run.send(Event::Next { question: Id::new("purpose").unwrap() });
            assert!(run.model.notice, "nothing was answered yet");
            run.choose("purpose", "met");
            assert!(!run.model.notice);
            assert_eq!(run.saved, ".at=purpose&purpose=met");
        }
        let run = Run::take_up(&format!(".at=involvement&.{mark}={}&purpose=met", damaged(MINE)));
        assert_eq!((run.at(), run.saved.as_str()), ("involvement", ".at=involvement&purpose=met"));
        let run = Run::take_up(&format!(".{mark}={}&{MINE}", damaged(MINE)));
        assert!(run.model.notice && run.tells_completion(), "a verdict of one's own is reported all the same");
    }
}

#[test]
fn an_earlier_result_that_does_not_hold_is_passed_over_without_a_word() {
    for wrong in [damaged(MINE), "?".to_owned(), String::new()] {
        let mut run = Run::take_up(&format!(".kept=1&.earlier={wrong}"));
        assert_eq!((run.at(), run.model.notice, &run.model.earlier), ("purpose", false, &None), "nobody opened a link");
        assert_eq!(run.effects, []);
        run.finish();
        assert_eq!(run.keeps(), [run.done().saved_result().encode()], "the next result takes its place");
    }
}

#[test]
fn an_earlier_result_stays_through_reload_and_restart() {
    let mut run = Run::take_up(&format!(".earlier={}", code(MINE)));
    assert_eq!((run.at(), &run.model.earlier), ("purpose", &Some(saved_result(MINE))));
    assert_eq!(run.effects, []);
    run.answer("purpose", "met");
    assert_eq!(run.saved, format!(".at=involvement&.earlier={}&purpose=met", code(MINE)));
    let mut run = Run::take_up(&run.saved);
    assert_eq!((run.at(), &run.model.earlier), ("involvement", &Some(saved_result(MINE))));
    run.finish();
    assert!(run.done().saved_result() != saved_result(MINE));
    run.send(Event::Restart);
    assert_eq!(
        (run.at(), &run.model.earlier),
        ("purpose", &Some(saved_result(MINE))),
        "not the result of this very run"
    );
    assert_eq!(run.saved, format!(".earlier={}", code(MINE)));
}

#[test]
fn a_result_from_a_link_becomes_the_earlier_one_of_a_new_run() {
    for reload in [false, true] {
        let mut run = Run::take_up(&format!(".open={}&.earlier={}", code(MINE), code(THEIRS)));
        if reload {
            run = Run::take_up(&run.saved);
        }
        assert_eq!(run.model.earlier, Some(saved_result(THEIRS)));
        run.send(Event::Restart);
        assert_eq!((run.at(), &run.model.earlier), ("purpose", &Some(saved_result(MINE))));
        assert_eq!(run.effects, [Effect::Save(format!(".earlier={}", code(MINE))), Effect::Focus(Focus::Question)]);
    }
}

#[test]
fn the_other_persons_result_waits_for_ones_own() {
    for (mark, role) in [("owner", Role::Owner), ("promoter", Role::Promoter)] {
        let mut run = Run::take_up(&format!(".{mark}={}", code(THEIRS)));
        assert_eq!((run.at(), &run.model.other), ("purpose", &Some((role, saved_result(THEIRS)))));
        run = Run::take_up(&run.answer("purpose", "met").saved);
        assert_eq!(run.finish().model.other, Some((role, saved_result(THEIRS))));
        assert_eq!(run.saved.matches(&format!("&.{mark}={}&", code(THEIRS))).count(), 1);
        run.send(Event::Restart);
        assert_eq!(run.saved, format!(".{mark}={}", code(THEIRS)));
    }
    let both = Run::take_up(&format!(".promoter={}&.owner={}", code(MINE), code(THEIRS)));
    assert_eq!(both.model.other, Some((Role::Owner, saved_result(THEIRS))));
}

#[test]
fn a_link_with_both_results_shows_them_at_once() {
    let run = Run::take_up(&format!(".open={}&.owner={}", code(MINE), code(THEIRS)));
    assert_eq!(
        (run.done().saved_result(), &run.model.other),
        (saved_result(MINE), &Some((Role::Owner, saved_result(THEIRS))))
    );
    let again = Run::take_up(&run.saved);
    assert_eq!((again.model, again.effects), (run.model, vec![]));
}

#[test]
fn a_finished_run_is_kept_only_where_that_is_allowed() {
    let mut run = Run::take_up("");
    assert_eq!(run.finish().keeps(), [""; 0]);
    let mut run = Run::take_up(&format!(".kept=1&.earlier={}", code(MINE)));
    assert!(run.model.is_saved && run.effects.is_empty());
    run.finish();
    assert_eq!(run.keeps(), [run.done().saved_result().encode()]);
    assert!(!run.saved.contains(".kept") && run.saved.contains(".earlier"), "{}", run.saved);
    let early = Run::take_up(&format!(".kept=1&{MINE}"));
    assert_eq!(early.keeps(), [early.done().saved_result().encode()], "reached before the wasm came");
    for text in [format!(".kept=1&.shown=1&{MINE}"), format!(".kept=1&.open={}", code(MINE))] {
        assert_eq!(Run::take_up(&text).keeps(), [""; 0]);
    }
}

#[test]
fn keeping_is_allowed_and_revoked() {
    let mut run = Run::take_up("");
    assert_eq!(run.send(Event::Keep(true)).effects, [], "there is nothing to keep yet");
    run.finish();
    assert_eq!(run.keeps(), [run.done().saved_result().encode()]);
    run.send(Event::Keep(false));
    assert_eq!((run.model.is_saved, &run.effects), (false, &vec![Effect::Keep(String::new())]));
    run.send(Event::Keep(true));
    assert_eq!((run.model.is_saved, run.keeps()), (true, vec![run.done().saved_result().encode().as_str()]));
    run.send(Event::Restart);
    assert!(run.model.is_saved);
}
