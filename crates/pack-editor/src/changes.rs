//! The changes between two states of a pack, and their effect on what is already published.

use std::collections::BTreeSet;

use diagnosis::Value;

use super::draft::Draft;
use super::path::Path;
use super::tree::{list, remove, text};
use super::version::Base;
use authoring::WORDS;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The pack has another id, which makes it another pack.
    Id,
    /// A question of this id was added.
    QuestionAdded(String),
    /// A question of this id was removed.
    QuestionRemoved(String),
    /// The order of questions, or the section of one, has changed.
    QuestionsMoved,
    /// The choices of this question, or their order, have changed.
    Choices(String),
    /// The points or conditions of this question have changed.
    Points(String),
    /// The rules of sections, or the sections themselves, have changed.
    Sections,
    /// The score ranges of the levels have changed.
    Bands,
    /// The caps have changed.
    Caps,
    /// The findings, their conditions, or the people who act have changed.
    Findings,
    /// The stages of the roadmap have changed.
    Roadmap,
    /// The offered packs have changed.
    Offers,
    /// Texts in this language have changed.
    Words {
        /// The language.
        lang: String,
        /// Number of texts that differ.
        count: usize,
    },
    /// A language was added.
    LanguageAdded(String),
    /// A language was removed.
    LanguageRemoved(String),
}

/// All changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The changes, in the order of the pack; empty if there are none.
    pub list: Vec<Change>,
    /// Whether links to results of the old state still open: the version, the questions and the choices are the same.
    pub do_links_hold: bool,
    /// Whether the same answers may lead to another score, level or finding.
    pub may_verdicts_differ: bool,
}

/// The changes since `base`.
pub fn changes(base: &Base, draft: &Draft) -> Changes {
    let mut found = Vec::new();
    let (Some(old), Some(new)) = (base.packs.first(), draft.packs().first()) else {
        return Changes { list: found, do_links_hold: true, may_verdicts_differ: false };
    };
    if text_of(old, "id") != text_of(new, "id") {
        found.push(Change::Id);
    }
    of_questions(old, new, &mut found);
    let parts = [
        ("levels", Change::Bands),
        ("caps", Change::Caps),
        ("findings", Change::Findings),
        ("roadmap", Change::Roadmap),
        ("next", Change::Offers),
    ];
    for (key, change) in parts {
        if bare(old.get(key)) != bare(new.get(key)) {
            found.push(change);
        }
    }
    let is_structure_kept = found.iter().all(|change| {
        !matches!(
            change,
            Change::Id
                | Change::QuestionAdded(_)
                | Change::QuestionRemoved(_)
                | Change::QuestionsMoved
                | Change::Choices(_)
        )
    });
    let may_verdicts_differ = !found.iter().all(|change| matches!(change, Change::Roadmap | Change::Offers));
    of_words(base, draft, &mut found);
    let is_same_version = text_of(old, "version") == text_of(new, "version");
    Changes { list: found, do_links_hold: is_structure_kept && is_same_version, may_verdicts_differ }
}

fn text_of<'a>(pack: &'a Value, key: &str) -> &'a str {
    text(pack, &Path::parse(key))
}

/// The questions with the id of their section, in order.
fn questions(pack: &Value) -> Vec<(&str, &Value)> {
    let sections = list(pack, &Path::parse("sections")).iter();
    sections
        .flat_map(|section| list(section, &Path::parse("questions")).iter().map(|one| (text_of(section, "id"), one)))
        .collect()
}

fn of_questions(old: &Value, new: &Value, found: &mut Vec<Change>) {
    let (before, after) = (questions(old), questions(new));
    let id = |(_, question): &(&str, &Value)| text_of(question, "id").to_owned();
    let ids = |all: &[(&str, &Value)]| all.iter().map(id).collect::<BTreeSet<_>>();
    let (were, are) = (ids(&before), ids(&after));
    found.extend(are.difference(&were).cloned().map(Change::QuestionAdded));
    found.extend(were.difference(&are).cloned().map(Change::QuestionRemoved));
    let kept = |all: &[(&str, &Value)]| {
        let both = all.iter().filter(|one| were.contains(&id(one)) && are.contains(&id(one)));
        both.map(|one| (one.0.to_owned(), id(one))).collect::<Vec<_>>()
    };
    if kept(&before) != kept(&after) {
        found.push(Change::QuestionsMoved);
    }
    for (_, question) in &after {
        let Some((_, earlier)) = before.iter().find(|(_, other)| text_of(other, "id") == text_of(question, "id"))
        else {
            continue;
        };
        let choices = |question: &Value| {
            let all = list(question, &Path::parse("choices")).iter().map(|choice| text_of(choice, "id").to_owned());
            (all.collect::<Vec<_>>(), question.get("multiple").cloned())
        };
        if choices(earlier) != choices(question) {
            found.push(Change::Choices(text_of(question, "id").to_owned()));
        } else if bare(Some(earlier)) != bare(Some(question)) {
            found.push(Change::Points(text_of(question, "id").to_owned()));
        }
    }
    let sections = |pack: &Value| {
        let without = |section: &Value| {
            let mut section = section.clone();
            remove(&mut section, &Path::parse("questions"));
            bare(Some(&section))
        };
        list(pack, &Path::parse("sections")).iter().map(without).collect::<Vec<_>>()
    };
    if sections(old) != sections(new) {
        found.push(Change::Sections);
    }
}

/// The value without its texts.
fn bare(value: Option<&Value>) -> Option<Value> {
    Some(match value? {
        Value::Map(entries) => {
            let without = |(key, value): &(String, Value)| match value {
                // The same number of steps, whatever their text.
                Value::List(steps) if WORDS.contains(&key.as_str()) => {
                    Some((key.clone(), Value::List(vec![Value::Null; steps.len()])))
                }
                _ if WORDS.contains(&key.as_str()) => None,
                _ => Some((key.clone(), bare(Some(value))?)),
            };
            Value::Map(entries.iter().filter_map(without).collect())
        }
        Value::List(items) => Value::List(items.iter().filter_map(|item| bare(Some(item))).collect()),
        other => other.clone(),
    })
}

fn of_words(base: &Base, draft: &Draft, found: &mut Vec<Change>) {
    let in_language = |lang: &str| base.packs.iter().find(|pack| text_of(pack, "lang") == lang);
    for pack in draft.packs() {
        let lang = text_of(pack, "lang").to_owned();
        match in_language(&lang) {
            None => found.push(Change::LanguageAdded(lang)),
            Some(old) => {
                let count = differing_words(old, pack);
                if count > 0 {
                    found.push(Change::Words { lang, count });
                }
            }
        }
    }
    let is_gone = |pack: &&Value| draft.languages().all(|lang| lang != text_of(pack, "lang"));
    found.extend(
        base.packs.iter().filter(is_gone).map(|pack| Change::LanguageRemoved(text_of(pack, "lang").to_owned())),
    );
}

/// Number of texts of `new` that differ in `old`, where both have the place. Entries with an id are found by it.
fn differing_words(old: &Value, new: &Value) -> usize {
    match (old, new) {
        (Value::Map(_), Value::Map(entries)) => {
            entries.iter().map(|(key, value)| differing_word(key, old.get(key), value)).sum()
        }
        (Value::List(old), Value::List(new)) => {
            let same = |at: usize, item: &Value| match item.get("id") {
                Some(id) => old.iter().find(|other| other.get("id") == Some(id)),
                None => old.get(at).filter(|_| old.len() == new.len()),
            };
            let pairs = new.iter().enumerate().filter_map(|(at, item)| Some((same(at, item)?, item)));
            pairs.map(|(one, other)| differing_words(one, other)).sum()
        }
        _ => 0,
    }
}

fn differing_word(key: &str, old: Option<&Value>, new: &Value) -> usize {
    match (old, new) {
        (old, Value::Text(_)) if WORDS.contains(&key) => usize::from(old != Some(new)),
        (Some(Value::List(old)), Value::List(new)) if WORDS.contains(&key) => {
            let kept = old.iter().zip(new).filter(|(one, other)| one == other).count();
            new.len() - kept
        }
        (Some(old), new) => differing_words(old, new),
        (None, _) => 0,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::{Item, RuleKind, next_version};

    fn readiness() -> Draft {
        Draft::of(serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap())
    }

    fn check(change: impl FnOnce(&mut Draft), expect: &[Change], may_verdicts_differ: bool) {
        let base = Base { packs: readiness().packs().to_vec(), is_built_in: true };
        let mut draft = readiness();
        change(&mut draft);
        base.mark(&mut draft);
        let found = changes(&base, &draft);
        assert_eq!(found.list, expect);
        assert_eq!(found.may_verdicts_differ, may_verdicts_differ);
        assert_eq!(found.do_links_hold, expect.is_empty(), "a changed pack has another version");
        let next = next_version(base.version(), true);
        assert_eq!(draft.text("version"), if expect.is_empty() { base.version() } else { &next });
    }

    #[test]
    fn each_kind_of_change_is_told() {
        let set = |path: &'static str, value: Value| {
            move |draft: &mut Draft| draft.set("ja", &Path::parse(path), Some(value))
        };
        let words = |count| Change::Words { lang: "ja".to_owned(), count };
        let purpose = || "purpose".to_owned();
        check(|_| {}, &[], false);
        check(set("title", Value::Text("別の題".to_owned())), &[words(1)], false);
        check(set("findings[0].steps[0]", Value::Text("別の一歩".to_owned())), &[words(1)], false);
        check(
            set("sections[0].questions[0].choices[0].points", Value::Number(9.0)),
            &[Change::Points(purpose())],
            true,
        );
        check(set("levels[0].from", Value::Number(90.0)), &[Change::Bands], true);
        check(set("caps[0].missing", Value::Number(2.0)), &[Change::Caps], true);
        check(set("roadmap[0].months", Value::Number(2.0)), &[Change::Roadmap], false);
        check(|draft| draft.remove(&Path::parse("findings[0].steps[0]")), &[Change::Findings, words(2)], true);
        check(|draft| draft.remove(&Path::parse("next[0]")), &[Change::Offers], false);
        let of_rule = [Change::Points("authority".to_owned()), Change::Sections];
        check(|draft| draft.set_rule(1, RuleKind::Ladder), &of_rule, true);
    }

    #[test]
    fn what_came_and_went_is_named() {
        let added = |draft: &mut Draft| {
            draft.add(&Item::Question { section: 0 });
        };
        check(added, &[Change::QuestionAdded("question".to_owned())], true);
        let removed = |draft: &mut Draft| {
            draft.add(&Item::Choice { section: 0, question: 0 });
        };
        check(removed, &[Change::Choices("purpose".to_owned())], true);
        let moved = |draft: &mut Draft| {
            draft.shift(&Path::parse("sections[0].questions[0]"), 1);
        };
        let found = |draft: &mut Draft| draft.add_language("en");
        check(found, &[Change::LanguageAdded("en".to_owned())], false);
        let base = Base { packs: readiness().packs().to_vec(), is_built_in: true };
        let mut draft = readiness();
        moved(&mut draft);
        assert!(changes(&base, &draft).list.contains(&Change::QuestionsMoved));
    }
}
