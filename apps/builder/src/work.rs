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

    #[test]
    fn settings_that_are_emptied_leave_nothing() {
        let mut work = Work::default();
        work.configure(&Path::parse("cta.label.ready"), Some(Value::Text("相談".to_owned())));
        assert_eq!(work.setting("cta.label.ready"), "相談");
        work.configure(&Path::parse("cta.label.ready"), Some(Value::Text(String::new())));
        assert_eq!(work, Work::default());
    }
}
