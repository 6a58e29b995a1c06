//! The npm packages of which hostile host pages consist, for the tests only.
//!
//! `tests/e2e/tests/hosts` pins them; they are in the cache. This module must not know what the pages do with them.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use super::cache::Cache;
use super::npm;
use crate::project::Project;

/// Folder with the pinned versions, relative to the root of the checkout.
pub(super) const FOLDER: &str = "tests/e2e/tests/hosts";
/// Name of the packages in the cache.
pub(super) const NAME: &str = "npm-hosts";
/// The package that npm would leave out if somebody regenerated the lock file.
const STYLES: &str = "@wordpress/block-library/build-style/style.css";

/// The folder of the packages: the cached one, else one that npm fills.
///
/// # Errors
/// Fails when Node is missing or npm fails.
pub fn packages(cache: &Cache, project: &Project) -> Result<PathBuf> {
    let why = "stylesheets and frameworks of the pages that the widget is tested on";
    let modules = npm::install(cache, NAME, &project.root().join(FOLDER), why)?;
    ensure!(
        modules.join(STYLES).is_file(),
        "npm installed no {STYLES}; compare {FOLDER}/package.json with its lock file"
    );
    Ok(modules)
}
