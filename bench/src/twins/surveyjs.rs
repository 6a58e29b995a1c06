//! The SurveyJS twin: its packages and stylesheet in one module and one sheet.

use std::path::Path;

use anyhow::Result;
use xtask::tools::BuildTools;

use super::questions::Questions;
use super::{Folders, esbuild};

const NAME: &str = "surveyjs";

/// Bundles it from `modules`, its installed packages.
///
/// # Errors
/// When esbuild refuses it.
pub fn build(folders: &Folders, tools: &BuildTools, modules: &Path, questions: &Questions) -> Result<()> {
    folders.page(NAME, &questions.survey())?;
    esbuild::run(tools, &folders.source(NAME, "main.js"), modules, &[], &folders.site(NAME).join("main.js"))
}
