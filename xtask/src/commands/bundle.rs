//! `cargo xtask bundle`: the hook that Trunk calls when its own part of a build is done.
//!
//! The work is in [`crate::bundle`]; this module only reads the environment that Trunk sets.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::bundle;
use crate::project::Project;

/// Bundles the folder that `TRUNK_STAGING_DIR` names.
///
/// # Errors
/// Fails when Trunk did not call this, or when a step fails.
pub fn run(project: &Project) -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .context("`bundle` is a part of the build; type `cargo xtask build` instead")?;
    bundle::run(project, &PathBuf::from(staging))
}
