//! A pack as it is edited: pure data and its operations.
//!
//! A [`Draft`] contains the JSON of one pack in each of its languages, so that a pack is read and written unchanged,
//! and one that no reader accepts can be fixed. A change of its structure applies to all languages at once, a change of
//! a text to one. The crate knows no browser and no widget.
//!
//! ```
//! use diagnosis::Value;
//! use pack_editor::{Draft, Item, Path};
//! let json = include_str!("../../../packs/readiness.ja.json");
//! let mut draft = Draft::of(serde_json::from_str(json).unwrap());
//! let added = draft.add(&Item::Question { section: 0 }).unwrap();
//! assert_eq!(added.to_string(), "sections[0].questions[5]");
//! draft.set("ja", &added.key("text"), Some(Value::Text("予算はありますか。".to_owned())));
//! draft.remove(&added);
//! assert_eq!(draft.pack("ja"), &serde_json::from_str::<Value>(json).unwrap());
//! ```

mod carry;
mod changes;
mod draft;
mod fixes;
mod history;
mod ids;
mod items;
mod languages;
mod path;
mod references;
mod rules;
#[cfg(test)]
mod shipped;
mod templates;
mod tree;
mod version;

pub use changes::{Change, Changes, changes};
pub use draft::Draft;
pub use fixes::{fixed_configuration, fixed_pack};
pub use history::History;
pub use ids::{RenameError, free_id, id_of_text};
pub use items::Item;
pub use languages::NotTranslation;
pub use path::{Key, Path};
pub use rules::{RuleKind, has_met};
pub use templates::{Template, template};
pub use tree::{flag, get, list, number, remove, set, text};
pub use version::{Base, next_version};
