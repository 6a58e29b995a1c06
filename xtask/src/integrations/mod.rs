//! Packages of the built site: an npm package, and a plugin for WordPress.
//!
//! Each takes `dist/` as it is, without the brotli twins, and the sources in `integrations/`, and writes one file to
//! `target/integrations/`. They must not build the site, nor change any of its bytes.

mod catalogue;
pub mod npm;
pub mod wordpress;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::files;
use crate::project::Project;

/// The folder for the packages.
fn output(project: &Project) -> PathBuf {
    project.target().join("integrations")
}

/// Copies the built site to `to`. Servers compress the files by themselves, or not at all.
fn copy_site(project: &Project, to: &Path) -> Result<()> {
    let dist = project.dist();
    ensure!(dist.join("manifest.json").is_file(), "{} is not built; run `cargo xtask build`", dist.display());
    copy(&dist, to, |file| files::extension(file) != "br")
}

/// Copies the files below `from` that are `wanted`.
fn copy(from: &Path, to: &Path, wanted: impl Fn(&Path) -> bool) -> Result<()> {
    for file in files::walk(from)?.into_iter().filter(|file| wanted(file)) {
        let name = file.strip_prefix(from).with_context(|| format!("{} lies elsewhere", file.display()))?;
        files::write(&to.join(name), files::read(&file)?)?;
    }
    Ok(())
}

/// Prints the path and the size of the written file.
fn say(file: &Path) -> Result<()> {
    let bytes = files::read(file)?.len();
    println!("{}: {:.0} KB", file.display(), bytes as f64 / 1000.0);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn the_site_is_copied_without_its_twins() {
        let root = Scratch::new()
            .with("dist/manifest.json", "{}")
            .with("dist/packs/a.json", "1")
            .with("dist/packs/a.json.br", "2");
        let to = Scratch::new();
        copy_site(&Project::at(root.path()), to.path()).unwrap();
        let names = files::walk(to.path()).unwrap();
        assert_eq!(names, ["manifest.json", "packs/a.json"].map(|name| to.path().join(name)));
    }

    #[test]
    fn a_site_that_is_not_built_is_said_to_be_missing() {
        let root = Scratch::new();
        let error = copy_site(&Project::at(root.path()), root.path()).unwrap_err();
        assert!(error.to_string().contains("cargo xtask build"), "{error}");
    }
}
