//! The Yew twin: compiled, bound and optimized as the widget is.

use std::ffi::OsString;
use std::path::Path;

use anyhow::Result;
use xtask::bundle::compile;
use xtask::bundle::wasm::{self, Bound};
use xtask::process;
use xtask::project::Project;
use xtask::tools::BuildTools;

use super::questions::Questions;
use super::{Folders, esbuild};

const NAME: &str = "yew";
const PACKAGE: &str = "bench-yew-twin";

/// Builds it; `work` is for files in between.
///
/// # Errors
/// Names the step that failed.
pub fn build(
    project: &Project,
    folders: &Folders,
    tools: &BuildTools,
    work: &Path,
    questions: &Questions,
) -> Result<()> {
    folders.page(NAME, &questions.lines())?;
    let tool = |name: &str| process::find_in(&tools.path, name).unwrap_or_else(|| name.into());
    compile::bound(project, PACKAGE, &tool("wasm-bindgen"), work, NAME)?;

    let glue = work.join("glue.js");
    let bound = Bound { folder: work, name: NAME };
    let wasm = wasm::finish(bound, &folders.site(NAME), work, &tool("wasm-opt"), &glue)?;
    let mut alias = OsString::from("--alias:twin-glue=");
    alias.push(&glue);
    let define = OsString::from(format!("--define:WASM_FILE={wasm:?}"));
    esbuild::run(tools, &folders.source(NAME, "main.js"), work, &[alias, define], &folders.site(NAME).join("main.js"))
}
