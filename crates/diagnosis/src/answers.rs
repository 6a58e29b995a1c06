//! Answers that fit their pack, and the proof that they are complete.
//!
//! The text form, for storage and for the hand-over from the prerendered form, is form data as a browser writes it
//! (`purpose=met&skill=process&skill=ai`); a group of boxes without a tick is written as `skill=`.

use std::rc::Rc;

use super::pack::{Choice, Pack, Question};

/// The answer to one question, always valid for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The position of the choice made.
    One(usize),
    /// Whether each box is ticked.
    Many(Vec<bool>),
}

/// Answers to some or all questions of one pack. Values that do not fit the pack are never stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    pack: Rc<Pack>,
    given: Vec<Option<Answer>>,
    /// The position of the question whose answer ended it, for each section.
    ends: Vec<Option<usize>>,
}

impl Answers {
    /// A set without answers.
    pub fn new(pack: Rc<Pack>) -> Self {
        let (given, ends) = (vec![None; pack.questions().len()], vec![None; pack.sections().len()]);
        Self { pack, given, ends }
    }

    /// Reads the text form. Entries that do not fit the pack are ignored: they come from another version.
    pub fn parse(pack: Rc<Pack>, text: &str) -> Self {
        let mut answers = Self::new(pack);
        let pairs: Vec<(&str, &str)> = text.split('&').filter_map(|pair| pair.split_once('=')).collect();
        for question in answers.pack.questions().to_vec() {
            let mine = pairs.iter().filter(|(id, _)| *id == question.id.as_str());
            let ids: Vec<&str> = mine.map(|(_, choice)| *choice).collect();
            let is_empty_mark = ids == [""];
            if is_empty_mark {
                answers.answer(&question, &[]);
            } else if !ids.is_empty() {
                answers.answer(&question, &ids);
            }
        }
        answers
    }

    /// Writes the text form.
    pub fn encode(&self) -> String {
        self.encode_where(|_| true)
    }

    /// Writes the text form without the answers to questions that no longer belong to the run, because an earlier answer was
    /// changed.
    pub fn encode_visible(&self) -> String {
        self.encode_where(|question| self.is_visible(question))
    }

    fn encode_where(&self, is_written: impl Fn(&Question) -> bool) -> String {
        let mut out = String::new();
        for question in self.pack.questions() {
            if self.get(question).is_none() || !is_written(question) {
                continue;
            }
            let chosen: Vec<&str> = self.chosen(question).map(|choice| choice.id.as_str()).collect();
            for id in if chosen.is_empty() { vec![""] } else { chosen } {
                if !out.is_empty() {
                    out.push('&');
                }
                out.extend([question.id.as_str(), "=", id]);
            }
        }
        out
    }

    /// The pack that these answers belong to.
    pub fn pack(&self) -> &Rc<Pack> {
        &self.pack
    }

    /// Answers `question` with the choices of these ids, replacing its previous answer.
    ///
    /// Returns `false` and changes nothing if they do not fit: an unknown id, or not exactly one for a single choice.
    pub fn answer(&mut self, question: &Question, ids: &[&str]) -> bool {
        let position = |id: &&str| question.choices.iter().position(|choice| choice.id.as_str() == *id);
        let Some(positions) = ids.iter().map(position).collect::<Option<Vec<_>>>() else {
            return false;
        };
        let answer = match positions.as_slice() {
            _ if question.multiple => {
                Answer::Many((0..question.choices.len()).map(|i| positions.contains(&i)).collect())
            }
            [one] => Answer::One(*one),
            _ => return false,
        };
        self.set(question, answer)
    }

    /// Ticks or clears one box, keeping the others. Returns `false` if there is no such box.
    pub fn toggle(&mut self, question: &Question, id: &str) -> bool {
        let known = question.multiple && question.choices.iter().any(|choice| choice.id.as_str() == id);
        if !known {
            return false;
        }
        let choices = question.choices.iter().enumerate();
        let ticked = choices.map(|(at, choice)| self.has(question, at) != (choice.id.as_str() == id));
        self.set(question, Answer::Many(ticked.collect()))
    }

    /// The answer to `question`, also where the section ended before it.
    pub fn get(&self, question: &Question) -> Option<&Answer> {
        self.given.get(question.index)?.as_ref()
    }

    /// The answer to `question`, if this run asks it.
    pub(super) fn given_to(&self, question: &Question) -> Option<&Answer> {
        self.get(question).filter(|_| self.is_visible(question))
    }

    /// The choices made for `question`.
    pub fn chosen<'a>(&'a self, question: &'a Question) -> impl Iterator<Item = &'a Choice> {
        let choices = question.choices.iter().enumerate();
        choices.filter(|(position, _)| self.has(question, *position)).map(|(_, choice)| choice)
    }

    /// Whether the choice at `position` of `question` is made or ticked.
    pub fn has(&self, question: &Question, position: usize) -> bool {
        match self.get(question) {
            Some(Answer::One(one)) => *one == position,
            Some(Answer::Many(ticked)) => ticked.get(position).copied().unwrap_or(false),
            None => false,
        }
    }

    /// Whether `question` is part of this run: no earlier answer of its section has ended it.
    pub fn is_visible(&self, question: &Question) -> bool {
        self.end_of_section(question.section).is_none_or(|end| question.index <= end.index)
    }

    /// The question of that section whose answer ended it.
    pub(super) fn end_of_section(&self, section: usize) -> Option<&Rc<Question>> {
        self.pack.questions().get((*self.ends.get(section)?)?)
    }

    /// The questions of this run, as far as the answers determine it.
    pub fn visible_questions(&self) -> impl Iterator<Item = &Rc<Question>> {
        self.pack.questions().iter().filter(|question| self.is_visible(question))
    }

    /// The first question of this run without an answer.
    pub fn first_open(&self) -> Option<Rc<Question>> {
        self.visible_questions().find(|question| self.get(question).is_none()).cloned()
    }

    /// The credit of the answer to `question`; 0 if it was not asked or not answered.
    pub fn credit(&self, question: &Question) -> u32 {
        if !self.is_visible(question) {
            return 0;
        }
        self.chosen(question).map(|choice| choice.credit).sum()
    }

    /// Whether the answer to `question` could be better; true for a question that was not asked or not answered.
    pub fn is_gap(&self, question: &Question) -> bool {
        self.credit(question) < question.best()
    }

    /// The proof that every question of this run is answered.
    ///
    /// # Errors
    ///
    /// Returns the answers if a question is open.
    pub fn complete(self) -> Result<Complete, Answers> {
        if self.first_open().is_some() { Err(self) } else { Ok(Complete(self)) }
    }

    fn set(&mut self, question: &Question, answer: Answer) -> bool {
        let mine = self.pack.questions.get(question.index).is_some_and(|mine| std::ptr::eq(&**mine, question));
        let Some(slot) = self.given.get_mut(question.index).filter(|_| mine) else {
            return false;
        };
        *slot = Some(answer);
        self.note_end(question);
        true
    }

    /// Caches which answer ends the section of `question`, which was just answered. Every question looks this up, so
    /// the lookup must not walk through all of them.
    fn note_end(&mut self, question: &Question) {
        let ends = |question: &Question| self.chosen(question).any(|choice| choice.ends_section);
        let now = self.ends.get(question.section).copied().flatten();
        let end = if ends(question) {
            Some(now.map_or(question.index, |now| now.min(question.index)))
        } else if now == Some(question.index) {
            let after = self.pack.questions().iter().skip(question.index + 1);
            let mut after = after.take_while(|other| other.section == question.section);
            after.find(|other| ends(other)).map(|other| other.index)
        } else {
            now
        };
        if let Some(slot) = self.ends.get_mut(question.section) {
            *slot = end;
        }
    }
}

/// Answers to every question of a run. Only these can be diagnosed.
#[derive(Clone, Debug, PartialEq)]
pub struct Complete(Answers);

impl Complete {
    /// The answers.
    pub fn answers(&self) -> &Answers {
        &self.0
    }

    /// Hypothetical answers: the same ones with the best answer to each of `questions`.
    ///
    /// A question that is asked only because of that, and is not among `questions`, gets its lowest answer, so that
    /// nothing is promised that the respondent did not try. An answer that was stored before going back does not count
    /// here either.
    pub fn improved(&self, questions: &[Rc<Question>]) -> Self {
        let mut answers = self.0.clone();
        let mut improved = vec![false; answers.given.len()];
        for question in questions {
            if let Some(is_improved) = improved.get_mut(question.index) {
                *is_improved = true;
            }
        }
        for (question, is_improved) in self.0.pack.questions().iter().zip(improved) {
            let choices = if is_improved {
                question.best_choices()
            } else if answers.is_visible(question) && !self.0.is_visible(question) {
                question.lowest_choices()
            } else {
                continue;
            };
            let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
            answers.answer(question, &ids);
        }
        Self(answers)
    }
}
