//! The packs: minified, named by their content, and listed for the loader.
//!
//! It must not know what a pack means; a file that is no JSON is the only fault it sees.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::files;

/// From a pack's name (`readiness.ja`) to its file in the site (`readiness.ja-1a2b3c4d.json`).
pub type PackFiles = BTreeMap<String, String>;

/// Copies each `*.json` of `packs`, except JSON Schemas (`*.schema.json`).
///
/// # Errors
/// Names the file that is no JSON.
pub fn copy(packs: &Path, staging: &Path) -> Result<PackFiles> {
    let mut copied = PackFiles::new();
    for path in files::walk(packs)? {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or("");
        let Some(id) = name
            .strip_suffix(".json")
            .filter(|id| !id.ends_with(".schema"))
        else {
            continue;
        };
        let minified = minify(&files::read_text(&path)?)
            .with_context(|| format!("{} is no JSON", path.display()))?;
        let file = format!("{id}-{}.json", files::short_hash(minified.as_bytes(), 8));
        files::write(&staging.join(&file), minified)?;
        copied.insert(id.to_owned(), file);
    }
    Ok(copied)
}

/// The same JSON without the space between tokens. Everything else stays as its author wrote it: the order of keys, and
/// numbers and strings to the letter.
fn minify(json: &str) -> Result<String> {
    serde_json::from_str::<Value>(json)?;
    let mut minified = String::with_capacity(json.len());
    let mut in_string = false;
    let mut escaped = false;
    for letter in json.chars() {
        if in_string || !letter.is_ascii_whitespace() {
            minified.push(letter);
        }
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = in_string,
            '"' => in_string = !in_string,
            _ => {}
        }
    }
    Ok(minified)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn only_the_space_between_tokens_goes() {
        let json = "{ \"b\" : [ 1.50,\n 2 ],\t\"a\": \"x  \\\" y \\\\\" , \"c\" : null }";
        let expect = "{\"b\":[1.50,2],\"a\":\"x  \\\" y \\\\\",\"c\":null}";
        assert_eq!(minify(json).unwrap(), expect);
    }

    #[test]
    fn packs_are_named_by_content_and_schemas_stay() {
        let from = Scratch::new()
            .with("p.ja.json", "{ }")
            .with("pack.schema.json", "{}");
        let to = Scratch::new();
        let packs = copy(from.path(), to.path()).unwrap();
        assert_eq!(
            packs,
            PackFiles::from([("p.ja".into(), "p.ja-44136fa3.json".into())])
        );
        assert_eq!(
            files::read_text(&to.path().join("p.ja-44136fa3.json")).unwrap(),
            "{}"
        );
    }

    #[test]
    fn a_broken_pack_is_named() {
        let from = Scratch::new().with("p.json", "{");
        let error = copy(from.path(), from.path()).unwrap_err();
        assert!(format!("{error:#}").contains("p.json is no JSON"));
    }
}
