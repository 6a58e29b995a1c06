//! Vite, the frameworks and TypeScript, which the npm package is tried with, for the tests only.
//!
//! `tests/e2e/tests/npm` pins them; they lie in the cache. It must not know what is built with them.

use std::path::PathBuf;

use anyhow::Result;

use super::cache::Cache;
use super::npm;
use crate::project::Project;

/// Where they are pinned, from the root of the checkout.
pub(super) const FOLDER: &str = "tests/e2e/tests/npm";
/// The name that the cache knows them by.
pub(super) const NAME: &str = "npm-frameworks";

/// The folder of the packages: what is in the cache, else what npm puts there.
///
/// # Errors
/// When Node is missing or npm fails.
pub fn packages(cache: &Cache, project: &Project) -> Result<PathBuf> {
    let why = "Vite, frameworks and TypeScript, which the npm package is tried with";
    npm::install(cache, NAME, &project.root().join(FOLDER), why)
}
