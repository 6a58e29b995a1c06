//! The vanilla twin: one small module with the questions as HTML, embedded by two lines as the widget is.

use anyhow::Result;
use xtask::tools::BuildTools;

use super::questions::Questions;
use super::{Folders, esbuild};

const NAME: &str = "vanilla";
const SCRIPT: &str = "embed.js";

/// Writes it, minified as the widget's own scripts are.
///
/// # Errors
/// When esbuild refuses it.
pub fn build(folders: &Folders, tools: &BuildTools, questions: &Questions) -> Result<()> {
    folders.page(NAME, "")?;
    folders.file(NAME, SCRIPT, &serde_json::to_string(&questions.html())?)?;
    let script = folders.site(NAME).join(SCRIPT);
    esbuild::run(tools, &script, &folders.site, &["--allow-overwrite".into()], &script)
}
