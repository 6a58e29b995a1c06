//! A finished run as a short code, for a link, for another person, or for the respondent's own device.
//!
//! A code is `PACK.VERSION.ANSWERS.DAY.CHECK`, of `A-Z a-z 0-9 _ - .` alone, so that neither URLs nor form data escape
//! anything in it. In VERSION every character except ASCII letters and digits is written as `_`. ANSWERS has, for each
//! question that was asked, one base-32 digit for every five choices or part of five; the bits of a digit, the lowest
//! first, are the choices made. DAY and CHECK are decimal.
//!
//! CHECK is a CRC-32 over the preceding part of the code and over what gives it its meaning: version, questions and
//! choices of the pack. It detects every change of one character, and misses about one in four thousand million other
//! damages. It protects against accidents, not against forgery: whoever invents a code only chooses answers.

use std::rc::Rc;

use super::answers::{Answers, Complete};
use super::pack::Pack;

/// Number of choices that one digit encodes.
const CHOICES_PER_DIGIT: usize = 5;

/// A finished run and its day.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedResult {
    /// The answers.
    pub complete: Complete,
    /// The day of the result, in whole days since 1970-01-01 UTC.
    pub day: u32,
}

impl SavedResult {
    /// Writes the code. Answers to questions that were not asked are left out.
    pub fn encode(&self) -> String {
        let answers = self.complete.answers();
        let pack = answers.pack();
        let mut code = [pack.id().as_str(), "."].concat();
        for c in pack.version().chars() {
            code.push(if c.is_ascii_alphanumeric() { c } else { '_' });
        }
        code.push('.');
        for question in answers.visible_questions() {
            let mut at = 0;
            while at < question.choices.len() {
                let mut bits = 0;
                for bit in 0..CHOICES_PER_DIGIT {
                    bits |= u32::from(answers.has(question, at)) << bit;
                    at += 1;
                }
                code.push(char::from_digit(bits, 32).unwrap_or_default());
            }
        }
        code = [&code, ".", &self.day.to_string()].concat();
        let check = checksum(pack, &code);
        [&code, ".", &check.to_string()].concat()
    }

    /// Reads a code; `None` if it is damaged, belongs to another pack or version, or contains other questions.
    ///
    /// The text may have any length and content: the cost is one pass over its bytes plus that of decoding a code of
    /// the pack.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use diagnosis::{Answers, Pack, SavedResult};
    /// # let json = include_str!("../../../packs/readiness.ja.json");
    /// # let pack = Rc::new(Pack::read(&serde_json::from_str(json).unwrap()).unwrap());
    /// let text = "purpose=met&involvement=met&measurement=unmet&security=met&expectation=met&authority=none";
    /// let complete = Answers::parse(Rc::clone(&pack), text).complete().unwrap();
    /// let past = SavedResult { complete, day: 20_778 };
    /// let code = past.encode();
    /// assert!(code.starts_with("readiness.") && code.contains(".11411g.20778."));
    /// assert_eq!(SavedResult::decode(&pack, &code), Some(past));
    /// assert_eq!(SavedResult::decode(&pack, &code.replace(".11411g.", ".11111g.")), None);
    /// ```
    pub fn decode(pack: &Rc<Pack>, code: &str) -> Option<Self> {
        let mut parts = code.split('.');
        let mut digits = parts.nth(2)?.chars();
        let day = parts.next()?.parse().ok()?;
        let mut answers = Answers::new(Rc::clone(pack));
        for question in pack.questions() {
            if answers.is_visible(question) {
                let mut ids = Vec::new();
                for choices in question.choices.chunks(CHOICES_PER_DIGIT) {
                    let bits = digits.next()?.to_digit(32)?;
                    for (at, choice) in choices.iter().enumerate() {
                        if bits >> at & 1 == 1 {
                            ids.push(choice.id.as_str());
                        }
                    }
                }
                answers.answer(question, &ids);
            }
        }
        let past = Self { complete: answers.complete().ok()?, day };
        // Each run has exactly one code, so a code that differs from it is invalid.
        (past.encode() == code).then_some(past)
    }
}

/// CRC-32 over `code` and the questions that its answers belong to; wording is not included.
fn checksum(pack: &Pack, code: &str) -> u32 {
    let mut text = [code, "\n", pack.version()].concat();
    for question in pack.questions() {
        // Ids and versions contain no control character, so it separates them unambiguously.
        text.push(if question.multiple { '\t' } else { '\n' });
        text.push_str(question.id.as_str());
        for choice in &question.choices {
            text.push(' ');
            text.push_str(choice.id.as_str());
        }
    }
    let mut crc = u32::MAX;
    for byte in text.bytes() {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ ((crc & 1) * 0xedb8_8320);
        }
    }
    !crc
}
