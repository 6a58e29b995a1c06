//! One pack in its languages, and changes that keep them in step.

use authoring::WORDS;
use diagnosis::{Id, Value};
use serde::{Deserialize, Serialize};

use super::ids::{RenameError, free_id, is_taken};
use super::items::{Item, unlike_others};
use super::path::Path;
use super::references::{Target, count, follow};
use super::tree::{get, list_mut, remove, set, text};

/// A pack that is being written: its JSON in each language, the original first; never empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Draft {
    pub(crate) packs: Vec<Value>,
}

impl Draft {
    /// The draft of a pack in one language.
    pub fn of(pack: Value) -> Self {
        Self { packs: vec![pack] }
    }

    /// The packs, one per language, the original first.
    pub fn packs(&self) -> &[Value] {
        &self.packs
    }

    /// The languages in the order of the packs.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.packs.iter().map(language)
    }

    /// The original, or `null` if there is none.
    pub(crate) fn original(&self) -> &Value {
        self.packs.first().unwrap_or(&Value::Null)
    }

    /// The pack in a language; the original if that language is missing.
    pub fn pack(&self, lang: &str) -> &Value {
        self.packs.iter().find(|pack| language(pack) == lang).unwrap_or(self.original())
    }

    /// A text of the original by its path, such as `id`.
    pub fn text(&self, path: &str) -> &str {
        text(self.original(), &Path::parse(path))
    }

    /// Sets the value at a place, or removes it. A text is set only in the pack of that language, anything else in all
    /// packs.
    pub fn set(&mut self, lang: &str, path: &Path, value: Option<Value>) {
        let is_word = path.last_name().is_some_and(|name| WORDS.contains(&name));
        let only = if is_word { self.position(lang) } else { None };
        for (i, pack) in self.packs.iter_mut().enumerate() {
            if only.is_some_and(|only| only != i) {
                continue;
            }
            match &value {
                Some(value) => set(pack, path, value.clone()),
                None => {
                    remove(pack, path);
                }
            }
        }
    }

    pub(crate) fn position(&self, lang: &str) -> Option<usize> {
        self.packs.iter().position(|pack| language(pack) == lang)
    }

    pub(crate) fn set_version(&mut self, version: &str) {
        self.change_all(|pack| set(pack, &Path::parse("version"), Value::Text(version.to_owned())));
    }

    pub(crate) fn change_all(&mut self, change: impl FnMut(&mut Value)) {
        self.packs.iter_mut().for_each(change);
    }

    /// Adds an item after the others of its kind, and returns its place; `None` if there is no list to add it to.
    pub fn add(&mut self, item: &Item) -> Option<Path> {
        let list = item.list();
        let at = super::tree::list(self.original(), &list).len();
        let items: Option<Vec<Value>> = self.packs.iter().map(|pack| item.value(pack)).collect();
        for (pack, mut new) in self.packs.iter_mut().zip(items?) {
            unlike_others(pack, &list, &mut new);
            list_mut(pack, &list)?.push(new);
        }
        Some(list.at(at))
    }

    /// Inserts a copy of the entry at `path` after it, with ids of its own, and returns the place of the copy.
    pub fn duplicate(&mut self, path: &Path) -> Option<Path> {
        let (list, at) = path.split_index()?;
        for pack in &mut self.packs {
            let mut copy = get(pack, path)?.clone();
            unlike_others(pack, &list, &mut copy);
            let items = list_mut(pack, &list)?;
            items.insert((at + 1).min(items.len()), copy);
        }
        Some(list.at(at + 1))
    }

    /// Removes the entry at `path` with all references to it: conditions, entries of stages, caps. A finding that loses
    /// all its conditions stays, and a diagnostic reports it.
    pub fn remove(&mut self, path: &Path) {
        for pack in &mut self.packs {
            let inner = match get(pack, &path.key("questions")) {
                Some(Value::List(questions)) if path.shape() == "sections" => {
                    (0..questions.len()).map(|i| path.key("questions").at(i)).collect()
                }
                _ => Vec::new(),
            };
            let targets: Vec<Target> = inner.iter().chain([path]).filter_map(|path| Target::at(pack, path)).collect();
            remove(pack, path);
            for target in targets {
                follow(pack, &target, None);
            }
        }
    }

    /// Number of places that refer to the section, question or choice at `path`, and would be removed or changed with
    /// it.
    pub fn references(&self, path: &Path) -> usize {
        Target::at(self.original(), path).map_or(0, |target| count(self.original(), &target))
    }

    /// Moves the entry at `path` to the position `to` of its list, and returns its new place.
    pub fn shift(&mut self, path: &Path, to: usize) -> Option<Path> {
        let (list, at) = path.split_index()?;
        for pack in &mut self.packs {
            let items = list_mut(pack, &list)?;
            if at >= items.len() || to >= items.len() {
                return None;
            }
            let item = items.remove(at);
            items.insert(to, item);
        }
        Some(list.at(to))
    }

    /// Changes the id, at the place `path`, of a section, question, choice, finding or pack; references to it follow.
    ///
    /// # Errors
    /// Fails where the id is invalid, or belongs to another entry.
    pub fn rename(&mut self, path: &Path, id: &str) -> Result<(), RenameError> {
        if Id::new(id).is_none() {
            return Err(RenameError::NotId);
        }
        if is_taken(self.original(), path, id) {
            return Err(RenameError::Taken);
        }
        for pack in &mut self.packs {
            let owner = path.parent().ok_or(RenameError::NoPlace)?;
            let target = Target::at(pack, &owner);
            set(pack, path, Value::Text(id.to_owned()));
            if let Some(target) = target {
                follow(pack, &target, Some(id));
            }
        }
        Ok(())
    }

    /// An id like `wanted` that is unique among those of the same kind as `path`.
    pub fn free_id(&self, path: &Path, wanted: &str) -> String {
        free_id(wanted, |id| is_taken(self.original(), path, id))
    }
}

/// The language that the pack declares.
pub(crate) fn language(pack: &Value) -> &str {
    text(pack, &Path::parse("lang"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::shipped::{readiness, shipped};
    use authoring::{Code, Severity, Translation, lint_translations};
    use diagnosis::Pack;

    fn is_sound(draft: &Draft) -> bool {
        let both: Vec<Translation> = draft.packs().iter().map(|value| Translation { name: "x", value }).collect();
        let errors = lint_translations(&both).concat().into_iter().filter(|one| one.severity == Severity::Error);
        draft.packs().iter().all(|pack| Pack::read(pack).is_ok()) && errors.count() == 0
    }

    #[test]
    fn whatever_is_added_to_a_sound_pack_leaves_it_sound_in_both_languages() {
        let items = [
            Item::Section,
            Item::Question { section: 0 },
            Item::Question { section: 1 },
            Item::Choice { section: 0, question: 1 },
            Item::Choice { section: 1, question: 0 },
            Item::Finding,
            Item::Condition { finding: 0, question: "time".to_owned() },
            Item::Condition { finding: 0, question: "skill".to_owned() },
            Item::Step { finding: 0 },
            Item::Stage,
            Item::Offer,
        ];
        for item in items {
            let mut draft = readiness();
            let before = draft.clone();
            let place = draft.add(&item).unwrap();
            assert!(is_sound(&draft), "{item:?}: {:?}", Pack::read(draft.pack("en")).err());
            assert_ne!(draft, before);
            draft.remove(&place);
            assert_eq!(draft, before, "{item:?}");
        }
    }

    #[test]
    fn a_copy_has_ids_of_its_own() {
        for path in [
            "sections[0]",
            "sections[0].questions[1]",
            "sections[0].questions[1].choices[3]",
            "findings[2]",
            "roadmap[0]",
        ] {
            let mut draft = readiness();
            let copy = draft.duplicate(&Path::parse(path)).unwrap();
            assert!(is_sound(&draft), "{path}: {:?}", Pack::read(draft.pack("ja")).err());
            draft.remove(&copy);
            assert_eq!(draft, readiness(), "{path}");
        }
    }

    #[test]
    fn what_names_an_id_follows_it() {
        for path in [
            "sections[1].id",
            "sections[0].questions[0].id",
            "sections[0].questions[0].choices[2].id",
            "findings[0].id",
        ] {
            let mut draft = readiness();
            draft.rename(&Path::parse(path), "another").unwrap();
            assert!(is_sound(&draft), "{path}: {:?}", Pack::read(draft.pack("ja")).err());
        }
        let mut draft = readiness();
        assert_eq!(draft.rename(&Path::parse("sections[0].questions[0].id"), "time"), Err(RenameError::Taken));
        assert_eq!(draft.rename(&Path::parse("id"), "目的"), Err(RenameError::NotId));
        assert_eq!(draft, readiness());
    }

    #[test]
    fn what_names_a_question_goes_with_it() {
        let mut draft = readiness();
        let question = Path::parse("sections[0].questions[1]");
        assert!(draft.references(&question) > 0);
        draft.remove(&question);
        let left = Pack::read(draft.pack("ja")).unwrap_err();
        assert!(
            left.0.iter().all(|fault| fault.code == Code::ListLength),
            "only findings without conditions: {left:?}"
        );
        assert_eq!(draft.references(&Path::parse("findings[0]")), 0);
    }

    #[test]
    fn words_differ_and_all_else_is_the_same_in_all_languages() {
        let mut draft = readiness();
        let text_of = Value::Text("Why?".to_owned());
        draft.set("en", &Path::parse("sections[0].questions[0].text"), Some(text_of.clone()));
        draft.set("en", &Path::parse("sections[0].questions[0].choices[1].points"), Some(Value::Number(7.0)));
        assert_eq!(draft.pack("ja"), &{
            let mut pack = shipped("readiness.ja");
            set(&mut pack, &Path::parse("sections[0].questions[0].choices[1].points"), Value::Number(7.0));
            pack
        });
        assert_eq!(get(draft.pack("en"), &Path::parse("sections[0].questions[0].text")), Some(&text_of));
        assert_eq!(draft.shift(&Path::parse("sections[0]"), 1), Some(Path::parse("sections[1]")));
        assert!(is_sound(&draft));
        assert_eq!(draft.shift(&Path::parse("sections[0]"), 2), None);
    }
}
