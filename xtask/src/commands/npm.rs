//! `cargo xtask npm`: builds the site, and packs it as an npm package.
//!
//! It must not know what is in the package.

use anyhow::Result;

use crate::commands::build;
use crate::integrations::npm;
use crate::project::Project;

/// Writes `target/integrations/shindan-widget-VERSION.tgz`, and prints its size.
///
/// # Errors
/// The errors of the build and of the packing.
pub fn run(project: &Project) -> Result<()> {
    build::run(project)?;
    npm::pack(project).map(|_| ())
}
