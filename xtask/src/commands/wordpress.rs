//! `cargo xtask wordpress`: builds the site, and packs it as a plugin for WordPress.
//!
//! It must not know what is in the plugin.

use anyhow::Result;

use crate::commands::build;
use crate::integrations::wordpress;
use crate::project::Project;

/// Writes `target/integrations/shindan-wordpress.zip`, and prints its size.
///
/// # Errors
/// The errors of the build and of the packing.
pub fn run(project: &Project) -> Result<()> {
    build::run(project)?;
    wordpress::pack(project).map(|_| ())
}
