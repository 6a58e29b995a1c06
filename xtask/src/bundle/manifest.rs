//! `manifest.json`: every file of the site with its sizes and its hash for `integrity="…"`.
//!
//! It must not list itself or the compressed twins, which are the same files in another encoding.

use std::path::Path;

use anyhow::{Context as _, Result};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha384};

use super::compress;
use crate::files;

/// The manifest's name in the site.
pub const NAME: &str = "manifest.json";

/// The whole manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the widget.
    pub version: String,
    /// The files, sorted by path.
    pub files: Vec<Entry>,
}

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Path relative to the site's folder, with `/`.
    pub path: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Size of its brotli twin in bytes, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub br_bytes: Option<u64>,
    /// Subresource integrity: `sha384-…`.
    pub sri: String,
}

impl Manifest {
    /// Reads the manifest of a built site.
    ///
    /// # Errors
    /// Fails when there is no manifest or it has another form; building again fixes both.
    pub fn read(site: &Path) -> Result<Self> {
        let text = files::read(&site.join(NAME)).context("build the site by `cargo xtask build`")?;
        serde_json::from_slice(&text)
            .with_context(|| format!("{NAME} is of another version; build again by `cargo xtask build`"))
    }
}

/// Lists the files of `site` in its manifest, and compresses that too.
///
/// # Errors
/// Names the file that cannot be read or written.
pub fn write(site: &Path, version: &str) -> Result<()> {
    let mut entries = Vec::new();
    for path in files::walk(site)? {
        if files::extension(&path) != "br" {
            entries.push(entry(site, &path)?);
        }
    }
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    let manifest = Manifest { version: version.to_owned(), files: entries };
    let path = site.join(NAME);
    files::write(&path, serde_json::to_string_pretty(&manifest)? + "\n")?;
    compress::file(&path)
}

fn entry(site: &Path, path: &Path) -> Result<Entry> {
    let bytes = files::read(path)?;
    let relative: Vec<_> =
        path.strip_prefix(site)?.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let twin = std::fs::metadata(compress::twin(path));
    Ok(Entry {
        path: relative.join("/"),
        bytes: bytes.len() as u64,
        br_bytes: twin.ok().map(|twin| twin.len()),
        sri: format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&bytes))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn lists_each_file_once_and_reads_back() {
        let site = Scratch::new().with("b.js", "").with("a/x.png", "x").with("b.js.br", "12");
        write(site.path(), "1.2.3").unwrap();
        let manifest = Manifest::read(site.path()).unwrap();
        assert_eq!(manifest.version, "1.2.3");
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        let found: Vec<_> =
            manifest.files.iter().map(|entry| (entry.path.as_str(), entry.bytes, entry.br_bytes)).collect();
        assert_eq!(found, [("a/x.png", 1, None), ("b.js", 0, Some(2))]);
        assert_eq!(manifest.files[1].sri, empty);
    }

    #[test]
    fn a_missing_site_says_what_to_do() {
        let error = Manifest::read(Scratch::new().path()).unwrap_err();
        assert!(format!("{error:#}").contains("cargo xtask build"));
    }
}
