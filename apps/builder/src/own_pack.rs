//! The author's own pack in the work: how it begins, changes and is given up. Pure data.

use std::rc::Rc;

use diagnosis::Value;
use pack_editor::{Base, Draft, Path};

use crate::work::Work;

impl Work {
    /// The draft that is edited: the author's own, else the built-in pack in its language.
    pub(crate) fn draft(&self, built_in: Option<&Value>) -> Option<Rc<Draft>> {
        self.pack.own.clone().or_else(|| built_in.map(|pack| Rc::new(Draft::of(pack.clone()))))
    }

    /// Changes the pack. The first change of a built-in one makes it the author's own, with another version; a pack
    /// that equals the built-in one again is no longer the author's own.
    pub(crate) fn edit_pack(&mut self, built_in: Option<&Value>, change: impl FnOnce(&mut Draft)) {
        let Some(mut draft) = self.draft(built_in).map(Rc::unwrap_or_clone) else { return };
        if self.pack.own.is_none() {
            match &self.pack.base {
                // The pack was exported, and then undone to the built-in one: the exported version is taken.
                Some(base) => set_version(&mut draft, base.version()),
                None => self.pack.base = Some(Rc::new(Base { packs: draft.packs().to_vec(), is_built_in: true })),
            }
        }
        change(&mut draft);
        let base = self.pack.base.clone();
        if let Some(base) = &base {
            base.mark(&mut draft);
        }
        let is_back = base
            .is_some_and(|base| base.is_built_in && base.is_same(&draft) && draft.text("version") == base.version());
        self.follow_language(&draft);
        self.pack.own = (!is_back).then(|| Rc::new(draft));
        if is_back {
            self.pack.base = None;
        }
    }

    /// Imports a pack that was written elsewhere, unchanged.
    pub(crate) fn take_pack(&mut self, draft: Draft) {
        self.follow_language(&draft);
        self.pack.base = Some(Rc::new(Base { packs: draft.packs().to_vec(), is_built_in: false }));
        self.pack.own = Some(Rc::new(draft));
        if self.pack.address == self.default_address() {
            self.pack.address = String::new();
        }
    }

    /// Respondents read a language that the pack has.
    fn follow_language(&mut self, draft: &Draft) {
        if !draft.languages().any(|known| known == self.pack.lang) {
            self.pack.lang = if draft.text("lang") == "en" { "en" } else { "ja" }.to_owned();
        }
    }

    /// Embeds an unchanged built-in pack in place of what was there. An address would be that of another pack.
    pub(crate) fn choose_built_in(&mut self, id: String) {
        self.pack.id = id;
        self.restore_built_in();
    }

    /// Gives up the own pack for the built-in one that it was made from, and the address of the own pack's file.
    pub(crate) fn restore_built_in(&mut self) {
        (self.pack.own, self.pack.base) = (None, None);
        self.pack.address = String::new();
    }

    /// Embeds another language. An own pack stays if it has both.
    pub(crate) fn choose_language(&mut self, lang: String) {
        if self.pack.own.as_ref().is_some_and(|own| own.packs().len() < 2) {
            self.restore_built_in();
        }
        self.pack.lang = lang;
    }
}

/// Sets the version in all languages.
pub(crate) fn set_version(draft: &mut Draft, version: &str) {
    draft.set("", &Path::parse("version"), Some(Value::Text(version.to_owned())));
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use pack_editor::{Change, changes, get, next_version, set, text};

    fn built_in() -> Value {
        serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap()
    }

    fn title(text: &str) -> impl FnOnce(&mut Draft) {
        move |draft: &mut Draft| draft.set("ja", &Path::parse("title"), Some(Value::Text(text.to_owned())))
    }

    fn version(work: &Work) -> String {
        work.pack.own.as_ref().map(|own| own.text("version").to_owned()).unwrap_or_default()
    }

    #[test]
    fn a_changed_pack_is_ones_own_until_it_is_as_before() {
        let (mut work, pack) = (Work::default(), built_in());
        work.edit_pack(Some(&pack), title("別の診断"));
        let own_version = next_version(text(&pack, &Path::parse("version")), true);
        assert_eq!(version(&work), own_version);
        assert_eq!(work.file("ja"), "readiness.ja.json");
        work.edit_pack(Some(&pack), title("AI導入の準備度診断"));
        assert_eq!(work, Work::default());
    }

    #[test]
    fn json_that_is_applied_is_an_edit_of_all_languages() {
        let english: Value = serde_json::from_str(include_str!("../../../packs/readiness.en.json")).unwrap();
        let mut draft = Draft::of(built_in());
        draft.add_translation(english).unwrap();
        let mut work = Work::default();
        work.take_pack(draft);
        let before = version(&work);
        let points = Path::parse("sections[0].questions[0].choices[0].points");
        let mut json = built_in();
        set(&mut json, &points, Value::Number(9.0));
        work.edit_pack(None, |draft| draft.replace(json));
        let own = work.pack.own.clone().unwrap();
        assert_eq!(own.languages().collect::<Vec<_>>(), ["ja", "en"]);
        assert_eq!(get(own.pack("en"), &points), Some(&Value::Number(9.0)));
        assert_eq!(version(&work), next_version(&before, false));
        let found = changes(work.pack.base.as_deref().unwrap(), &own).list;
        assert_eq!(found, [Change::Points("purpose".to_owned())]);
    }

    #[test]
    fn json_in_another_language_is_read_in_that_language() {
        let json: Value = serde_json::from_str(include_str!("../../../packs/adoption.en.json")).unwrap();
        let mut work = Work::default();
        work.edit_pack(Some(&built_in()), |draft| draft.replace(json));
        assert_eq!(work.default_address(), "./adoption.en.json");
    }

    #[test]
    fn the_address_of_another_pack_goes_with_it() {
        let mut own = Work::default();
        own.edit_pack(Some(&built_in()), title("別の診断"));
        own.pack.address = "/packs/mine.json".to_owned();
        let after = |change: fn(&mut Work)| {
            let mut work = own.clone();
            change(&mut work);
            assert!(work.is_built_in(), "{:?}", work.pack.address);
            let code = crate::snippet::snippet(&work, &Vec::new(), "/s/", None);
            assert!(!code.contains("mine.json"), "{code}");
        };
        after(Work::restore_built_in);
        after(|work| work.choose_built_in("adoption".to_owned()));
        after(|work| work.choose_language("en".to_owned()));

        let mut at_address = Work::default();
        at_address.pack.address = "/packs/mine.json".to_owned();
        at_address.choose_language("en".to_owned());
        assert_eq!(at_address.pack.address, "/packs/mine.json", "the file at an address may have both languages");
    }
}
