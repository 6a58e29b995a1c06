//! A lead as it is stored and sent: `lead/v1` as data, of limited size.
//!
//! Once made it is not changed, so every try and every receiver gets the same. Knows no receiver.

use std::fmt;

use super::id::LeadId;
use super::json::{json, written};
use super::lead::{Lead, text};
use super::retry::Tries;
use crate::domain::Value;

/// Most bytes of a payload as JSON: a browser takes 64 KiB from all requests together that may outlive their page.
pub const PAYLOAD_MAX: usize = 32 * 1_024;

/// A lead as `lead/v1`. Its parts are named with dots, such as `contact.company`.
#[derive(Clone, PartialEq)]
pub struct Payload(Value);

/// The payload would have so many bytes, more than [`PAYLOAD_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge(pub usize);

impl Payload {
    /// The payload of a lead.
    ///
    /// # Errors
    /// If it is too large. The limits of its parts add up to less, but for texts of consent of several pages.
    pub fn of(lead: &Lead) -> Result<Self, TooLarge> {
        Self::checked(lead.to_value())
    }

    /// Takes up a payload from storage; `None` if it is none.
    pub fn read(value: &Value) -> Option<Self> {
        let is_lead = value.get("schema") == Some(&text("lead/v1"));
        let payload = Self::checked(value.clone()).ok().filter(|_| is_lead)?;
        payload.id().is_some().then_some(payload)
    }

    fn checked(value: Value) -> Result<Self, TooLarge> {
        match json(&value).len() {
            size if size > PAYLOAD_MAX => Err(TooLarge(size)),
            _ => Ok(Self(value)),
        }
    }

    /// The id of the lead.
    pub fn id(&self) -> Option<LeadId> {
        LeadId::new(&self.at("lead_id"))
    }

    /// The payload as data.
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// The payload as it travels in this try.
    pub(super) fn attempt(&self, tries: Tries) -> Value {
        let mut value = self.0.clone();
        if let Value::Map(entries) = &mut value {
            let at = entries.len().min(3);
            entries.insert(at, ("attempt".to_owned(), Value::Number(f64::from(tries.get()))));
        }
        value
    }

    /// The part of this dotted name as one text; empty if there is none. Lists are joined with commas.
    ///
    /// A parameter of a campaign may be named with its `utm_` or without.
    pub fn at(&self, path: &str) -> String {
        let mut part = Some(&self.0);
        for name in path.split('.') {
            let bare = name.strip_prefix("utm_").unwrap_or(name);
            part = part.and_then(|value| value.get(bare));
        }
        part.map(flat_text).unwrap_or_default()
    }

    /// What a person should read who has one field for all: wishes, result, and the receipt to recompute it by, a line
    /// each. Without words of its own, so it is the same in every language.
    pub fn note(&self) -> String {
        let mut note = String::new();
        for paragraph in ["inquiry.message", "diagnosis.summary"].map(|path| self.at(path)) {
            if !paragraph.is_empty() {
                note.push_str(&paragraph);
                note.push_str("\n\n");
            }
        }
        let receipt = ["pack", "version", "content_hash"].map(|part| self.at(&["diagnosis.", part].concat())).join(" ");
        let result = [self.at("diagnosis.score"), self.at("diagnosis.level")].join(" ");
        [&note, "score: ", &result, "\nreceipt: ", &receipt, "\nlead_id: ", &self.at("lead_id")].concat()
    }

    /// Contact details, a line each.
    pub(super) fn contact_lines(&self) -> String {
        let pairs = self.0.get("contact").map(flat).unwrap_or_default();
        pairs.iter().map(|(name, value)| [name, ": ", value, "\n"].concat()).collect()
    }

    /// Whether this dotted name is that of the number of the try, which a payload itself does not know.
    pub(super) fn is_attempt(path: &str) -> bool {
        path == "attempt"
    }
}

impl fmt::Debug for Payload {
    /// Names the lead alone: personal data has no place in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Payload({})", self.at("lead_id"))
    }
}

/// The flat form of `lead/v1` for receivers of forms: every part under its name with dots, in order, without empty ones.
pub(super) fn flat(value: &Value) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    flatten("", value, &mut pairs);
    pairs
}

fn flatten(path: &str, value: &Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Map(entries) => {
            for (key, inner) in entries {
                let dot = if path.is_empty() { "" } else { "." };
                flatten(&[path, dot, key].concat(), inner, pairs);
            }
        }
        other => {
            let said = flat_text(other);
            if !said.is_empty() {
                pairs.push((path.to_owned(), said));
            }
        }
    }
}

/// A part in one text: what an object holds is joined with spaces, a list with commas.
fn flat_text(value: &Value) -> String {
    let join = |parts: Vec<String>, glue| parts.join(glue);
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => written(*number),
        Value::Text(text) => text.clone(),
        Value::List(items) => join(items.iter().map(flat_text).collect(), ", "),
        Value::Map(entries) => join(entries.iter().map(|(_, value)| flat_text(value)).collect(), " "),
    }
}
