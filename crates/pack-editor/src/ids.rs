//! Ids: derived from a text, made unique, and renamed with all references.

use diagnosis::{Id, Value};

use super::path::Path;
use super::tree::{list, text};

/// The reason why an id was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenameError {
    /// The id is invalid: it needs 1 to 40 of `a-z 0-9 _ -`.
    NotId,
    /// Another entry has the id.
    Taken,
    /// There is no id at that place.
    NoPlace,
}

/// An id for the thing that this text names; `None` if the text has no Latin letter or digit.
///
/// ```
/// use pack_editor::id_of_text;
/// assert_eq!(id_of_text("Clear purpose!"), Some("clear_purpose".to_owned()));
/// assert_eq!(id_of_text("わからない"), Some("unknown".to_owned()));
/// assert_eq!(id_of_text("目的"), None);
/// ```
pub fn id_of_text(text: &str) -> Option<String> {
    if let Some((_, id)) = COMMON.iter().find(|(label, _)| *label == text.trim()) {
        return Some((*id).to_owned());
    }
    let spaced: String =
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    let mut id = String::new();
    for word in spaced.split_whitespace() {
        let joint = if id.is_empty() { "" } else { "_" };
        if id.len() + joint.len() + word.len() > SHORT {
            break;
        }
        id.push_str(joint);
        id.push_str(word);
    }
    Id::new(&id).map(|_| id)
}

/// Maximum number of characters of an id that is derived from a text: enough for a few words.
const SHORT: usize = 24;

/// Labels that choices often have, with the ids that the built-in packs use.
const COMMON: [(&str, &str); 6] = [
    ("できている", "met"),
    ("一部できている", "partly"),
    ("できていない", "unmet"),
    ("わからない", "unknown"),
    ("はい", "yes"),
    ("いいえ", "no"),
];

/// `wanted`, or `wanted_2` and so on if it is taken.
pub fn free_id(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let stem: String = wanted.chars().take(Id::LONGEST - 4).collect();
    let numbered = (2..).map(|n: usize| format!("{stem}_{n}"));
    std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or(stem)
}

/// The ids from which the one at `path` must differ, each with its place: those of its kind in the pack, or in its
/// question.
pub(crate) fn siblings(pack: &Value, path: &Path) -> Option<Vec<Path>> {
    let entries = |at: Path| (0..list(pack, &at).len()).map(move |i| at.at(i).key("id"));
    match path.shape().as_str() {
        "sections.questions.id" => {
            let sections = Path::parse("sections");
            let questions = |i: usize| entries(sections.at(i).key("questions"));
            Some((0..list(pack, &sections).len()).flat_map(questions).collect())
        }
        "sections.id" | "findings.id" | "sections.questions.choices.id" => {
            let (around, _) = path.parent()?.split_index()?;
            Some(entries(around).collect())
        }
        "id" => Some(vec![path.clone()]),
        _ => None,
    }
}

/// Whether an entry other than the one at `path` has this id.
pub(crate) fn is_taken(pack: &Value, path: &Path, id: &str) -> bool {
    siblings(pack, path).unwrap_or_default().iter().any(|other| other != path && text(pack, other) == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_ids_and_unlike_others() {
        let long = id_of_text("An extraordinarily long sentence about everything").unwrap_or_default();
        assert_eq!(long, "an_extraordinarily_long");
        assert_eq!(free_id("q", |id| ["q", "q_2"].contains(&id)), "q_3");
        let full = "x".repeat(40);
        assert!(Id::new(&free_id(&full, |id| id == full)).is_some());
        assert_eq!(id_of_text("x".repeat(60).as_str()), None);
    }
}
