//! A pack's languages: adds and removes translations beside the original.

use authoring::{Code, Diagnostic, Severity, Translation, lint_translations};
use diagnosis::Value;

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
    use crate::tree::remove;

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
}
