//! The page that asks packs of two sizes, and those packs.

use anyhow::Result;
use bench_engine::{SIZES, packs};
use xtask::files;

use super::Folders;

const NAME: &str = "growth";

/// Writes them.
///
/// # Errors
/// When a pack cannot be made.
pub fn build(folders: &Folders) -> Result<()> {
    folders.page(NAME, "")?;
    for size in SIZES {
        files::write(&folders.site(NAME).join(format!("{size}.json")), packs::text(size)?)?;
    }
    Ok(())
}
