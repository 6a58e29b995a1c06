//! Vite, the frameworks and TypeScript, with which the npm package is tested, for the tests only.
//!
//! `tests/e2e/tests/npm` pins them; they are in the cache. This module must not know what is built with them.

use std::path::PathBuf;

use anyhow::Result;

use super::cache::Cache;
use super::npm;
use crate::project::Project;

/// Folder with the pinned versions, relative to the root of the checkout.
pub(super) const FOLDER: &str = "tests/e2e/tests/npm";
/// Name of the packages in the cache.
pub(super) const NAME: &str = "npm-frameworks";

/// The folder of the packages: the cached one, else one that npm fills.
///
/// # Errors
/// Fails when Node is missing or npm fails.
pub fn packages(cache: &Cache, project: &Project) -> Result<PathBuf> {
    let why = "Vite, frameworks and TypeScript, which the npm package is tried with";
    npm::install(cache, NAME, &project.root().join(FOLDER), why)
}
