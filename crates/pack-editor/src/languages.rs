//! A pack's languages: adds and removes translations beside the original.

use authoring::{Code, Diagnostic, Severity, Translation, lint_translations};
use diagnosis::Value;

use super::carry::carry;
use super::draft::{Draft, language};
use super::path::Path;
use super::tree::{set, text};

/// The reason why a pack is not a translation of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTranslation(pub Vec<Diagnostic>);

impl Draft {
    /// Adds the pack as a translation, or replaces the one in its language.
    ///
    /// # Errors
    /// Fails where its structure differs; the draft is unchanged.
    pub fn add_translation(&mut self, pack: Value) -> Result<(), NotTranslation> {
        let others = self.packs.iter().filter(|other| language(other) != language(&pack));
        let Some(original) = others.clone().next() else {
            self.packs = vec![pack];
            return Ok(());
        };
        if text(original, &Path::parse("id")) != text(&pack, &Path::parse("id")) {
            return Err(NotTranslation(vec![
                Diagnostic::error(Code::TranslationDiffers, "id").with(language(original)),
            ]));
        }
        let name = language(original);
        let both = [Translation { name, value: original }, Translation { name, value: &pack }];
        let found = lint_translations(&both).into_iter().flatten();
        let is_structure = |one: &Diagnostic| matches!(one.code, Code::TranslationLength | Code::TranslationDiffers);
        let faults: Vec<_> = found.filter(|one| one.severity == Severity::Error && is_structure(one)).collect();
        if !faults.is_empty() {
            return Err(NotTranslation(faults));
        }
        match self.position(language(&pack)) {
            Some(at) => {
                if let Some(old) = self.packs.get_mut(at) {
                    *old = pack;
                }
            }
            None => self.packs.push(pack),
        }
        Ok(())
    }

    /// Replaces the pack in the language of `pack`, as an edit of its JSON: what has changed besides texts applies to
    /// the other languages too, which keep their own texts. A pack of another id replaces all languages.
    pub fn replace(&mut self, pack: Value) {
        if self.text("id") != text(&pack, &Path::parse("id")) {
            *self = Self::of(pack);
            return;
        }
        let before = self.pack(language(&pack)).clone();
        match self.position(language(&pack)) {
            Some(at) => {
                for (_, other) in self.packs.iter_mut().enumerate().filter(|(i, _)| *i != at) {
                    *other = carry(&before, &pack, other);
                }
                if let Some(old) = self.packs.get_mut(at) {
                    *old = pack;
                }
            }
            None => {
                self.change_all(|other| *other = carry(&before, &pack, other));
                self.packs.push(pack);
            }
        }
    }

    /// Adds a language with the texts of the original, which are reported as not translated until they are changed.
    pub fn add_language(&mut self, lang: &str) {
        if self.position(lang).is_none() {
            let mut pack = self.original().clone();
            set(&mut pack, &Path::parse("lang"), Value::Text(lang.to_owned()));
            self.packs.push(pack);
        }
    }

    /// Removes a language; the last one cannot be removed.
    pub fn remove_language(&mut self, lang: &str) {
        if self.packs.len() > 1 {
            self.packs.retain(|pack| language(pack) != lang);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::shipped::{readiness, shipped};
    use crate::tree::{get, list, list_mut, remove};

    #[test]
    fn a_pack_of_another_structure_is_no_translation() {
        let mut draft = readiness();
        let mut other = shipped("readiness.en");
        remove(&mut other, &Path::parse("findings[0]"));
        assert!(draft.add_translation(other).is_err());
        assert!(draft.add_translation(shipped("adoption.en")).is_err());
        assert_eq!(draft, readiness());
        draft.remove_language("en");
        draft.add_language("en");
        assert_eq!(draft.languages().collect::<Vec<_>>(), ["ja", "en"]);
        draft.remove_language("ja");
        draft.remove_language("en");
        assert_eq!(draft.packs().len(), 1);
    }

    /// The draft after the JSON of one language was edited.
    fn edited(lang: &str, change: impl FnOnce(&mut Value)) -> Draft {
        let mut draft = readiness();
        let mut pack = draft.pack(lang).clone();
        change(&mut pack);
        draft.replace(pack.clone());
        assert_eq!(draft.languages().collect::<Vec<_>>(), ["ja", "en"]);
        assert_eq!(draft.pack(lang), &pack, "what was applied is there as it was written");
        draft
    }

    #[test]
    fn points_that_change_in_one_language_change_in_the_other() {
        let points = Path::parse("sections[0].questions[0].choices[1].points");
        for lang in ["ja", "en"] {
            let draft = edited(lang, |pack| set(pack, &points, Value::Number(7.0)));
            let mut expected = readiness();
            expected.set("", &points, Some(Value::Number(7.0)));
            assert_eq!(draft, expected, "{lang}");
        }
    }

    #[test]
    fn a_text_changes_in_its_own_language_alone() {
        let draft = edited("ja", |pack| set(pack, &Path::parse("title"), Value::Text("別の題".to_owned())));
        assert_eq!(draft.pack("en"), &shipped("readiness.en"));
        assert_eq!(edited("en", |_| {}), readiness());
    }

    #[test]
    fn entries_that_move_come_and_go_do_so_with_their_texts() {
        let questions = Path::parse("sections[0].questions");
        let draft = edited("ja", |pack| {
            let all = list_mut(pack, &questions).unwrap();
            all.remove(1);
            all.swap(0, 1);
            let mut added = all.first().unwrap().clone();
            set(&mut added, &Path::parse("id"), Value::Text("added".to_owned()));
            all.push(added);
        });
        let (english, before) = (draft.pack("en"), shipped("readiness.en"));
        let of = |pack: &Value, at: usize| get(pack, &questions.at(at)).cloned();
        assert_eq!(of(english, 0), of(&before, 2));
        assert_eq!(of(english, 1), of(&before, 0));
        let last = list(english, &questions).len() - 1;
        assert_eq!(of(english, last), of(draft.pack("ja"), last), "a new question is there, to be translated");
    }

    #[test]
    fn a_key_that_comes_or_goes_does_so_in_all_languages() {
        let multiple = Path::parse("sections[0].questions[0].multiple");
        let mut draft = edited("ja", |pack| set(pack, &multiple, Value::Bool(true)));
        assert_eq!(get(draft.pack("en"), &multiple), Some(&Value::Bool(true)));
        draft.replace(shipped("readiness.ja"));
        assert_eq!(draft, readiness());
    }

    #[test]
    fn a_step_that_is_added_leaves_the_others_translated() {
        let steps = Path::parse("findings[0].steps");
        let first = Value::Text("はじめの一歩".to_owned());
        let draft = edited("ja", |pack| list_mut(pack, &steps).unwrap().insert(0, first.clone()));
        let before = shipped("readiness.en");
        let expected: Vec<Value> = std::iter::once(first).chain(list(&before, &steps).iter().cloned()).collect();
        assert_eq!(list(draft.pack("en"), &steps), expected);
    }

    #[test]
    fn another_language_stands_beside_and_another_pack_takes_the_place() {
        let mut draft = Draft::of(shipped("readiness.ja"));
        let mut english = shipped("readiness.en");
        let points = Path::parse("sections[0].questions[0].choices[1].points");
        set(&mut english, &points, Value::Number(7.0));
        draft.replace(english.clone());
        assert_eq!(draft.pack("en"), &english);
        assert_eq!(get(draft.pack("ja"), &points), Some(&Value::Number(7.0)));
        draft.replace(shipped("adoption.ja"));
        assert_eq!(draft, Draft::of(shipped("adoption.ja")));
    }
}
