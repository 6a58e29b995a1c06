//! Packs of one id in several languages, side by side: whether all say the same, and in which language nothing is said.

use super::words::language;
use super::{Notes, Remark};
use diagnosis::Value;

/// The language of the widget where nothing else is said, and so what a missing translation falls back to.
const FALLBACK: &str = "ja";

/// Keys whose text is words, and may differ; so may [`OF_THE_FILE`].
const WORDS: [&str; 16] = [
    "title",
    "lead",
    "topic",
    "text",
    "help",
    "label",
    "note",
    "meaning",
    "cta",
    "cta_note",
    "reason",
    "ended_reason",
    "pattern",
    "why",
    "steps",
    "lang",
];

/// Keys that belong to the file, and not to what it says.
const OF_THE_FILE: &str = "$schema";

/// A pack that the reader accepts, with whatever its reader is called by: a file's name.
#[derive(Clone, Copy, Debug)]
pub struct Translation<'a> {
    /// Names it in remarks about others.
    pub name: &'a str,
    /// Its content.
    pub value: &'a Value,
}

impl<'a> Translation<'a> {
    fn text(&self, key: &str) -> &'a str {
        if let Some(Value::Text(text)) = self.value.get(key) { text } else { "" }
    }
}

/// What keeps these packs from being translations of each other, for each of them in order.
///
/// Those of one id are held against the one in the language that a missing translation falls back to, else against the
/// first. A language that one id has and another has not is a translation missing.
pub fn lint_translations(packs: &[Translation]) -> Vec<Vec<Remark>> {
    packs.iter().map(|pack| of_one(pack, packs)).collect()
}

fn of_one(pack: &Translation, packs: &[Translation]) -> Vec<Remark> {
    let mut notes = Notes::default();
    let same_id = || packs.iter().filter(|other| other.text("id") == pack.text("id"));
    let Some(original) = same_id().find(|other| language(other.text("lang")) == FALLBACK).or(same_id().next()) else {
        return notes.0;
    };
    if std::ptr::eq(original.value, pack.value) {
        for lang in languages(packs) {
            if !same_id().any(|other| other.text("lang") == lang) {
                let reason = format!("there is no translation into `{lang}`, which other packs have");
                let mend = format!(
                    "add {}.{lang}.json; until then its words are those of `{}`",
                    pack.text("id"),
                    pack.text("lang")
                );
                notes.warning("", &reason, &mend);
            }
        }
    } else if original.text("lang") == pack.text("lang") {
        let reason = format!("{} has the same id and language", original.name);
        notes.error("lang", &reason, "change one of the two, or remove it");
    } else {
        compare("", "", pack.value, original.value, original.name, &mut notes);
    }
    notes.0
}

/// Every language, in order of appearance.
fn languages<'a>(packs: &[Translation<'a>]) -> Vec<&'a str> {
    packs.iter().map(|pack| pack.text("lang")).fold(Vec::new(), |mut found, lang| {
        if !found.contains(&lang) {
            found.push(lang);
        }
        found
    })
}

/// Holds a place of the translation against the same place of the original; `key` is the last key of the path.
fn compare(path: &str, key: &str, mine: &Value, theirs: &Value, original: &str, notes: &mut Notes) {
    match (mine, theirs) {
        (Value::Map(_), Value::Map(_)) => compare_maps(path, mine, theirs, original, notes),
        (Value::List(mine), Value::List(theirs)) if mine.len() != theirs.len() => {
            let reason = format!("has {} entries, and {} in {original}", mine.len(), theirs.len());
            notes.error(path, &reason, "give both the same, in the same order");
        }
        (Value::List(mine), Value::List(theirs)) => {
            for (i, (mine, theirs)) in mine.iter().zip(theirs).enumerate() {
                compare(&format!("{path}[{i}]"), key, mine, theirs, original, notes);
            }
        }
        (Value::Text(mine), Value::Text(theirs)) if WORDS.contains(&key) => {
            let is_sentence = mine.contains(' ') || !mine.is_ascii();
            if mine == theirs && is_sentence && key != "lang" {
                notes.warning(path, &format!("is the same as in {original}"), "translate it");
            }
        }
        _ if mine != theirs => {
            let reason = format!("differs from {original}, and is no text to translate");
            notes.error(path, &reason, "write the same in both");
        }
        _ => {}
    }
}

fn compare_maps(path: &str, mine: &Value, theirs: &Value, original: &str, notes: &mut Notes) {
    for key in keys(mine).chain(keys(theirs).filter(|key| mine.get(key).is_none())) {
        if key == OF_THE_FILE {
            continue;
        }
        let place = if path.is_empty() { key.to_owned() } else { [path, ".", key].concat() };
        match (mine.get(key).filter(|_| is_there(mine, key)), theirs.get(key).filter(|_| is_there(theirs, key))) {
            (Some(mine), Some(theirs)) => compare(&place, key, mine, theirs, original, notes),
            (Some(Value::Bool(false)), None) | (None, Some(Value::Bool(false)) | None) => {}
            (Some(_), None) => {
                notes.error(&place, &format!("is missing in {original}"), "add it there, or remove it here")
            }
            (None, Some(_)) => {
                notes.error(&place, &format!("is missing, and there in {original}"), "translate it, or remove it there")
            }
        }
    }
}

fn keys(value: &Value) -> impl Iterator<Item = &str> {
    let entries: &[(String, Value)] = if let Value::Map(entries) = value { entries } else { &[] };
    entries.iter().map(|(key, _)| key.as_str())
}

fn is_there(value: &Value, key: &str) -> bool {
    value.get(key).is_some_and(|value| *value != Value::Null)
}
