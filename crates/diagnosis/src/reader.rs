//! Reads checked values out of a [`Value`], keeping the path, so that every fault says where it is and how to mend it.
//!
//! Knows shapes (text, number, list), not packs. Each getter notes its fault and answers with a stand-in, so that one
//! reading lists every fault of a file; whoever starts a reading throws its outcome away if there are any.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use super::format::{LIST_MAX, TEXT_MAX};
use super::id::Id;
use super::value::Value;

/// After so many faults the rest is not listed: the file is of another kind.
const FAULTS_MAX: usize = 50;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, such as `sections[1].questions[0].choices`.
    pub path: String,
    /// What is wrong.
    pub reason: String,
    /// What to do about it.
    pub mend: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [&self.path, ": ", &self.reason, "; ", &self.mend] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// Everything found wrong in one reading, never empty where it stands for a refusal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

/// A place in a [`Value`].
#[derive(Clone)]
pub struct Reader<'a> {
    /// `None` where a required value is missing, which has been noted already.
    value: Option<&'a Value>,
    path: String,
    faults: &'a RefCell<Faults>,
}

impl<'a> Reader<'a> {
    /// Starts at the root; faults gather in `faults`.
    pub fn root(value: &'a Value, faults: &'a RefCell<Faults>) -> Self {
        Self { value: Some(value), path: String::new(), faults }
    }

    /// Notes a fault at `key` of this place, or at the place itself if `key` is empty.
    pub fn fault(&self, key: &str, reason: &str, mend: &str) {
        let mut faults = self.faults.borrow_mut();
        if faults.0.len() < FAULTS_MAX {
            faults.0.push(Fault { path: self.path_to(key), reason: reason.to_owned(), mend: mend.to_owned() });
        }
    }

    /// Whether nothing has been noted so far, so that what follows from other faults is worth noting.
    pub fn is_sound(&self) -> bool {
        self.faults.borrow().0.is_empty()
    }

    /// Notes a fault of this very place, unless it is missing.
    fn refuse(&self, reason: &str, mend: &str) {
        if self.value.is_some() {
            self.fault("", reason, mend);
        }
    }

    /// Notes every key that is not `allowed`, and a value that is no object.
    pub fn only(&self, allowed: &[&str]) {
        let Some(Value::Map(entries)) = self.value else {
            return self.fault("", "must be an object", "write { … } here");
        };
        for (i, (key, _)) in entries.iter().enumerate() {
            if !allowed.contains(&key.as_str()) {
                self.fault(key, "this key is not known", &["one of: ", &allowed.join(", ")].concat());
            } else if entries.iter().take(i).any(|(earlier, _)| earlier == key) {
                self.fault(key, "stands twice", "keep one of them");
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
            self.fault(key, "is missing", "add it");
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
                let range = [min.to_string(), max.to_string()].join(" to ");
                child.refuse("must be a whole number", &["write one from ", &range].concat());
                min
            }
        }
    }

    /// The flag under `key`, `false` if there is none.
    pub fn flag(&self, key: &str) -> bool {
        match self.child(key).map(|child| (child.value, child)) {
            None => false,
            Some((Some(Value::Bool(flag)), _)) => *flag,
            Some((_, child)) => {
                child.refuse("must be true or false", "write it without quotation marks");
                false
            }
        }
    }

    /// The places of the list under `key`, of which there must be `min` at least.
    pub fn list(&self, key: &str, min: usize) -> Vec<Reader<'a>> {
        let child = self.required(key);
        let Some(Value::List(items)) = child.value else {
            child.refuse("must be a list", "write [ … ] here");
            return Vec::new();
        };
        if items.len() < min || items.len() > LIST_MAX {
            let range = [min.to_string(), LIST_MAX.to_string()].join(" to ");
            child.refuse("has too few or too many entries", &["give ", &range].concat());
            return Vec::new();
        }
        let place = |i: usize| [&child.path, "[", &i.to_string(), "]"].concat();
        items
            .iter()
            .enumerate()
            .map(|(i, value)| Reader { value: Some(value), path: place(i), faults: self.faults })
            .collect()
    }

    /// Whether it is a text at all.
    pub fn is_text(&self) -> bool {
        matches!(self.value, Some(Value::Text(_)))
    }

    /// This place as text.
    pub fn as_text(&self) -> Rc<str> {
        match self.value {
            Some(Value::Text(text)) if text.trim().is_empty() => {
                self.refuse("is empty", "write a text, or remove the key")
            }
            Some(Value::Text(text)) if text.len() > TEXT_MAX => {
                self.refuse("is too long", &["shorten it to ", &TEXT_MAX.to_string(), " bytes"].concat());
            }
            Some(Value::Text(text)) if text.contains(char::is_control) => {
                self.refuse("holds a line break or another control character", "write it in one line");
            }
            Some(Value::Text(text)) => return text.as_str().into(),
            _ => self.refuse("must be a text", "write it in quotation marks"),
        }
        Rc::default()
    }

    /// This place as an id.
    pub fn as_id(&self) -> Id {
        let text = self.as_text();
        Id::new(&text).unwrap_or_else(|| {
            if !text.is_empty() {
                self.refuse("is no id", "use 1 to 40 of a-z, 0-9, _ and -");
            }
            Id::placeholder()
        })
    }

    /// Notes the first id that stands twice among `ids`, at `key`.
    pub fn unique<'i>(&self, key: &str, ids: impl Iterator<Item = &'i Id>) {
        let mut seen: Vec<&Id> = Vec::new();
        for id in ids {
            if seen.contains(&id) {
                let mend = ["`", id.as_str(), "` stands twice"].concat();
                return self.fault(key, "ids must differ", &mend);
            }
            seen.push(id);
        }
    }

    /// Every key of this place, if it is an object; notes it if not.
    pub fn keys(&self) -> Vec<&'a str> {
        let Some(Value::Map(entries)) = self.value else {
            self.refuse("must be an object", "write { … } here");
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
