//! A lead as it is sent and stored: `lead/v1`.
//!
//! It is only written, so it serialises and does not deserialise. Missing values are left out.

use diagnosis::{CapHit, Complete, Verdict};
use serde::Serialize;

use crate::Attribution;

/// The name and version of this format.
const SCHEMA: &str = "lead/v1";
/// Minimum time in which a person fills in a form, in milliseconds.
const MIN_ELAPSED: u32 = 3_000;
/// Maximum length of the text of a consent, in characters; its version identifies the whole text.
const MAX_CONSENT: usize = 2_000;

/// A lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lead {
    pub(crate) schema: &'static str,
    /// A UUID, by which receivers recognise duplicates.
    pub lead_id: String,
    /// The time of submission, as RFC 3339.
    pub created_at: String,
    /// Whether it was sent from a draft, as a test.
    pub test: bool,
    /// The person who wrote it.
    pub contact: Contact,
    /// The inquiry.
    #[serde(skip_serializing_if = "Inquiry::is_empty")]
    pub inquiry: Inquiry,
    /// The result of the diagnosis.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagnosis: Option<DiagnosisSummary>,
    /// The origin of the respondent.
    #[serde(skip_serializing_if = "Attribution::is_empty")]
    pub attribution: Attribution,
    /// The consents that were given.
    pub consent: Consents,
    /// Data that distinguishes programs from people.
    pub antispam: Antispam,
    /// The form and widget with which the lead was written.
    pub widget: WidgetInfo,
}

/// Input for creating a [`Lead`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadParts {
    /// A UUID.
    pub lead_id: String,
    /// The time of submission, as RFC 3339.
    pub created_at: String,
    /// The person who wrote it.
    pub contact: Contact,
    /// The inquiry.
    pub message: Option<String>,
    /// The result of the diagnosis.
    pub diagnosis: Option<DiagnosisSummary>,
    /// The origin of the respondent.
    pub attribution: Attribution,
    /// The text of the privacy consent, and its version.
    pub privacy: (String, Option<String>),
    /// Whether marketing mail was agreed to, and the text, if the form asked for it.
    pub marketing: Option<(bool, String)>,
    /// Milliseconds since the form appeared.
    pub elapsed_ms: u32,
    /// Whether the honeypot input was filled in, which no person sees.
    pub honeypot: bool,
    /// The version of the widget.
    pub version: &'static str,
    /// The language of the form.
    pub locale: String,
    /// The arm of a comparison that the respondent saw.
    pub variant: Option<String>,
    /// Whether it is sent from a draft, as a test.
    pub is_test: bool,
}

/// The person who wrote a lead. Texts that were not given are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Phone number, with any text that was written beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Name of the company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// Job title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Size of the company, one of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
}

/// The inquiry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Inquiry {
    /// The respondent's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// The result of a diagnosis in a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiagnosisSummary {
    pub(crate) pack: String,
    pub(crate) version: String,
    pub(crate) content_hash: String,
    pub(crate) score: u8,
    pub(crate) level: &'static str,
    pub(crate) caps: Vec<Cap>,
    pub(crate) findings: Vec<String>,
    pub(crate) summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) answers: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Cap {
    pub(crate) section: String,
    pub(crate) level: &'static str,
    pub(crate) causes: Vec<String>,
}

/// The consents of a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Consents {
    /// Consent to the use of personal data.
    pub privacy: Consent,
    /// Consent to marketing mail, if the owner asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marketing_email: Option<Consent>,
}

/// One consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Consent {
    /// Whether it was given.
    pub agreed: bool,
    /// The text that was read.
    pub text: String,
    /// The version of that text, where the owner numbers them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The time of the consent, as RFC 3339.
    pub at: String,
}

/// Data that distinguishes programs from people. Suspicious leads are marked, not dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Antispam {
    /// Milliseconds since the form appeared.
    pub elapsed_ms: u32,
    /// Whether the honeypot input was filled in, which no person sees.
    pub honeypot: bool,
    /// Whether any sign points to a program.
    pub suspect: bool,
}

/// The form and widget with which a lead was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WidgetInfo {
    /// The version of the widget.
    pub version: &'static str,
    /// The language of the form.
    pub locale: String,
    /// The arm of a comparison that the respondent saw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
}

impl Lead {
    /// Creates a lead.
    pub fn new(parts: LeadParts) -> Self {
        let at = parts.created_at;
        let consent = |agreed, text: String, version| Consent {
            agreed,
            text: text.chars().take(MAX_CONSENT).collect(),
            version,
            at: at.clone(),
        };
        let (text, version) = parts.privacy;
        let consent = Consents {
            privacy: consent(true, text, version),
            marketing_email: parts.marketing.map(|(agreed, text)| consent(agreed, text, None)),
        };
        let (elapsed_ms, honeypot) = (parts.elapsed_ms, parts.honeypot);
        Self {
            schema: SCHEMA,
            lead_id: parts.lead_id,
            created_at: at,
            test: parts.is_test,
            contact: parts.contact,
            inquiry: Inquiry { message: parts.message },
            diagnosis: parts.diagnosis,
            attribution: parts.attribution,
            consent,
            antispam: Antispam { elapsed_ms, honeypot, suspect: honeypot || elapsed_ms < MIN_ELAPSED },
            widget: WidgetInfo { version: parts.version, locale: parts.locale, variant: parts.variant },
        }
    }
}

impl Contact {
    /// Texts of the person by their names.
    pub(crate) fn named(&self) -> [(&'static str, Option<&str>); 7] {
        [
            ("last_name", self.last_name.as_deref()),
            ("first_name", self.first_name.as_deref()),
            ("email", self.email.as_deref()),
            ("phone", self.phone.as_deref()),
            ("company", self.company.as_deref()),
            ("title", self.title.as_deref()),
            ("size", self.size.as_deref()),
        ]
    }
}

impl Inquiry {
    fn is_empty(&self) -> bool {
        self.message.is_none()
    }
}

impl DiagnosisSummary {
    /// The result of the answers. The answers themselves are included only if the respondent `agreed_to_answers`.
    ///
    /// Its `summary` is for the person who calls back: the level in words, and the findings, one per line.
    pub fn new(complete: &Complete, verdict: &Verdict, agreed_to_answers: bool) -> Self {
        let pack = complete.answers().pack();
        let cap = |hit: &CapHit| Cap {
            section: pack.sections().get(hit.cap.section).map_or("", |section| section.id.as_str()).to_owned(),
            level: hit.cap.level.id(),
            causes: hit.causes.iter().map(|question| question.id.as_str().to_owned()).collect(),
        };
        let titles = verdict.findings.iter().map(|hit| &*hit.finding.title);
        let summary: Vec<&str> = std::iter::once(&*pack.levels().get(verdict.level).title).chain(titles).collect();
        Self {
            pack: verdict.receipt.pack.as_str().to_owned(),
            version: verdict.receipt.version.to_string(),
            content_hash: verdict.receipt.content_hash.to_string(),
            score: verdict.score.get(),
            level: verdict.level.id(),
            caps: verdict.caps.iter().map(cap).collect(),
            findings: verdict.findings.iter().map(|hit| hit.finding.id.as_str().to_owned()).collect(),
            summary: summary.join("\n"),
            answers: agreed_to_answers.then(|| complete.answers().encode_visible()),
        }
    }
}
