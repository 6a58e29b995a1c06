//! The packs: checked, put into packed form, named by their content, and listed for the loader.
//!
//! A fault of a pack fails the build, with its place and fix. It must not know what a pack means.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, ensure};
use diagnosis::{Pack, Value};

use crate::files;

/// From a pack's name (`readiness.ja`) to its file in the site (`readiness.ja-1a2b3c4d.txt`).
pub type PackFiles = BTreeMap<String, String>;

/// Reads and checks the pack in the file `path`.
///
/// # Errors
/// Names the file, and every fault of it with its mend.
pub fn read(path: &Path) -> Result<Pack> {
    let value: Value =
        serde_json::from_str(&files::read_text(path)?).with_context(|| format!("{} is no JSON", path.display()))?;
    Pack::read(&value).map_err(|faults| anyhow!("{} is refused:\n{faults}", path.display()))
}

/// Writes the packed form of each `*.json` of `packs`, except JSON Schemas (`*.schema.json`), and beside it the file as it
/// is into the folder `packs`.
///
/// # Errors
/// Those of [`read`].
pub fn write(packs: &Path, staging: &Path) -> Result<PackFiles> {
    let mut written = PackFiles::new();
    for path in files::walk(packs)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        let Some(id) = name.strip_suffix(".json").filter(|id| !id.ends_with(".schema")) else {
            continue;
        };
        let pack = read(&path)?;
        let expected = format!("{}.{}", pack.id(), pack.lang());
        ensure!(id == expected, "{}: call it {expected}.json, after its id and lang", path.display());
        let packed = pack.pack();
        let file = format!("{id}-{}.txt", files::short_hash(packed.as_bytes(), 8));
        files::write(&staging.join(&file), packed)?;
        // For the builder page, where people change its wording; no respondent downloads it.
        files::write(&staging.join("packs").join(name), files::read(&path)?)?;
        written.insert(id.to_owned(), file);
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    const READINESS: &str = include_str!("../../../packs/readiness.ja.json");

    #[test]
    fn packs_are_packed_and_named_by_content_and_schemas_stay() {
        let from = Scratch::new().with("readiness.ja.json", READINESS).with("pack.schema.json", "{}");
        let to = Scratch::new();
        let packs = write(from.path(), to.path()).unwrap();
        let names: Vec<&String> = packs.keys().collect();
        assert_eq!(names, ["readiness.ja"]);
        let packed = files::read_text(&to.path().join(&packs["readiness.ja"])).unwrap();
        assert!(packs["readiness.ja"].contains(&files::short_hash(packed.as_bytes(), 8)));
        assert_eq!(files::read_text(&to.path().join("packs/readiness.ja.json")).unwrap(), READINESS);
        assert!(!to.path().join("packs/pack.schema.json").exists());
        assert_eq!(Pack::unpack(&packed), Some(read(&from.path().join("readiness.ja.json")).unwrap()));
    }

    #[test]
    fn a_broken_pack_is_named_with_its_fault() {
        let broken = READINESS.replacen("\"sum\"", "\"some\"", 1);
        let from = Scratch::new().with("p.json", &broken);
        let error = format!("{:#}", write(from.path(), from.path()).unwrap_err());
        assert!(error.contains("p.json is refused:\nsections[0].rule: is no rule; one of: sum"), "{error}");
    }

    #[test]
    fn a_pack_under_another_name_is_turned_down() {
        let from = Scratch::new().with("other.ja.json", READINESS);
        let error = format!("{:#}", write(from.path(), from.path()).unwrap_err());
        assert!(error.ends_with("call it readiness.ja.json, after its id and lang"), "{error}");
    }
}
