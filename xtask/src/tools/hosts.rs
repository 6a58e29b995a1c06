//! The npm packages that hostile host pages are made of, for the tests only.
//!
//! `tests/e2e/tests/hosts` pins them; they lie in the cache. It must not know what the pages do with them.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use super::cache::Cache;
use super::npm;
use crate::project::Project;

/// Where they are pinned, from the root of the checkout.
pub(super) const FOLDER: &str = "tests/e2e/tests/hosts";
/// The name that the cache knows them by.
pub(super) const NAME: &str = "npm-hosts";
/// The one that npm would leave out if somebody made the lock file anew.
const STYLES: &str = "@wordpress/block-library/build-style/style.css";

/// The folder of the packages: what is in the cache, else what npm puts there.
///
/// # Errors
/// When Node is missing or npm fails.
pub fn packages(cache: &Cache, project: &Project) -> Result<PathBuf> {
    let why = "stylesheets and frameworks of the pages that the widget is tested on";
    let modules = npm::install(cache, NAME, &project.root().join(FOLDER), why)?;
    ensure!(
        modules.join(STYLES).is_file(),
        "npm installed no {STYLES}; compare {FOLDER}/package.json with its lock file"
    );
    Ok(modules)
}
