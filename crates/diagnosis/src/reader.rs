//! Reads checked values out of a [`Value`] and tracks the path, so that every fault names its place and fix.
//!
//! The reader knows types (text, number, list), not packs. Each getter records its fault and returns a placeholder, so
//! that one reading lists every fault of a file; the caller discards the result if there are any.

use std::cell::RefCell;
use std::rc::Rc;

use diagnostics::{Code, Diagnostic, Diagnostics};

use super::format::{LIST_MAX, TEXT_MAX};
use super::id::Id;
use super::value::Value;

/// Maximum number of faults listed; a file with more is probably of another kind.
const FAULTS_MAX: usize = 50;

/// A place in a [`Value`].
#[derive(Clone)]
pub struct Reader<'a> {
    /// `None` where a required value is missing, which has already been recorded.
    value: Option<&'a Value>,
    path: String,
    faults: &'a RefCell<Diagnostics>,
}

impl<'a> Reader<'a> {
    /// Starts at the root and collects faults in `faults`.
    pub fn root(value: &'a Value, faults: &'a RefCell<Diagnostics>) -> Self {
        Self { value: Some(value), path: String::new(), faults }
    }

    /// An error at `key` of this place, or at the place itself if `key` is empty; see [`Reader::report`].
    pub fn error(&self, key: &str, code: Code) -> Diagnostic {
        Diagnostic::error(code, self.path_to(key))
    }

    /// Records a diagnostic.
    pub fn report(&self, diagnostic: Diagnostic) {
        let mut faults = self.faults.borrow_mut();
        if faults.0.len() < FAULTS_MAX {
            faults.0.push(diagnostic);
        }
    }

    /// Number of diagnostics recorded so far; see [`Reader::is_sound_since`].
    pub fn mark(&self) -> usize {
        self.faults.borrow().0.len()
    }

    /// Whether nothing has been recorded since a mark, so that faults that depend on what was read since are worth
    /// recording.
    pub fn is_sound_since(&self, mark: usize) -> bool {
        self.mark() == mark && mark < FAULTS_MAX
    }

    /// Records an error of this place, unless it is missing.
    fn refuse(&self, code: Code) {
        self.refuse_with(self.error("", code));
    }

    fn refuse_with(&self, diagnostic: Diagnostic) {
        if self.value.is_some() {
            self.report(diagnostic);
        }
    }

    /// The value of this place; `None` if it is missing.
    pub fn value(&self) -> Option<&'a Value> {
        self.value
    }

    /// Records every key that is not `allowed`, and a value that is not an object.
    pub fn only(&self, allowed: &[&str]) {
        let Some(Value::Map(entries)) = self.value else {
            return self.report(self.error("", Code::NotObject));
        };
        for (i, (key, _)) in entries.iter().enumerate() {
            if !allowed.contains(&key.as_str()) {
                self.report(self.error(key, Code::UnknownKey).with_list(allowed.iter().copied()));
            } else if entries.iter().take(i).any(|(earlier, _)| earlier == key) {
                self.report(self.error(key, Code::StandsTwice));
            }
        }
    }

    /// The place under `key`, if there is one that is not `null`.
    pub fn child(&self, key: &str) -> Option<Reader<'a>> {
        let value = self.value?.get(key).filter(|value| **value != Value::Null);
        value.is_some().then(|| Reader { value, path: self.path_to(key), faults: self.faults })
    }

    fn required(&self, key: &str) -> Reader<'a> {
        self.child(key).unwrap_or_else(|| {
            self.report(self.error(key, Code::Missing));
            Reader { value: None, path: String::new(), faults: self.faults }
        })
    }

    /// The text under `key`.
    pub fn text(&self, key: &str) -> Rc<str> {
        self.required(key).as_text()
    }

    /// The text under `key`, if there is one.
    pub fn text_if_any(&self, key: &str) -> Option<Rc<str>> {
        self.child(key).map(|child| child.as_text())
    }

    /// The id under `key`.
    pub fn id(&self, key: &str) -> Id {
        self.required(key).as_id()
    }

    /// The whole number under `key`, within `min..=max`.
    pub fn number(&self, key: &str, min: u32, max: u32) -> u32 {
        let child = self.required(key);
        match child.value {
            Some(Value::Number(n)) if n.fract() == 0.0 && *n >= f64::from(min) && *n <= f64::from(max) => *n as u32,
            _ => {
                child.refuse_with(child.error("", Code::NotWhole).with(min).with(max));
                min
            }
        }
    }

    /// The flag under `key`, `false` if it is missing.
    pub fn flag(&self, key: &str) -> bool {
        match self.child(key).map(|child| (child.value, child)) {
            None => false,
            Some((Some(Value::Bool(flag)), _)) => *flag,
            Some((_, child)) => {
                child.refuse(Code::NotFlag);
                false
            }
        }
    }

    /// The places of the list under `key`, which must have at least `min` entries.
    pub fn list(&self, key: &str, min: usize) -> Vec<Reader<'a>> {
        let child = self.required(key);
        let Some(Value::List(items)) = child.value else {
            child.refuse(Code::NotList);
            return Vec::new();
        };
        if items.len() < min || items.len() > LIST_MAX {
            child.refuse_with(child.error("", Code::ListLength).with(min as u32).with(LIST_MAX as u32));
            return Vec::new();
        }
        let place = |i: usize| [&child.path, "[", &i.to_string(), "]"].concat();
        items
            .iter()
            .enumerate()
            .map(|(i, value)| Reader { value: Some(value), path: place(i), faults: self.faults })
            .collect()
    }

    /// Whether the value is a text.
    pub fn is_text(&self) -> bool {
        matches!(self.value, Some(Value::Text(_)))
    }

    /// This place as text.
    pub fn as_text(&self) -> Rc<str> {
        match self.value {
            Some(Value::Text(text)) if text.trim().is_empty() => self.refuse(Code::Empty),
            Some(Value::Text(text)) if text.len() > TEXT_MAX => {
                self.refuse_with(self.error("", Code::TooLong).with(TEXT_MAX as u32));
            }
            Some(Value::Text(text)) if text.contains(char::is_control) => {
                self.refuse(Code::ControlCharacter);
            }
            Some(Value::Text(text)) => return text.as_str().into(),
            _ => self.refuse(Code::NotText),
        }
        Rc::default()
    }

    /// This place as an id.
    pub fn as_id(&self) -> Id {
        let text = self.as_text();
        Id::new(&text).unwrap_or_else(|| {
            if !text.is_empty() {
                self.refuse(Code::NotId);
            }
            Id::placeholder()
        })
    }

    /// Records every duplicate id at its place; ignores ids that were refused.
    pub fn unique<'i>(&self, ids: impl Iterator<Item = (&'i Id, String)>) {
        let mut seen: Vec<&Id> = Vec::new();
        for (id, place) in ids.filter(|(id, _)| !id.is_placeholder()) {
            if seen.contains(&id) {
                self.report(self.error(&place, Code::IdTwice).with(id.as_str()));
            } else {
                seen.push(id);
            }
        }
    }

    /// Every key of this place, if it is an object; otherwise records a fault.
    pub fn keys(&self) -> Vec<&'a str> {
        let Some(Value::Map(entries)) = self.value else {
            self.refuse(Code::NotObject);
            return Vec::new();
        };
        entries.iter().map(|(key, _)| key.as_str()).collect()
    }

    /// The path of `key` below this place, or of the place itself if `key` is empty.
    pub fn path_to(&self, key: &str) -> String {
        let dot = if self.path.is_empty() || key.is_empty() { "" } else { "." };
        [self.path.as_str(), dot, key].concat()
    }
}
