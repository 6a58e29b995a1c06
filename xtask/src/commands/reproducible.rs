//! The reproducible build: a second build, from a copy of the sources in another folder, must give the same bytes.
//!
//! The project's own crates are compiled and optimized again, as the files of the copy are newer than what was made of
//! those of an earlier one. Crates of others and build programs are kept between runs, so a fresh checkout compiles them
//! too. This module must not know what a build does.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::bundle::manifest::Manifest;
use crate::bundle::wasm;
use crate::commands::build;
use crate::files;
use crate::project::Project;

/// Entries at the root of the checkout that are not sources.
const NOT_SOURCES: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// Runs this program again with the command `reproduce`, as a separate process that can run in parallel.
///
/// # Errors
/// Fails when this program cannot be found.
pub fn command() -> Result<Command> {
    let mut command = Command::new(std::env::current_exe().context("this program's own file cannot be found")?);
    command.arg("reproduce");
    Ok(command)
}

/// Builds again, and compares the output with `dist/`.
///
/// # Errors
/// Names the files that differ.
pub fn run(project: &Project) -> Result<()> {
    // The copy is outside the checkout, because cargo would otherwise add the checkout's configuration to the copy's.
    let folder = std::env::temp_dir().join(format!("shindan-reproduced-{}", std::process::id()));
    let copy = Project::at(&folder);
    let compared =
        copy_sources(project.root(), copy.root()).and_then(|()| build_afresh(project, &copy)).and_then(|()| {
            let (first, second) = (Manifest::read(&project.dist())?, Manifest::read(&copy.dist())?);
            let different = differing(&first, &second);
            ensure!(
                different.is_empty(),
                "{different:?} differ when built in {}: a time or a path is in them",
                folder.display()
            );
            println!("{} files are the same, byte for byte, built in {}", first.files.len(), folder.display());
            Ok(())
        });
    files::remove(&folder)?;
    compared
}

fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    for entry in std::fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        if NOT_SOURCES.iter().any(|other| name == *other) {
            continue;
        }
        let found = if path.is_dir() { files::walk(&path)? } else { vec![path] };
        for file in found {
            files::write(&to.join(file.strip_prefix(from)?), files::read(&file)?)?;
        }
    }
    Ok(())
}

/// Builds the copy, without what an earlier build has optimized.
fn build_afresh(project: &Project, copy: &Project) -> Result<()> {
    let target = std::path::absolute(project.target())?.join("reproduced");
    files::remove(&target.join(wasm::CACHE_FOLDER))?;
    build::through(copy, &target)
}

/// The files that are missing on one side or differ.
fn differing(first: &Manifest, second: &Manifest) -> Vec<String> {
    let hashes = |manifest: &Manifest| -> BTreeMap<String, String> {
        manifest.files.iter().map(|file| (file.path.clone(), file.sri.clone())).collect()
    };
    let (first, second) = (hashes(first), hashes(second));
    let names = first.keys().chain(second.keys()).filter(|name| first.get(*name) != second.get(*name));
    let mut names: Vec<String> = names.cloned().collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::manifest::Entry;
    use crate::files::scratch::Scratch;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let entry = |(path, sri): &(&str, &str)| Entry {
            path: (*path).to_owned(),
            bytes: 1,
            br_bytes: None,
            sri: (*sri).to_owned(),
        };
        Manifest { version: "1".to_owned(), files: files.iter().map(entry).collect() }
    }

    #[test]
    fn whatever_differs_is_named_once() {
        let first = manifest(&[("a.js", "1"), ("b-1.wasm", "2"), ("c.js", "3")]);
        assert_eq!(differing(&first, &first), Vec::<String>::new());
        let second = manifest(&[("a.js", "1"), ("b-2.wasm", "4"), ("c.js", "5")]);
        assert_eq!(differing(&first, &second), ["b-1.wasm", "b-2.wasm", "c.js"]);
    }

    #[test]
    fn sources_are_copied_and_nothing_else() {
        let from =
            Scratch::new().with("Trunk.toml", "t").with("src/a.rs", "a").with("target/x", "x").with(".git/y", "y");
        let to = Scratch::new();
        copy_sources(from.path(), to.path()).unwrap();
        let names: Vec<_> = files::walk(to.path()).unwrap();
        let names: Vec<_> =
            names.iter().map(|path| path.strip_prefix(to.path()).unwrap().display().to_string()).collect();
        assert_eq!(names, ["Trunk.toml", "src/a.rs"]);
    }
}
