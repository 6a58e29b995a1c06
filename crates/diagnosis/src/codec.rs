//! Encodes and decodes a pack for the widget: one line per value, in a fixed order. The build encodes, the widget
//! decodes.
//!
//! Reading `pack/v1` with all its checks and messages would be a fifth of what a respondent downloads. The pack is
//! therefore checked where it is made, and the widget only decodes the checked result. The format is text rather than
//! bytes, because every host compresses text.

use std::rc::Rc;
use std::str::Lines;

use super::advice::{Actor, Cap, Condition, Criterion, Finding, LevelText, Offer, Stage};
use super::format::LIST_MAX;
use super::hash::ContentHash;
use super::id::Id;
use super::level::{Level, Levels};
use super::pack::{Choice, Pack, Question, Rule, Section};

/// First and last line, by which the decoder refuses a truncated file or one of another version.
const FIRST: &str = "shindan-pack 3";
const LAST: &str = "end";

impl Pack {
    /// Decodes a pack that [`Pack::encode`] wrote; `None` if `text` is anything else.
    pub fn decode(text: &str) -> Option<Self> {
        if !text.ends_with(LAST) {
            return None;
        }
        let mut r = Unpacker(text.lines());
        if r.line() != FIRST {
            return None;
        }
        let mut pack = Self {
            id: r.id()?,
            version: r.text(),
            lang: r.text(),
            title: r.text(),
            lead: r.text(),
            hash: ContentHash::from_hex(r.line())?,
            sections: Vec::new(),
            questions: Vec::new(),
            levels: Levels {
                ready: r.level_text(),
                nearly: r.level_text(),
                prepare: r.level_text(),
                rethink: r.level_text(),
            },
            caps: Vec::new(),
            findings: Vec::new(),
            roadmap: Vec::new(),
            next: Vec::new(),
        };
        for index in 0..r.count() {
            pack.sections.push(Rc::new(Section { index, id: r.id()?, title: r.text(), rule: r.rule() }));
        }
        for index in 0..r.count() {
            pack.questions.push(Rc::new(r.question(index)?));
        }
        for _ in 0..r.count() {
            pack.caps.push(Rc::new(r.cap()?));
        }
        for _ in 0..r.count() {
            pack.findings.push(Rc::new(r.finding(pack.findings.len(), &pack.questions)?));
        }
        for _ in 0..r.count() {
            pack.roadmap.push(Rc::new(r.stage(&pack.questions)?));
        }
        for _ in 0..r.count() {
            pack.next.push(Rc::new(r.offer()?));
        }
        (r.line() == LAST).then_some(pack)
    }

    /// Writes the packed form.
    pub fn encode(&self) -> String {
        let mut w = Packer(String::new());
        w.line(FIRST);
        w.lines([self.id.as_str(), &self.version, &self.lang, &self.title, &self.lead, &self.hash.to_string()]);
        for level in Level::ALL {
            let LevelText { from, title, meaning, cta, cta_note } = self.levels.get(level);
            w.number(usize::from(*from));
            w.lines([title, meaning, cta, cta_note]);
        }
        w.list(&self.sections, |w, section| {
            w.line(section.id.as_str());
            w.line(&section.title);
            w.rule(section.rule);
        });
        w.list(&self.questions, |w, question| w.question(question));
        w.list(&self.caps, |w, cap| {
            for number in [cap.section, cap.missing as usize] {
                w.number(number);
            }
            w.line(cap.level.id());
            w.line(&cap.reason);
            w.line(cap.ended_reason.as_deref().unwrap_or_default());
        });
        w.list(&self.findings, |w, finding| w.finding(finding));
        w.list(&self.roadmap, |w, stage| {
            w.lines([&stage.title, &stage.text]);
            w.number(stage.months as usize);
            w.list(&stage.questions, |w, question| w.number(question.index));
        });
        w.list(&self.next, |w, offer| {
            w.line(offer.pack.as_str());
            for level in Level::ALL {
                w.number(usize::from(*offer.levels.get(level)));
            }
            w.lines([&offer.text, &offer.label]);
        });
        w.0.push_str(LAST);
        w.0
    }
}

/// Reads line by line; beyond the end every line is empty, which the check of the last line detects.
struct Unpacker<'a>(Lines<'a>);

impl<'a> Unpacker<'a> {
    fn line(&mut self) -> &'a str {
        self.0.next().unwrap_or_default()
    }

    fn text(&mut self) -> Rc<str> {
        self.line().into()
    }

    fn text_if_any(&mut self) -> Option<Rc<str>> {
        Some(self.line()).filter(|line| !line.is_empty()).map(Rc::from)
    }

    fn id(&mut self) -> Option<Id> {
        Id::new(self.line())
    }

    fn number(&mut self) -> usize {
        self.line().parse().unwrap_or_default()
    }

    /// Number of entries that follow; the limit keeps a damaged number from blocking the page.
    fn count(&mut self) -> usize {
        self.number().min(LIST_MAX)
    }

    fn numbers(&mut self) -> Vec<usize> {
        (0..self.count()).map(|_| self.number()).collect()
    }

    fn flag(&mut self) -> bool {
        self.line() == "1"
    }

    fn level_text(&mut self) -> LevelText {
        LevelText {
            from: self.number() as u8,
            title: self.text(),
            meaning: self.text(),
            cta: self.text(),
            cta_note: self.text(),
        }
    }

    fn rule(&mut self) -> Rule {
        match self.line() {
            "all_of" => Rule::AllOf,
            "ladder" => Rule::Ladder { points_per_rung: self.number() as u32 },
            _ => Rule::Sum,
        }
    }

    fn question(&mut self, index: usize) -> Option<Question> {
        let (section, id, topic, text, help) =
            (self.number(), self.id()?, self.text(), self.text(), self.text_if_any());
        let multiple = self.flag();
        let mut choices = Vec::new();
        for _ in 0..self.count() {
            choices.push(Choice {
                id: self.id()?,
                label: self.text(),
                note: self.text_if_any(),
                credit: self.number() as u32,
                ends_section: self.flag(),
            });
        }
        Some(Question { index, section, id, topic, text, help, multiple, choices })
    }

    fn cap(&mut self) -> Option<Cap> {
        Some(Cap {
            section: self.number(),
            missing: self.number() as u32,
            level: Level::from_id(self.line())?,
            reason: self.text(),
            ended_reason: self.text_if_any(),
        })
    }

    fn one_of(&mut self, questions: &[Rc<Question>]) -> Option<Rc<Question>> {
        questions.get(self.number()).cloned()
    }

    fn stage(&mut self, questions: &[Rc<Question>]) -> Option<Stage> {
        let (title, text, months) = (self.text(), self.text(), self.number() as u32);
        let questions = (0..self.count()).map(|_| self.one_of(questions)).collect::<Option<_>>()?;
        Some(Stage { title, months, text, questions })
    }

    fn offer(&mut self) -> Option<Offer> {
        Some(Offer {
            pack: self.id()?,
            levels: Levels { ready: self.flag(), nearly: self.flag(), prepare: self.flag(), rethink: self.flag() },
            text: self.text(),
            label: self.text(),
        })
    }

    fn finding(&mut self, index: usize, questions: &[Rc<Question>]) -> Option<Finding> {
        let (id, title, pattern, why) = (self.id()?, self.text(), self.text(), self.text());
        let mut because = Vec::new();
        for _ in 0..self.count() {
            let question = self.one_of(questions)?;
            let choices = self.numbers();
            let criterion = if question.multiple { Criterion::Lacks(choices) } else { Criterion::Is(choices) };
            because.push(Condition { question, criterion });
        }
        let steps = (0..self.count()).map(|_| self.text()).collect();
        let who = (0..self.count()).filter_map(|_| Actor::from_id(self.line())).collect();
        Some(Finding { index, id, title, because, pattern, why, steps, who })
    }
}

struct Packer(String);

impl Packer {
    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn lines<const N: usize>(&mut self, texts: [&str; N]) {
        texts.iter().for_each(|text| self.line(text));
    }

    fn number(&mut self, number: usize) {
        self.line(&number.to_string());
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(items.len());
        items.iter().for_each(|item| write(self, item));
    }

    fn rule(&mut self, rule: Rule) {
        match rule {
            Rule::Sum => self.line("sum"),
            Rule::AllOf => self.line("all_of"),
            Rule::Ladder { points_per_rung } => {
                self.line("ladder");
                self.number(points_per_rung as usize);
            }
        }
    }

    fn question(&mut self, question: &Question) {
        self.number(question.section);
        self.lines([question.id.as_str(), &question.topic, &question.text]);
        self.line(question.help.as_deref().unwrap_or_default());
        self.number(usize::from(question.multiple));
        self.list(&question.choices, |w, choice| {
            w.line(choice.id.as_str());
            w.line(&choice.label);
            w.line(choice.note.as_deref().unwrap_or_default());
            w.number(choice.credit as usize);
            w.number(usize::from(choice.ends_section));
        });
    }

    fn finding(&mut self, finding: &Finding) {
        self.lines([finding.id.as_str(), &finding.title, &finding.pattern, &finding.why]);
        self.list(&finding.because, |w, condition| {
            w.number(condition.question.index);
            let (Criterion::Is(choices) | Criterion::Lacks(choices)) = &condition.criterion;
            w.list(choices, |w, choice| w.number(*choice));
        });
        self.list(&finding.steps, |w, step| w.line(step));
        self.list(&finding.who, |w, actor| w.line(actor.id()));
    }
}
