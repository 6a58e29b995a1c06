//! The reader (`reader/`): a second wasm for packs at an address and for the builder page, compiled beside the widget.
//!
//! It must not touch the widget's own wasm.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::compile;
use super::wasm::{self, Bound, Snipping};
use crate::files;
use crate::project::Project;
use crate::tools::{cache::Cache, wasm_bindgen};

const PACKAGE: &str = "shindan-reader";
const NAME: &str = "reader";

/// The reader as scripts need it.
#[derive(Debug)]
pub struct Reader {
    /// wasm-bindgen's module.
    pub glue: PathBuf,
    /// The wasm's name in the site, `reader-HASH.wasm`.
    pub wasm: String,
}

/// Compiles the reader and writes its wasm to `staging`; `work` is for files in between.
///
/// # Errors
/// Names the step that failed.
pub fn write(project: &Project, cache: &Cache, wasm_opt: &Path, work: &Path, staging: &Path) -> Result<Reader> {
    let folder = &work.join(NAME);
    files::create_dir(folder)?;
    let wasm_bindgen = wasm_bindgen::ensure(cache, project)?.join("wasm-bindgen");
    compile::bound(project, PACKAGE, &wasm_bindgen, folder, NAME)?;
    let glue = work.join("reader-glue.js");
    let bound = Bound { folder, name: NAME, snipping: Snipping::Nothing };
    let wasm = wasm::finish(bound, staging, work, wasm_opt, &glue)?;
    Ok(Reader { glue, wasm })
}
