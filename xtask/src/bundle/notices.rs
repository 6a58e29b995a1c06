//! `THIRD-PARTY.txt`: the third-party code in the wasm, with the licences that must be passed on.
//!
//! It names every crate that may be in the wasm; the linker leaves some of them out. It must not judge licences: that
//! is the task of `tests/dependencies.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::{apps, wasm_module};
use crate::project::Project;
use crate::tools::rust_target;
use crate::{files, process};

/// The file's name in the site.
pub const NAME: &str = "THIRD-PARTY.txt";

const HEAD: &str = "What of others is inside the WebAssembly files and scripts of this site.

The Rust standard library (https://github.com/rust-lang/rust), MIT OR Apache-2.0:
Copyright (c) The Rust Project Contributors; the text of the MIT licence is below.
";

/// Description of a crate by `cargo metadata`.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// Writes the file to `staging`.
///
/// # Errors
/// Fails when cargo gives no metadata, or a crate's files cannot be read.
pub fn write(project: &Project, staging: &Path) -> Result<()> {
    let inside = inside(project)?;
    let words = ["metadata", "--locked", "--format-version", "1"];
    let metadata: Metadata = serde_json::from_str(&ask(project, &words)?).context("cargo metadata is no JSON")?;
    let shipped = |package: &&Package| {
        package.source.is_some() && inside.contains(&format!("{} v{}", package.name, package.version))
    };
    let packages: Vec<&Package> = metadata.packages.iter().filter(shipped).collect();
    files::write(&staging.join(NAME), text(&packages)?)
}

/// The crates of every wasm, as `NAME vVERSION`.
fn inside(project: &Project) -> Result<BTreeSet<String>> {
    let apps = apps::names(project)?;
    let mut words = vec!["tree", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "none"];
    words.extend(["--target", rust_target::WASM, "--format", "{p}"]);
    words.extend(["--package", "shindan", "--package", wasm_module::READER]);
    words.extend(wasm_module::MODULES.iter().flat_map(|module| ["--package", *module]));
    words.extend(apps.iter().flat_map(|app| ["--package", app]));
    let name = |line: &str| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    Ok(ask(project, &words)?.lines().map(name).collect())
}

fn ask(project: &Project, words: &[&str]) -> Result<String> {
    let mut cargo = process::cargo();
    cargo.args(words).current_dir(project.root());
    process::output(&mut cargo).with_context(|| format!("`cargo {}` fails; run it to see why", words.join(" ")))
}

/// A list of the crates, then each text once with the crates that it applies to.
fn text(packages: &[&Package]) -> Result<String> {
    let mut text = HEAD.to_owned();
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        let Package { name, version, license, repository, .. } = package;
        let (license, from) = (license.as_deref().unwrap_or("see below"), repository.as_deref().unwrap_or_default());
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name} {version}: {license} {from}");
        let folder = package.manifest_path.parent().context("a crate lies in a folder")?;
        for licence in licences(folder)? {
            texts.entry(licence).or_default().push(name.clone());
        }
    }
    for (licence, names) in texts {
        let _ = write!(text, "\n\n──────── {} ────────\n\n{}\n", names.join(", "), licence);
    }
    Ok(text)
}

/// The texts to pass on: notices, and of alternative licences the shorter one.
fn licences(folder: &Path) -> Result<BTreeSet<String>> {
    let begins = |name: &str| ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|start| name.starts_with(start));
    let upper = |path: &Path| path.file_name().map(|name| name.to_string_lossy().to_uppercase()).unwrap_or_default();
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && begins(&upper(path)))
        .collect();
    let is_mit = |path: &PathBuf| upper(path).contains("MIT");
    if found.iter().any(is_mit) {
        found.retain(|path| is_mit(path) || upper(path).starts_with("NOTICE"));
    }
    let read = |path: &PathBuf| Ok(files::read_text(path)?.replace("\r\n", "\n").trim().to_owned());
    found.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    fn package(name: &str, folder: &Scratch) -> Package {
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: Some("MIT".to_owned()),
            repository: Some(format!("https://example.com/{name}")),
            manifest_path: folder.path().join("Cargo.toml"),
            source: Some("registry".to_owned()),
        }
    }

    #[test]
    fn each_text_stands_once_with_the_crates_that_it_is_for() {
        let both = || Scratch::new().with("LICENSE-MIT", "Permission\r\n").with("LICENSE-APACHE", "Apache");
        let (a, b) = (both(), both().with("NOTICE.md", "By B"));
        let text = text(&[&package("a", &a), &package("b", &b)]).unwrap();
        assert!(text.contains("a 1.0.0: MIT https://example.com/a\nb 1.0.0"), "{text}");
        assert!(
            text.contains("── a, b ────────\n\nPermission\n") && text.contains("── b ────────\n\nBy B\n"),
            "{text}"
        );
        assert!(!text.contains("Apache\n"), "{text}");
    }

    #[test]
    fn what_is_inside_is_known_and_nothing_that_only_builds() {
        let inside = inside(&Project::find().unwrap()).unwrap();
        let has = |name: &str| inside.iter().any(|package| package.starts_with(&format!("{name} v")));
        assert!(has("yew") && has("serde_json") && has("talc") && has("qrcodegen"), "{inside:?}");
        assert!(!has("walrus") && !has("proc-macro2"), "{inside:?}");
    }
}
