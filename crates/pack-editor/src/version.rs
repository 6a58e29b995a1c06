//! Versions: a pack whose content has changed since it was last used gets another version.

use diagnosis::Value;
use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::path::Path;
use super::tree::{set, text};

/// The baseline of a draft, from which it started or which was last exported: links and receipts are of that version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// The packs of the baseline, one per language.
    pub packs: Vec<Value>,
    /// Whether they are built in, with versions that are not the author's to assign.
    pub is_built_in: bool,
}

impl Base {
    /// The version of the baseline.
    pub fn version(&self) -> &str {
        self.packs.first().map(|pack| text(pack, &Path::parse("version"))).unwrap_or_default()
    }

    /// Whether the content of the draft equals the baseline, whatever its version.
    pub fn is_same(&self, draft: &Draft) -> bool {
        let content = |pack: &Value| {
            let mut pack = pack.clone();
            set(&mut pack, &Path::parse("version"), Value::Null);
            pack
        };
        self.packs.iter().map(content).eq(draft.packs().iter().map(content))
    }

    /// Sets the version that the content of the draft requires: that of the baseline if nothing has changed, else
    /// another.
    pub fn mark(&self, draft: &mut Draft) {
        let now = draft.text("version").to_owned();
        if self.is_same(draft) && now == next_version(self.version(), self.is_built_in) {
            draft.set_version(self.version());
        } else if !self.is_same(draft) && now == self.version() {
            draft.set_version(&next_version(self.version(), self.is_built_in));
        }
    }
}

/// The version after this one: its last number is one higher. A built-in pack gets an additional number, so that no
/// later built-in version equals it.
///
/// ```
/// use pack_editor::next_version;
/// assert_eq!(next_version("1.2.0", true), "1.2.0.1");
/// assert_eq!(next_version("1.2.9", false), "1.2.10");
/// assert_eq!(next_version("spring", false), "spring.1");
/// ```
pub fn next_version(version: &str, is_built_in: bool) -> String {
    let stem = version.trim_end_matches(|c: char| c.is_ascii_digit());
    match version.strip_prefix(stem).and_then(|digits| digits.parse::<u64>().ok()) {
        Some(number) if !is_built_in => format!("{stem}{}", number.saturating_add(1)),
        _ => format!("{version}.1"),
    }
}
