//! The state transition: an event leads to the next model and the effects to perform, as values.

use std::rc::Rc;

use diagnosis::{Answers, Id, Question, diagnose};

use super::event::{Effect, Event, Focus, HostEvent};
use super::model::{Asking, Done, Model, Phase};

/// Returns the next model and the effects to perform.
pub fn update(mut model: Model, event: Event) -> (Model, Vec<Effect>) {
    let effects = match (&mut model.phase, event) {
        (Phase::Asking(asking), Event::Choose { question, choice }) if asking.current_question.id == question => {
            choose(&mut model, &choice)
        }
        (Phase::Asking(asking), Event::Next { question }) if asking.current_question.id == question => next(&mut model),
        (_, Event::Back) => back(&mut model),
        (Phase::Done(done), Event::Choose { question, .. }) => {
            try_out(done, &question);
            Vec::new()
        }
        (Phase::Done(done), Event::Restart) => {
            if done.opened {
                model.earlier = Some(done.saved_result());
            }
            let pack = Rc::clone(done.complete.answers().pack());
            model.phase = Phase::after(Answers::new(pack), model.today);
            vec![model.save(), Effect::Focus(Focus::Question)]
        }
        (phase, Event::Keep(on)) => {
            model.is_saved = on;
            match phase {
                _ if !on => vec![Effect::Keep(String::new())],
                Phase::Done(done) => vec![Effect::Keep(done.saved_result().encode())],
                Phase::Asking(_) => Vec::new(),
            }
        }
        _ => Vec::new(),
    };
    model.notice &= effects.is_empty();
    (model, effects)
}

fn choose(model: &mut Model, choice: &Id) -> Vec<Effect> {
    let Phase::Asking(Asking { answers, current_question, nudge }) = &mut model.phase else {
        return Vec::new();
    };
    let is_first = is_untouched(answers);
    let fits = if current_question.multiple {
        answers.toggle(current_question, choice.as_str())
    } else {
        answers.answer(current_question, &[choice.as_str()])
    };
    let mut effects = Vec::new();
    if fits {
        *nudge = false;
        effects.push(model.save());
        effects.extend(is_first.then_some(Effect::Emit(HostEvent::Start)));
    }
    effects
}

fn next(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    let Phase::Asking(Asking { answers, current_question, nudge }) = &mut model.phase else {
        return effects;
    };
    if answers.get(current_question).is_none() {
        if !current_question.multiple {
            *nudge = true;
            return effects;
        }
        // Leaving all boxes empty is an answer too: none applies.
        effects.extend(is_untouched(answers).then_some(Effect::Emit(HostEvent::Start)));
        answers.answer(current_question, &[]);
    }
    effects.push(Effect::Emit(answered(answers, current_question)));
    let following = answers.visible_questions().find(|question| question.index > current_question.index).cloned();
    model.phase = match following {
        Some(current_question) => Phase::Asking(Asking { answers: answers.clone(), current_question, nudge: false }),
        None => Phase::after(answers.clone(), model.today),
    };
    let (more, focus) = match &model.phase {
        Phase::Asking(_) => (vec![model.save()], Focus::Question),
        Phase::Done(done) => (model.completed(done), Focus::Result),
    };
    effects.extend(more);
    effects.push(Effect::Focus(focus));
    effects
}

/// Goes to the previous question; from the verdict to the last one.
fn back(model: &mut Model) -> Vec<Effect> {
    let from = match &model.phase {
        Phase::Asking(asking) => asking.current_question.index,
        Phase::Done(_) => usize::MAX,
    };
    let answers = model.answers();
    let Some(current_question) =
        answers.visible_questions().take_while(|question| question.index < from).last().cloned()
    else {
        return Vec::new();
    };
    model.phase = Phase::Asking(Asking { answers: answers.clone(), current_question, nudge: false });
    vec![model.save(), Effect::Focus(Focus::Question)]
}

/// Adds a gap to the tried ones or removes it, and computes the resulting verdict.
fn try_out(done: &mut Done, question: &Id) {
    let answers = done.complete.answers();
    let is_tried = |gap: &&Rc<Question>| answers.is_gap(gap) && done.is_tried(gap) != (gap.id == *question);
    done.tried = answers.pack().questions().iter().filter(is_tried).cloned().collect();
    let what_if = || Rc::new(diagnose(&done.complete.improved(&done.tried)));
    done.what_if = (!done.tried.is_empty()).then(what_if);
}

fn is_untouched(answers: &Answers) -> bool {
    answers.pack().questions().iter().all(|question| answers.get(question).is_none())
}

fn answered(answers: &Answers, current_question: &Rc<Question>) -> HostEvent {
    let index = answers.visible_questions().take_while(|question| question.index <= current_question.index).count();
    HostEvent::Answer { question: current_question.id.clone(), index, total: answers.visible_questions().count() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diagnosis::{Level, Pack};

    const TODAY: u32 = 20_778;

    /// Drives a run as a respondent would.
    struct Run(Model);

    impl Run {
        fn new() -> Self {
            let value = serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap();
            Self(Model::new(Rc::new(Pack::read(&value).unwrap()), TODAY))
        }

        fn send(&mut self, event: Event) -> Vec<Effect> {
            let (model, effects) = update(self.0.clone(), event);
            self.0 = model;
            effects
        }

        fn choose(&mut self, question: &str, choice: &str) -> Vec<Effect> {
            self.send(Event::Choose { question: Id::new(question).unwrap(), choice: Id::new(choice).unwrap() })
        }

        fn next(&mut self, question: &str) -> Vec<Effect> {
            self.send(Event::Next { question: Id::new(question).unwrap() })
        }

        fn all_met_to(&mut self, last: &str) -> &mut Self {
            for id in ["purpose", "involvement", "measurement", "security", "expectation", "authority", "time"] {
                self.choose(id, "met");
                self.next(id);
                if id == last {
                    break;
                }
            }
            self
        }

        fn current_question(&self) -> &str {
            match &self.0.phase {
                Phase::Asking(asking) => asking.current_question.id.as_str(),
                Phase::Done(_) => "done",
            }
        }
    }

    #[test]
    fn going_on_without_a_choice_nudges_and_stays() {
        let mut run = Run::new();
        assert_eq!(run.next("purpose"), []);
        assert!(matches!(&run.0.phase, Phase::Asking(asking) if asking.nudge));
        run.choose("purpose", "met");
        assert!(matches!(&run.0.phase, Phase::Asking(asking) if !asking.nudge));
    }

    #[test]
    fn a_late_event_for_a_question_no_longer_shown_is_ignored() {
        let mut run = Run::new();
        run.all_met_to("purpose");
        let before = run.0.clone();
        assert_eq!(run.choose("purpose", "unmet"), []);
        assert_eq!(run.next("purpose"), []);
        assert_eq!(run.0, before);
    }

    #[test]
    fn boxes_left_empty_are_an_answer() {
        let mut run = Run::new();
        run.all_met_to("time").next("skill");
        let Phase::Done(done) = &run.0.phase else { panic!("not done") };
        assert_eq!(done.verdict.level, Level::Nearly);
    }

    #[test]
    fn back_keeps_answers_and_stops_at_the_first_question() {
        let mut run = Run::new();
        run.all_met_to("purpose");
        run.send(Event::Back);
        assert_eq!(run.current_question(), "purpose");
        assert_eq!(run.0.answers().encode(), "purpose=met");
        assert_eq!(run.send(Event::Back), []);
    }

    #[test]
    fn no_promoter_leads_straight_to_the_verdict_and_the_verdict_back() {
        let mut run = Run::new();
        run.all_met_to("expectation").choose("authority", "none");
        let effects = run.next("authority");
        assert!(effects.iter().any(|e| matches!(e, Effect::Emit(HostEvent::Answer { index: 6, total: 6, .. }))));
        assert_eq!(run.current_question(), "done");
        run.send(Event::Back);
        run.choose("authority", "met");
        run.next("authority");
        assert_eq!(run.current_question(), "time");
    }

    #[test]
    fn a_run_is_taken_up_where_it_was_left_and_told_once() {
        let mut run = Run::new();
        run.all_met_to("time").choose("skill", "ai");
        let saved = |model: &Model| match model.save() {
            Effect::Save(text) => text,
            other => panic!("{other:?}"),
        };
        let pack = Rc::clone(run.0.answers().pack());
        assert_eq!(Model::resume(Rc::clone(&pack), &saved(&run.0), TODAY), (run.0.clone(), vec![]));
        run.next("skill");
        assert_eq!(Model::resume(Rc::clone(&pack), &saved(&run.0), TODAY), (run.0.clone(), vec![]));
        let (_, effects) = Model::resume(pack, &run.0.answers().encode(), TODAY);
        assert!(matches!(effects.as_slice(), [Effect::Save(_), Effect::Emit(HostEvent::Complete(_))]));
    }

    #[test]
    fn start_is_told_with_the_first_answer_only() {
        let mut run = Run::new();
        let starts = |effects: Vec<Effect>| effects.contains(&Effect::Emit(HostEvent::Start));
        assert!(starts(run.choose("purpose", "met")));
        assert!(!starts(run.choose("purpose", "unmet")));
    }

    #[test]
    fn restart_forgets_everything() {
        let mut run = Run::new();
        run.all_met_to("time").next("skill");
        assert!(run.send(Event::Restart).contains(&Effect::Save(String::new())));
        assert_eq!((run.current_question(), run.0.answers().encode().as_str()), ("purpose", ""));
    }
}
