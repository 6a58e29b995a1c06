//! The runs of a pack: their number, each of them in turn, and a random sample.
//!
//! A run is one way to answer every question that is asked. A question that is skipped because a choice ended the
//! section is no part of it.

use std::rc::Rc;

use diagnosis::{Answers, Complete, Pack, Question, Section};
use fastrand::Rng;

/// The seed of the draw, so that a pack gives the same sample each time.
const SEED: u64 = 20_261_128;

/// Number of runs of a pack. Beyond the exact range of a number it is approximate, or infinite.
pub(super) fn count(pack: &Pack) -> f64 {
    pack.sections().iter().map(|section| count_of(pack, section)).product()
}

fn count_of(pack: &Pack, section: &Section) -> f64 {
    runs_from(pack, section).first().copied().unwrap_or(1.0)
}

/// For each question of a section, and for its end, the number of ways to answer it and what follows it.
fn runs_from(pack: &Pack, section: &Section) -> Vec<f64> {
    let questions: Vec<&Rc<Question>> = pack.questions_of(section).collect();
    let mut runs = vec![1.0];
    let mut rest = 1.0;
    for question in questions.into_iter().rev() {
        let ends = question.choices.iter().filter(|choice| choice.ends_section).count() as f64;
        rest = ends + (options(question) - ends) * rest;
        runs.push(rest);
    }
    runs.reverse();
    runs
}

/// Number of possible answers to a question.
fn options(question: &Question) -> f64 {
    let choices = question.choices.len();
    if question.multiple { 2_f64.powi(i32::try_from(choices).unwrap_or(i32::MAX)) } else { choices as f64 }
}

/// Every run of a pack, one after the other: the last question that has another answer left takes it, and all that
/// follow start again, like the digits of a counter.
#[derive(Debug)]
pub(super) struct EveryRun {
    answers: Answers,
    /// The index of the answer to each question.
    answer_indices: Vec<usize>,
    is_first: bool,
}

impl EveryRun {
    pub(super) fn of(pack: &Rc<Pack>) -> Self {
        let mut every = Self {
            answers: Answers::new(Rc::clone(pack)),
            answer_indices: vec![0; pack.questions().len()],
            is_first: true,
        };
        pack.questions().iter().for_each(|question| every.give(question, 0));
        every
    }

    fn give(&mut self, question: &Question, number: usize) {
        if let Some(at) = self.answer_indices.get_mut(question.index) {
            *at = number;
        }
        let is_chosen = |place: usize| if question.multiple { number >> place & 1 == 1 } else { number == place };
        answer(&mut self.answers, question, is_chosen);
    }
}

impl Iterator for EveryRun {
    type Item = Complete;

    fn next(&mut self) -> Option<Complete> {
        if !std::mem::take(&mut self.is_first) {
            let pack = Rc::clone(self.answers.pack());
            let number = |question: &Question| self.answer_indices.get(question.index).map_or(0, |at| at + 1);
            let has_more = |question: &&Rc<Question>| {
                self.answers.is_visible(question) && (number(question) as f64) < options(question)
            };
            let last = pack.questions().iter().rfind(has_more)?;
            self.give(last, number(last));
            pack.questions().iter().skip(last.index + 1).for_each(|question| self.give(question, 0));
        }
        self.answers.clone().complete().ok()
    }
}

/// Random runs of a pack, each equally likely.
#[derive(Debug)]
pub(super) struct DrawnRuns {
    pack: Rc<Pack>,
    /// [`runs_from`] of each section.
    runs: Vec<Vec<f64>>,
    dice: Rng,
}

impl DrawnRuns {
    pub(super) fn of(pack: &Rc<Pack>) -> Self {
        let runs = pack.sections().iter().map(|section| runs_from(pack, section)).collect();
        Self { pack: Rc::clone(pack), runs, dice: Rng::with_seed(SEED) }
    }

    /// Answers `question`; `rest` is the number of ways to continue if the answer does not end the section.
    fn answer(&mut self, answers: &mut Answers, question: &Question, rest: f64) {
        if question.multiple {
            let ticked: Vec<bool> = question.choices.iter().map(|_| self.dice.bool()).collect();
            return answer(answers, question, |place| ticked.get(place) == Some(&true));
        }
        let places = |ends: bool| -> Vec<usize> {
            let choices = question.choices.iter().enumerate();
            choices.filter(|(_, choice)| choice.ends_section == ends).map(|(place, _)| place).collect()
        };
        let (ending, others) = (places(true), places(false));
        let all = ending.len() as f64 + others.len() as f64 * rest;
        let ends = others.is_empty() || self.dice.f64() * all < ending.len() as f64;
        let place = self.dice.choice(if ends { ending } else { others });
        answer(answers, question, |other| Some(other) == place);
    }
}

impl Iterator for DrawnRuns {
    type Item = Complete;

    fn next(&mut self) -> Option<Complete> {
        let pack = Rc::clone(&self.pack);
        let mut answers = Answers::new(Rc::clone(&pack));
        for section in pack.sections() {
            for (at, question) in pack.questions_of(section).enumerate() {
                if !answers.is_visible(question) {
                    break;
                }
                let rest = self.runs.get(section.index).and_then(|runs| runs.get(at + 1)).copied();
                self.answer(&mut answers, question, rest.unwrap_or(1.0));
            }
        }
        answers.complete().ok()
    }
}

/// Answers `question` with the choices at those places.
fn answer(answers: &mut Answers, question: &Question, is_chosen: impl Fn(usize) -> bool) {
    let choices = question.choices.iter().enumerate().filter(|(place, _)| is_chosen(*place));
    let ids: Vec<&str> = choices.map(|(_, choice)| choice.id.as_str()).collect();
    answers.answer(question, &ids);
}

/// The text form of a run, without the questions that it skipped.
pub(super) fn text_of(run: &Complete) -> String {
    let asked = run.answers();
    let mut answers = Answers::new(Rc::clone(asked.pack()));
    for question in asked.visible_questions() {
        answer(&mut answers, question, |place| asked.has(question, place));
    }
    answers.encode()
}
