//! The packs: validated, encoded, named by their content, and listed for the loader.
//!
//! A fault of a pack fails the build, with its place and fix. This module must not know what a pack means.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, ensure};
use diagnosis::{Pack, Value};

use crate::files;

/// Maps a pack's name (`readiness.ja`) to its file in the site (`readiness.ja-1a2b3c4d.txt`).
pub type PackFiles = BTreeMap<String, String>;

/// Reads and validates the pack in the file `path`.
///
/// # Errors
/// Names the file, and every fault of it with its fix.
pub fn read(path: &Path) -> Result<Pack> {
    let value: Value =
        serde_json::from_str(&files::read_text(path)?).with_context(|| format!("{} is no JSON", path.display()))?;
    Pack::read(&value).map_err(|faults| anyhow!("{} is refused:\n{faults}", path.display()))
}

/// Maps a pack's name (`readiness.ja`) to its source file.
pub type PackSources = BTreeMap<String, PathBuf>;

/// The packs of the site: each `*.json` of the folder `packs`, except JSON Schemas (`*.schema.json`), and the files
/// `own`. An own pack replaces one of the same name.
///
/// # Errors
/// Names a file whose name differs from the id and language of its pack.
pub fn sources(packs: &Path, own: &[PathBuf]) -> Result<PackSources> {
    let mut sources = PackSources::new();
    for path in files::walk(packs)?.into_iter().chain(own.iter().cloned()) {
        let file = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        let Some(name) = file.strip_suffix(".json").filter(|name| !name.ends_with(".schema")) else {
            ensure!(!own.contains(&path), "{}: a pack is a file that ends in .json", path.display());
            continue;
        };
        sources.insert(name.to_owned(), path.clone());
    }
    Ok(sources)
}

/// Writes the encoded form of each pack, and a copy of its source file in the folder `packs`.
///
/// # Errors
/// The errors of [`read`].
pub fn write(sources: &PackSources, staging: &Path) -> Result<PackFiles> {
    let mut written = PackFiles::new();
    for (name, path) in sources {
        let pack = read(path)?;
        let expected = format!("{}.{}", pack.id(), pack.lang());
        ensure!(*name == expected, "{}: call it {expected}.json, after its id and lang", path.display());
        let packed = pack.encode();
        let file = format!("{name}-{}.txt", files::short_hash(packed.as_bytes(), 8));
        files::write(&staging.join(&file), packed)?;
        // The builder page edits these copies; no respondent downloads them.
        files::write(&staging.join("packs").join(format!("{name}.json")), files::read(path)?)?;
        written.insert(name.clone(), file);
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
        let packs = write(&sources(from.path(), &[]).unwrap(), to.path()).unwrap();
        let names: Vec<&String> = packs.keys().collect();
        assert_eq!(names, ["readiness.ja"]);
        let packed = files::read_text(&to.path().join(&packs["readiness.ja"])).unwrap();
        assert!(packs["readiness.ja"].contains(&files::short_hash(packed.as_bytes(), 8)));
        assert_eq!(files::read_text(&to.path().join("packs/readiness.ja.json")).unwrap(), READINESS);
        assert!(!to.path().join("packs/pack.schema.json").exists());
        assert_eq!(Pack::decode(&packed), Some(read(&from.path().join("readiness.ja.json")).unwrap()));
    }

    #[test]
    fn own_packs_join_the_others_and_take_the_place_of_their_namesakes() {
        let from = Scratch::new().with("readiness.ja.json", READINESS);
        let own = Scratch::new().with("readiness.ja.json", "{}").with("sales.en.json", "{}").with("notes.txt", "");
        let own = |name: &str| own.path().join(name);
        let both = sources(from.path(), &[own("readiness.ja.json"), own("sales.en.json")]).unwrap();
        assert_eq!(both["readiness.ja"], own("readiness.ja.json"));
        assert_eq!(both["sales.en"], own("sales.en.json"));
        let error = sources(from.path(), &[own("notes.txt")]).unwrap_err().to_string();
        assert!(error.contains("notes.txt: a pack is a file"), "{error}");
    }

    #[test]
    fn a_broken_pack_is_named_with_its_fault() {
        let broken = READINESS.replacen("\"sum\"", "\"some\"", 1);
        let from = Scratch::new().with("p.json", &broken);
        let error = format!("{:#}", write(&sources(from.path(), &[]).unwrap(), from.path()).unwrap_err());
        assert!(error.contains("p.json is refused:\nsections[0].rule: is no rule; one of: sum"), "{error}");
    }

    #[test]
    fn a_pack_under_another_name_is_turned_down() {
        let from = Scratch::new().with("other.ja.json", READINESS);
        let error = format!("{:#}", write(&sources(from.path(), &[]).unwrap(), from.path()).unwrap_err());
        assert!(error.ends_with("call it readiness.ja.json, after its id and lang"), "{error}");
    }
}
