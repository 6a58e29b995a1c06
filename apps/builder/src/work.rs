//! The work in progress: what is embedded, its look, and the pack if it is the author's own. Pure data.

use std::rc::Rc;

use diagnosis::Value;
use pack_editor::{Base, Draft, Path, get, list, remove, set};
use serde::{Deserialize, Serialize};

/// The embedded diagnosis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Diagnosis {
    /// The id of the built-in pack that it is, or was made from.
    pub(crate) id: String,
    /// The language that respondents read.
    pub(crate) lang: String,
    /// The address of the author's own file; empty for the folder of the page.
    pub(crate) address: String,
    /// The author's own pack; `None` for an unchanged built-in one.
    pub(crate) own: Option<Rc<Draft>>,
    /// The baseline that the own pack is compared with.
    pub(crate) base: Option<Rc<Base>>,
}

/// All decisions of the author.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Work {
    /// The folder of the widget's files; empty for that of the builder.
    pub(crate) site: String,
    /// The embedded diagnosis.
    pub(crate) pack: Diagnosis,
    /// The page of the widget, for the link to its draft.
    #[serde(default)]
    pub(crate) page: String,
    /// The attribute `mode`.
    pub(crate) mode: String,
    /// Whether events go to the tag manager.
    pub(crate) data_layer: bool,
    /// Whether that applies only while the visitor has agreed to measuring.
    #[serde(default)]
    pub(crate) data_layer_consent: bool,
    /// Whether the first question is to be in the page's own HTML.
    #[serde(default)]
    pub(crate) is_instant: bool,
    /// The nested configuration, including entries that the form does not know.
    pub(crate) config: Value,
    /// Attributes of an imported element that the form does not know.
    pub(crate) attributes: Vec<(String, String)>,
    /// The content of an imported element besides its configuration.
    pub(crate) inside: String,
}

/// The default pack.
pub(crate) const DEFAULT_PACK: &str = "readiness";

impl Default for Work {
    fn default() -> Self {
        let pack = Diagnosis {
            id: DEFAULT_PACK.to_owned(),
            lang: "ja".to_owned(),
            address: String::new(),
            own: None,
            base: None,
        };
        Self {
            site: String::new(),
            pack,
            page: String::new(),
            mode: "inline".to_owned(),
            data_layer: false,
            data_layer_consent: false,
            is_instant: false,
            config: Value::Map(Vec::new()),
            attributes: Vec::new(),
            inside: String::new(),
        }
    }
}

impl Work {
    /// The text at a place of the configuration; numbers and flags as written.
    pub(crate) fn setting(&self, path: &str) -> String {
        match get(&self.config, &Path::parse(path)) {
            None | Some(Value::Null) => String::new(),
            Some(Value::Text(text)) => text.clone(),
            Some(other) => serde_json::to_string(other).unwrap_or_default(),
        }
    }

    /// Whether the diagnosis is an unchanged built-in one.
    pub(crate) fn is_built_in(&self) -> bool {
        self.pack.own.is_none() && self.pack.address.is_empty()
    }

    /// Whether the first question is to be in the page's own HTML and can be: only an inline, built-in diagnosis has
    /// one.
    pub(crate) fn has_first_question(&self) -> bool {
        self.is_instant && self.is_built_in() && self.mode == "inline"
    }

    /// Sets a value in the configuration. An empty text removes its key, and objects that become empty.
    pub(crate) fn configure(&mut self, path: &Path, value: Option<Value>) {
        match value {
            Some(value) if value != Value::Text(String::new()) => set(&mut self.config, path, value),
            _ => {
                remove(&mut self.config, path);
                let mut around = path.parent();
                while let Some(place) = around.filter(|place| !place.0.is_empty()) {
                    let is_empty = match get(&self.config, &place) {
                        Some(Value::Map(entries)) => entries.is_empty() && place.split_index().is_none(),
                        Some(Value::List(items)) => items.is_empty(),
                        _ => false,
                    };
                    if !is_empty {
                        break;
                    }
                    remove(&mut self.config, &place);
                    around = place.parent();
                }
            }
        }
    }

    /// The texts of a list in the configuration.
    pub(crate) fn texts(&self, path: &str) -> Vec<String> {
        let text = |value: &Value| if let Value::Text(text) = value { Some(text.clone()) } else { None };
        list(&self.config, &Path::parse(path)).iter().filter_map(text).collect()
    }

    /// The draft that is edited: the author's own, else the built-in pack in its language.
    pub(crate) fn draft(&self, built_in: Option<&Value>) -> Option<Rc<Draft>> {
        self.pack.own.clone().or_else(|| built_in.map(|pack| Rc::new(Draft::of(pack.clone()))))
    }

    /// Changes the pack. The first change of a built-in one makes it the author's own, with another version; a pack
    /// that equals the built-in one again is no longer the author's own.
    pub(crate) fn edit_pack(&mut self, built_in: Option<&Value>, change: impl FnOnce(&mut Draft)) {
        let Some(mut draft) = self.draft(built_in).map(Rc::unwrap_or_clone) else { return };
        if self.pack.own.is_none() {
            self.pack.base = Some(Rc::new(Base { packs: draft.packs().to_vec(), is_built_in: true }));
        }
        change(&mut draft);
        let base = self.pack.base.clone();
        if let Some(base) = &base {
            base.mark(&mut draft);
        }
        let is_back = base
            .is_some_and(|base| base.is_built_in && base.is_same(&draft) && draft.text("version") == base.version());
        self.pack.own = (!is_back).then(|| Rc::new(draft));
        if is_back {
            self.pack.base = None;
        }
    }

    /// Imports a pack that was written elsewhere, unchanged.
    pub(crate) fn take_pack(&mut self, draft: Draft) {
        let lang = if draft.text("lang") == "en" { "en" } else { "ja" };
        if !draft.languages().any(|known| known == self.pack.lang) {
            self.pack.lang = lang.to_owned();
        }
        self.pack.base = Some(Rc::new(Base { packs: draft.packs().to_vec(), is_built_in: false }));
        self.pack.own = Some(Rc::new(draft));
        if self.pack.address == self.default_address() {
            self.pack.address = String::new();
        }
    }

    /// The own pack was saved as a file: from now on links may refer to this version.
    pub(crate) fn exported(&mut self) {
        if let Some(own) = &self.pack.own {
            self.pack.base = Some(Rc::new(Base { packs: own.packs().to_vec(), is_built_in: false }));
        }
    }

    /// The name of the own pack's file in a language.
    pub(crate) fn file(&self, lang: &str) -> String {
        let id = self.pack.own.as_ref().map_or(self.pack.id.clone(), |own| own.text("id").to_owned());
        format!("{id}.{lang}.json")
    }

    /// The default place of the own pack.
    pub(crate) fn default_address(&self) -> String {
        format!("./{}", self.file(&self.pack.lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pack_editor::{next_version, text};

    fn built_in() -> Value {
        serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap_or(Value::Null)
    }

    fn title(text: &str) -> impl FnOnce(&mut Draft) {
        move |draft: &mut Draft| draft.set("ja", &Path::parse("title"), Some(Value::Text(text.to_owned())))
    }

    #[test]
    fn a_changed_pack_is_ones_own_until_it_is_as_before() {
        let (mut work, pack) = (Work::default(), built_in());
        work.edit_pack(Some(&pack), title("別の診断"));
        let own_version = next_version(text(&pack, &Path::parse("version")), true);
        assert_eq!(work.pack.own.as_ref().map(|own| own.text("version")), Some(own_version.as_str()));
        assert_eq!(work.file("ja"), "readiness.ja.json");
        work.edit_pack(Some(&pack), title("AI導入の準備度診断"));
        assert_eq!(work, Work::default());
    }

    #[test]
    fn what_changes_after_an_export_bears_the_next_version() {
        let (mut work, pack) = (Work::default(), built_in());
        work.edit_pack(Some(&pack), title("別の診断"));
        work.exported();
        let exported = work.clone();
        let next = work.pack.own.as_ref().map(|own| next_version(own.text("version"), false));
        work.edit_pack(Some(&pack), title("また別の診断"));
        assert_eq!(work.pack.own.as_ref().map(|own| own.text("version").to_owned()), next);
        work.edit_pack(Some(&pack), title("別の診断"));
        assert_eq!(work, exported);
    }

    #[test]
    fn settings_that_are_emptied_leave_nothing() {
        let mut work = Work::default();
        work.configure(&Path::parse("cta.label.ready"), Some(Value::Text("相談".to_owned())));
        assert_eq!(work.setting("cta.label.ready"), "相談");
        work.configure(&Path::parse("cta.label.ready"), Some(Value::Text(String::new())));
        assert_eq!(work, Work::default());
    }
}
