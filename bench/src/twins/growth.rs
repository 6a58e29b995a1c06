//! The page that mounts packs of two sizes, and those packs.

use anyhow::Result;
use xtask::files;

use super::Folders;
use bench_engine::{SIZES, packs};

const NAME: &str = "growth";

/// Writes them.
///
/// # Errors
/// When a pack cannot be made.
pub fn build(folders: &Folders) -> Result<()> {
    folders.page(NAME, "")?;
    for size in SIZES {
        files::write(&folders.site(NAME).join(format!("{size}.txt")), packs::readiness(size)?.pack())?;
    }
    Ok(())
}
