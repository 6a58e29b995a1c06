//! Compares packs of one id in several languages: whether they have the same structure, and which language is missing.

use diagnosis::Value;
use diagnostics::{Code, Diagnostic};

use super::words::language;

/// The default language of the widget, and therefore the fallback for a missing translation.
const FALLBACK: &str = "ja";

/// Keys of a pack whose text differs between translations; the keys in `OF_THE_FILE` do too.
pub const WORDS: [&str; 16] = [
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

/// Keys that describe the file rather than its content.
const OF_THE_FILE: &str = "$schema";

/// A valid pack, with the name of its file.
#[derive(Clone, Copy, Debug)]
pub struct Translation<'a> {
    /// Name of the pack in diagnostics about other packs.
    pub name: &'a str,
    /// Content of the pack.
    pub value: &'a Value,
}

impl<'a> Translation<'a> {
    fn text(&self, key: &str) -> &'a str {
        if let Some(Value::Text(text)) = self.value.get(key) { text } else { "" }
    }
}

/// Differences that keep these packs from being translations of each other, for each pack in order.
///
/// Packs of one id are compared with the one in the fallback language, else with the first. A language that one id has
/// and another lacks is reported as a missing translation.
pub fn lint_translations(packs: &[Translation]) -> Vec<Vec<Diagnostic>> {
    packs.iter().map(|pack| of_one(pack, packs)).collect()
}

fn of_one(pack: &Translation, packs: &[Translation]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let same_id = || packs.iter().filter(|other| other.text("id") == pack.text("id"));
    let Some(original) = same_id().find(|other| language(other.text("lang")) == FALLBACK).or(same_id().next()) else {
        return found;
    };
    if std::ptr::eq(original.value, pack.value) {
        for lang in languages(packs) {
            if !same_id().any(|other| other.text("lang") == lang) {
                let diagnostic = Diagnostic::warning(Code::TranslationMissing, "").with(lang);
                found.push(diagnostic.with(pack.text("id")).with(pack.text("lang")));
            }
        }
    } else if original.text("lang") == pack.text("lang") {
        found.push(Diagnostic::error(Code::SameLanguage, "lang").with(original.name));
    } else {
        compare("", "", pack.value, original.value, original.name, &mut found);
    }
    found
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

/// Compares a place of the translation with the same place of the original; `key` is the last key of the path.
fn compare(path: &str, key: &str, mine: &Value, theirs: &Value, original: &str, found: &mut Vec<Diagnostic>) {
    match (mine, theirs) {
        (Value::Map(_), Value::Map(_)) => compare_maps(path, mine, theirs, original, found),
        (Value::List(mine), Value::List(theirs)) if mine.len() != theirs.len() => {
            let diagnostic = Diagnostic::error(Code::TranslationLength, path);
            found.push(diagnostic.with(mine.len() as u32).with(theirs.len() as u32).with(original));
        }
        (Value::List(mine), Value::List(theirs)) => {
            for (i, (mine, theirs)) in mine.iter().zip(theirs).enumerate() {
                compare(&format!("{path}[{i}]"), key, mine, theirs, original, found);
            }
        }
        (Value::Text(mine), Value::Text(theirs)) if WORDS.contains(&key) => {
            let is_sentence = mine.contains(' ') || !mine.is_ascii();
            if mine == theirs && is_sentence && key != "lang" {
                found.push(Diagnostic::warning(Code::NotTranslated, path).with(original));
            }
        }
        _ if mine != theirs => {
            found.push(Diagnostic::error(Code::TranslationDiffers, path).with(original));
        }
        _ => {}
    }
}

fn compare_maps(path: &str, mine: &Value, theirs: &Value, original: &str, found: &mut Vec<Diagnostic>) {
    for key in keys(mine).chain(keys(theirs).filter(|key| mine.get(key).is_none())) {
        if key == OF_THE_FILE {
            continue;
        }
        let place = if path.is_empty() { key.to_owned() } else { [path, ".", key].concat() };
        match (mine.get(key).filter(|_| is_there(mine, key)), theirs.get(key).filter(|_| is_there(theirs, key))) {
            (Some(mine), Some(theirs)) => compare(&place, key, mine, theirs, original, found),
            (Some(Value::Bool(false)), None) | (None, Some(Value::Bool(false)) | None) => {}
            (Some(_), None) => found.push(Diagnostic::error(Code::MissingInOriginal, place).with(original)),
            (None, Some(_)) => found.push(Diagnostic::error(Code::MissingInTranslation, place).with(original)),
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
