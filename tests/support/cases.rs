//! Generated cases: a generated pack with complete answers to it.

use std::fmt;
use std::rc::Rc;

use diagnosis::{Answers, Complete, Pack, Question};
use proptest::collection::vec;
use proptest::prelude::*;

use super::packs::packs;
use super::{Json, best, finish, read};

/// A pack, complete answers to it, and throws for whatever else a property has to answer.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) json: Json,
    pub(crate) pack: Rc<Pack>,
    pub(crate) complete: Complete,
    pub(crate) spare: Dice,
}

impl Case {
    pub(crate) fn answers(&self) -> &Answers {
        self.complete.answers()
    }
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\npack: {}\nanswers: {}\nspare: {:?}\n", self.json, self.answers().encode(), self.spare)
    }
}

/// A respondent: for each question a throw, and how often in four the best answer is given whatever was thrown.
#[derive(Clone, Debug)]
pub(crate) struct Dice {
    lean: u32,
    throws: Vec<u32>,
}

impl Dice {
    pub(crate) fn choose<'q>(&self, question: &'q Question) -> Vec<&'q str> {
        let throw = self.throws[question.index % self.throws.len()];
        if (throw >> 16) % 4 < self.lean {
            return best(question);
        }
        let ids = question.choices.iter().map(|choice| choice.id.as_str()).enumerate();
        if question.multiple {
            ids.filter(|(i, _)| throw >> i & 1 == 1).map(|(_, id)| id).collect()
        } else {
            let one = throw as usize % question.choices.len();
            ids.filter(|(i, _)| *i == one).map(|(_, id)| id).collect()
        }
    }
}

/// Cases of 1 to 3 sections with 1 to `max` questions each. Where a section ended early, the questions after it keep
/// an answer in half of the cases, as if the respondent had gone back.
pub(crate) fn cases(max: usize) -> impl Strategy<Value = Case> {
    (packs(max), dice(), dice(), any::<bool>()).prop_map(|(json, dice, spare, went_back)| {
        let pack = read(&json);
        let mut complete = finish(Answers::new(Rc::clone(&pack)), |question| dice.choose(question));
        if went_back {
            let mut answers = complete.answers().clone();
            for question in pack.questions().iter().filter(|question| !complete.answers().is_visible(question)) {
                answers.answer(question, &spare.choose(question));
            }
            complete = super::complete(answers);
        }
        Case { json, pack, complete, spare }
    })
}

fn dice() -> impl Strategy<Value = Dice> {
    let lean = prop_oneof![2 => Just(0u32), 6 => 1u32..=3, 1 => Just(4)];
    (lean, vec(any::<u32>(), 15)).prop_map(|(lean, throws)| Dice { lean, throws })
}
