//! A lead: who asks, what they wish, what their diagnosis came to, and what they agreed to (`lead/v1`).
//!
//! Everything in it was checked where it was made: contact details are types of [`crate::domain`], and a diagnosis can
//! only be made of complete answers. Knows no receiver.

use super::attribution::Attribution;
use super::id::LeadId;
use super::time::{Millis, Time};
use crate::domain::{Company, Complete, Email, Line, Message, Name, Phone, Value, diagnose};

/// One lead. `lead/v1` is its form as a [`Value`], see [`Lead::to_value`].
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// Its id, the same at every receiver and in every try.
    pub id: LeadId,
    /// When it was submitted.
    pub created_at: Time,
    /// Whether it was made to try out the way, so that nobody calls back.
    pub test: bool,
    /// Who asks.
    pub contact: Contact,
    /// What they wish, in their own words.
    pub message: Option<Message>,
    /// What the diagnosis came to.
    pub diagnosis: Diagnosis,
    /// Where they came from.
    pub attribution: Attribution,
    /// Consent to the use of the data: always given, or there is no lead.
    pub privacy: Given,
    /// Consent to mail that advertises, if a box for it was shown.
    pub marketing: Option<Consent>,
    /// What may tell a person from a program.
    pub antispam: Antispam,
    /// The version of the widget.
    pub version: String,
    /// The language in which it spoke, such as `ja`.
    pub locale: String,
}

/// The inputs of the form about the respondent, by their names there. Only the address is always asked for.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names say it, and they are those of lead/v1")]
pub struct Contact {
    pub email: Email,
    pub last_name: Option<Name>,
    pub first_name: Option<Name>,
    pub company: Option<Company>,
    pub phone: Option<Phone>,
    pub title: Option<Line>,
    /// The size of the company, as the respondent chose it.
    pub size: Option<Line>,
}

/// What a diagnosis came to, as far as it may travel.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis(Value);

impl Diagnosis {
    /// Works out the verdict of these answers. They themselves come along only if the respondent `agreed_to_answers`.
    /// `summary` says it in words, in the respondent's language, for whoever calls back.
    pub fn of(complete: &Complete, summary: &str, agreed_to_answers: bool) -> Self {
        let verdict = diagnose(complete);
        let pack = complete.answers().pack();
        let caps = verdict.caps.iter().map(|hit| {
            let section = pack.sections().get(hit.cap.section).map_or("", |section| section.id.as_str());
            let causes = hit.causes.iter().map(|question| text(question.id.as_str())).collect();
            map([("section", text(section)), ("level", text(hit.cap.level.id())), ("causes", Value::List(causes))])
        });
        let findings = verdict.findings.iter().map(|hit| text(hit.finding.id.as_str()));
        let answers = agreed_to_answers.then(|| text(&complete.answers().encode()));
        Self(map([
            ("pack", text(verdict.receipt.pack.as_str())),
            ("version", text(&verdict.receipt.version)),
            ("content_hash", text(&verdict.receipt.content_hash.to_string())),
            ("score", Value::Number(f64::from(verdict.score.get()))),
            ("level", text(verdict.level.id())),
            ("caps", Value::List(caps.collect())),
            ("findings", Value::List(findings.collect())),
            ("summary", text(&cut(summary, 2_000))),
            ("answers", answers.unwrap_or(Value::Null)),
        ]))
    }
}

/// A consent that was given, with what was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The words beside the box.
    pub text: String,
    /// Their version.
    pub version: String,
    /// When it was given.
    pub at: Time,
}

/// A consent that was asked for, and given or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    /// Whether it was given.
    pub agreed: bool,
    /// What was read, and when it was submitted.
    pub shown: Given,
}

/// What may tell a person from a program. Suspects are marked, not dropped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Antispam {
    /// From the form's appearance to its submission.
    pub elapsed: Millis,
    /// Whether the input that nobody sees was filled in.
    pub honeypot: bool,
}

impl Antispam {
    /// Faster than this nobody fills in a form.
    pub const HASTE: Millis = Millis::seconds(3);

    /// Whether this looks like a program.
    pub fn is_suspect(self) -> bool {
        self.honeypot || self.elapsed < Self::HASTE
    }
}

impl Lead {
    /// The lead as `lead/v1`; what there is not, is left out. `attempt` is added when it is sent.
    pub fn to_value(&self) -> Value {
        let contact = &self.contact;
        let optional = |text: Option<&str>| text.map_or(Value::Null, self::text);
        let marketing = self.marketing.as_ref();
        map([
            ("schema", text("lead/v1")),
            ("lead_id", text(&self.id.to_string())),
            ("created_at", text(&self.created_at.rfc3339())),
            ("test", Value::Bool(self.test)),
            (
                "contact",
                map([
                    ("last_name", optional(contact.last_name.as_ref().map(Name::as_str))),
                    ("first_name", optional(contact.first_name.as_ref().map(Name::as_str))),
                    ("email", text(contact.email.as_str())),
                    ("phone", optional(contact.phone.as_ref().map(Phone::as_str))),
                    ("company", optional(contact.company.as_ref().map(Company::as_str))),
                    ("title", optional(contact.title.as_ref().map(Line::as_str))),
                    ("size", optional(contact.size.as_ref().map(Line::as_str))),
                ]),
            ),
            ("inquiry", map([("message", optional(self.message.as_ref().map(Message::as_str)))])),
            ("diagnosis", self.diagnosis.0.clone()),
            ("attribution", self.attribution.to_value()),
            (
                "consent",
                map([
                    ("privacy", consent(true, &self.privacy)),
                    ("marketing_email", marketing.map_or(Value::Null, |asked| consent(asked.agreed, &asked.shown))),
                ]),
            ),
            (
                "antispam",
                map([
                    ("elapsed_ms", Value::Number(self.antispam.elapsed.0 as f64)),
                    ("honeypot", Value::Bool(self.antispam.honeypot)),
                    ("suspect", Value::Bool(self.antispam.is_suspect())),
                ]),
            ),
            ("widget", map([("version", text(&self.version)), ("locale", text(&self.locale))])),
        ])
    }
}

fn consent(agreed: bool, shown: &Given) -> Value {
    map([
        ("agreed", Value::Bool(agreed)),
        ("text", text(&shown.text)),
        ("version", text(&shown.version)),
        ("at", text(&shown.at.rfc3339())),
    ])
}

/// An object of these entries, without those that are `null`.
pub(super) fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let there = entries.into_iter().filter(|(_, value)| *value != Value::Null);
    Value::Map(there.map(|(key, value)| (key.to_owned(), value)).collect())
}

pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// The first `most` characters of `text`.
pub(super) fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
