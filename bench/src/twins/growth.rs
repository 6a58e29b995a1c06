//! The page that mounts packs of two sizes, those packs, and a run through each up to the last question.

use anyhow::{Context as _, Result};
use bench_engine::{SIZES, packs};
use xtask::{files, project::Project};

use super::Folders;

const NAME: &str = "growth";

/// Writes them, and beside them the glue of the built wasm.
///
/// # Errors
/// When a pack cannot be made, or nothing was built.
pub fn build(project: &Project, folders: &Folders) -> Result<()> {
    folders.page(NAME, "")?;
    files::write(&folders.site(NAME).join("glue.js"), files::read(&project.target().join("bundle/glue.js"))?)?;
    for size in SIZES {
        let pack = packs::readiness(size)?;
        let last = pack.questions().last().context("a pack has no question")?;
        let run = format!(".at={}&{}", last.id.as_str(), packs::run(&pack)?.answers().encode());
        files::write(&folders.site(NAME).join(format!("{size}.txt")), pack.encode())?;
        files::write(&folders.site(NAME).join(format!("{size}.run.txt")), run)?;
    }
    Ok(())
}
