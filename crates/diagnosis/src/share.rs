//! A finished run as a short code, for a link, for another person, or for the respondent's own device.
//!
//! A code is `PACK.VERSION.ANSWERS.DAY.CHECK`, of `A-Z a-z 0-9 _ - .` alone, so that neither URLs nor form data escape
//! anything in it. In VERSION everything but ASCII letters and digits stands as `_`. ANSWERS has for each question that
//! was asked a digit of base 32 for every five choices begun, whose bits, the lowest first, are the choices made. DAY
//! and CHECK are decimal.
//!
//! CHECK is a CRC-32 over the code before it and over what gives it its meaning: version, questions and choices of the
//! pack. It finds every change of one character, and all but one in four thousand million of other damages. It keeps
//! out accidents, not forgers: whoever makes up a code only chooses answers.

use std::rc::Rc;

use super::answers::{Answers, Complete};
use super::pack::Pack;

/// How many choices a digit tells of.
const CHOICES_PER_DIGIT: usize = 5;

/// A finished run, and when it was.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedResult {
    /// The answers.
    pub complete: Complete,
    /// The day of the result, in whole days since 1970-01-01 UTC.
    pub day: u32,
}

impl SavedResult {
    /// Writes the code. Answers to what was not asked are left out.
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

    /// Reads a code; `None` if it is damaged, or of another pack, of another version, or of one that asked otherwise.
    ///
    /// A text of any length and content may be given: it costs one look at each byte, and what the pack's own codes cost.
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
        // Each run has one code; so whatever is wrong with this one, it is not that.
        (past.encode() == code).then_some(past)
    }
}

/// CRC-32 over `code` and the questions that its answers belong to; wording does not count.
fn checksum(pack: &Pack, code: &str) -> u32 {
    let mut text = [code, "\n", pack.version()].concat();
    for question in pack.questions() {
        // No id or version holds a control character, so none can run into the next.
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
