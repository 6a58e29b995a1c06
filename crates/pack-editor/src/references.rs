//! References to sections, questions and choices by id, which follow a change of those.

use diagnosis::Value;

use super::path::Path;
use super::tree::{get, get_mut, list, text};

/// The target of a reference, with the ids around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A section, to which caps refer.
    Section(String),
    /// A question, to which conditions and stages refer.
    Question(String),
    /// A choice of a question, to which conditions on that question refer.
    Choice(String, String),
}

impl Target {
    /// The target at `path`; `None` if it is not a section, question or choice.
    pub(crate) fn at(pack: &Value, path: &Path) -> Option<Self> {
        let id = |path: &Path| text(pack, &path.key("id")).to_owned();
        match path.shape().as_str() {
            "sections" => Some(Target::Section(id(path))),
            "sections.questions" => Some(Target::Question(id(path))),
            "sections.questions.choices" => {
                let question = path.parent()?.parent()?;
                Some(Target::Choice(id(&question), id(path)))
            }
            _ => None,
        }
    }
}

/// Makes all references to `target` refer to `id` instead; without an id, removes them.
pub(crate) fn follow(pack: &mut Value, target: &Target, id: Option<&str>) {
    match target {
        Target::Section(old) => follow_section(pack, old, id),
        Target::Question(old) => {
            each(pack, "findings", |finding| {
                follow_in_objects(finding, "because", "question", old, id);
            });
            each(pack, "roadmap", |stage| follow_in_texts(stage, "questions", old, id));
        }
        Target::Choice(question, old) => each(pack, "findings", |finding| {
            each(finding, "because", |condition| {
                if text(condition, &Path::parse("question")) == question {
                    follow_in_texts(condition, "is", old, id);
                    follow_in_texts(condition, "lacks", old, id);
                }
            });
        }),
    }
}

/// Number of references to `target`.
pub(crate) fn count(pack: &Value, target: &Target) -> usize {
    let mut copy = pack.clone();
    // No id contains this letter, so every value that changes is a reference to the target.
    follow(&mut copy, target, Some("?"));
    differing(pack, &copy)
}

fn differing(one: &Value, other: &Value) -> usize {
    match (one, other) {
        (Value::List(one), Value::List(other)) => one.iter().zip(other).map(|(a, b)| differing(a, b)).sum(),
        (Value::Map(one), Value::Map(other)) => one.iter().zip(other).map(|(a, b)| differing(&a.1, &b.1)).sum(),
        _ => usize::from(one != other),
    }
}

/// A cap of a removed section has nothing to refer to, so it is removed too.
fn follow_section(pack: &mut Value, old: &str, id: Option<&str>) {
    follow_in_objects(pack, "caps", "section", old, id);
}

fn each(value: &mut Value, key: &str, change: impl Fn(&mut Value)) {
    if let Some(Value::List(items)) = get_mut(value, &Path::parse(key)) {
        items.iter_mut().for_each(change);
    }
}

/// In a list of objects, replaces `old` under `name` by `id`, or removes the objects.
fn follow_in_objects(value: &mut Value, key: &str, name: &str, old: &str, id: Option<&str>) {
    let name = Path::parse(name);
    let Some(Value::List(items)) = get_mut(value, &Path::parse(key)) else { return };
    match id {
        Some(id) => {
            for item in items.iter_mut().filter(|item| text(item, &name) == old) {
                super::tree::set(item, &name, Value::Text(id.to_owned()));
            }
        }
        None => items.retain(|item| text(item, &name) != old),
    }
}

/// In a list of texts, replaces `old` by `id`, or removes it.
fn follow_in_texts(value: &mut Value, key: &str, old: &str, id: Option<&str>) {
    let Some(Value::List(items)) = get_mut(value, &Path::parse(key)) else { return };
    let is_old = |item: &Value| matches!(item, Value::Text(text) if text == old);
    match id {
        Some(id) => items.iter_mut().filter(|item| is_old(item)).for_each(|item| *item = Value::Text(id.to_owned())),
        None => items.retain(|item| !is_old(item)),
    }
}

/// The section, question and choice of these ids, by their places.
pub(crate) fn question_at(pack: &Value, id: &str) -> Option<Path> {
    let sections = Path::parse("sections");
    (0..list(pack, &sections).len()).find_map(|section| {
        let questions = sections.at(section).key("questions");
        (0..list(pack, &questions).len())
            .map(|i| questions.at(i))
            .find(|question| get(pack, &question.key("id")) == Some(&Value::Text(id.to_owned())))
    })
}
