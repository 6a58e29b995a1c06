//! The packages of `package.json`, which bundle, optimize, check and test scripts and wasm.
//!
//! They are installed into the cache, in a folder named by the hash of `package-lock.json`, so that no `node_modules`
//! appears in the checkout and a changed lock file is noticed. It must not know what the packages are used for.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use super::cache::Cache;
use super::{node, say};
use crate::project::Project;
use crate::{files, process, progress};

/// Name of the packages in the cache.
pub(super) const NAME: &str = "npm";

const DESCRIPTION: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// The installed packages.
#[derive(Clone, Debug)]
pub struct Npm {
    modules: PathBuf,
}

impl Npm {
    /// Finds the packages, or installs them with `npm ci`.
    ///
    /// # Errors
    /// Fails when Node is missing or npm fails.
    pub fn ensure(cache: &Cache, project: &Project) -> Result<Self> {
        let why = "esbuild and wasm-opt for the build, the rest for the tests";
        let found = Self { modules: install(cache, NAME, project.root(), why)? };
        ensure!(
            found.is_complete(),
            "npm did not install all of package.json; compare that with {}",
            found.modules.display()
        );
        Ok(found)
    }

    fn is_complete(&self) -> bool {
        let programs = ["esbuild", "wasm-opt", "eslint", "tsc"];
        programs.iter().all(|program| self.bin().join(program).is_file()) && self.axe().is_file()
    }

    /// The folder of the packages.
    pub fn modules(&self) -> &Path {
        &self.modules
    }

    /// The folder of the packages' programs.
    pub fn bin(&self) -> PathBuf {
        self.modules.join(".bin")
    }

    /// The program that bundles and minifies scripts and styles.
    pub fn esbuild(&self) -> PathBuf {
        self.bin().join("esbuild")
    }

    /// The accessibility checker, one script to inject.
    pub fn axe(&self) -> PathBuf {
        self.modules.join("axe-core/axe.min.js")
    }
}

/// The `node_modules` with the packages of `folder/package.json` and its lock file: found in the cache as a tool called
/// `name`, else filled by `npm ci`, after printing `why`.
///
/// # Errors
/// Fails when Node is missing or npm fails.
pub fn install(cache: &Cache, name: &str, folder: &Path, why: &str) -> Result<PathBuf> {
    let npm = node::npm()?;
    let version = version(folder)?;
    let modules = cache.folder(name, &version).join("node_modules");
    if modules.is_dir() {
        return Ok(modules);
    }
    say(format!("installing the packages of {}: {why}", folder.join("package.json").display()));
    cache.install(name, &version, |draft| {
        for file in DESCRIPTION {
            std::fs::copy(folder.join(file), draft.join(file))?;
        }
        let mut ci = Command::new(npm);
        // None of the packages needs its install script, and scripts that never run cannot do harm.
        ci.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        progress::during("npm ci", || process::run("installing the packages", ci.current_dir(draft)))
    })?;
    Ok(modules)
}

/// The `node_modules` that [`install`] would find.
pub(super) fn find(cache: &Cache, name: &str, folder: &Path) -> Option<PathBuf> {
    let modules = cache.folder(name, &version(folder).ok()?).join("node_modules");
    Some(modules).filter(|modules| modules.is_dir())
}

/// The version under which the cache stores packages: a hash of the files that list them.
fn version(folder: &Path) -> Result<String> {
    let mut description = Vec::new();
    for file in DESCRIPTION {
        description.extend(files::read(&folder.join(file))?);
    }
    Ok(files::short_hash(&description, 12))
}
