//! What is compiled beside the widget: the reader (`crates/reader`), for packs at an address, the
//! outbox (`crates/outbox`), for those who fill in the lead form, the takeaway (`crates/takeaway`), for those who take their
//! result along, the comparison with others (`crates/benchmark-view`), and the apps of the staff pages, for [`super::apps`].
//!
//! It must not touch the widget's own wasm.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::compile;
use super::wasm::{self, Bound};
use crate::files;
use crate::project::Project;
use crate::tools::{cache::Cache, wasm_bindgen};

/// Names the reader, its package and in the names of its files.
pub const READER: &str = "reader";
/// Names of those that the widget itself starts, through their typed exports (`src/browser/modules.rs`).
pub const MODULES: [&str; 3] = ["outbox", "takeaway", "benchmark-view"];

/// One of them as scripts need it.
#[derive(Debug)]
pub struct WasmModule {
    /// wasm-bindgen's module.
    pub glue: PathBuf,
    /// The wasm's name in the site, such as `reader-HASH.wasm`.
    pub wasm: String,
}

/// Compiles the one of this `name` and writes its wasm to `staging`; `work` is for files in between.
///
/// # Errors
/// Names the step that failed.
pub fn write(project: &Project, name: &str, tools: &Tools<'_>, staging: &Path) -> Result<WasmModule> {
    let Tools { cache, wasm_opt, work } = tools;
    let folder = &work.join(name);
    files::create_dir(folder)?;
    let wasm_bindgen = wasm_bindgen::ensure(cache, project)?.join("wasm-bindgen");
    compile::bound(project, name, &wasm_bindgen, folder, name)?;
    let glue = work.join(format!("{name}-glue.js"));
    let bound = Bound { folder, name };
    let wasm = wasm::finish(bound, staging, work, wasm_opt, &glue)?;
    Ok(WasmModule { glue, wasm })
}

/// What the making of each needs.
#[derive(Clone, Copy, Debug)]
pub struct Tools<'a> {
    /// Where wasm-bindgen is found.
    pub cache: &'a Cache,
    /// The program.
    pub wasm_opt: &'a Path,
    /// The folder for files in between.
    pub work: &'a Path,
}
