//! The wasm, optimized and named by its content, and its glue as written by wasm-bindgen.
//!
//! Everything here is a public option of wasm-opt. Generated code is never edited: an ordinary change of a view must
//! not break a build that depends on its exact form.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{files, process};

/// The folder that wasm-bindgen may write beside the glue.
const SNIPPETS: &str = "snippets";

/// Features that all browsers of recent years have; a newer one would exclude some.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];

const PASSES: [&str; 7] = [
    // Rebuilding the control flow lets the optimizer find more; its second run handles what the first left.
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // Repetition compresses well: this makes the wasm larger, and its brotli form smaller.
    "--one-caller-inline-max-function-size=0",
    "--strip-producers",
    "--strip-target-features",
];

/// Output of wasm-bindgen for one wasm: `NAME.js` and `NAME_bg.wasm` in a folder.
#[derive(Clone, Copy, Debug)]
pub struct Bound<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// The name of both files, and of the optimized wasm.
    pub name: &'a str,
}

/// Optimizes the wasm and writes it to `site` as `NAME-HASH.wasm`; moves its glue to `glue`. `work` is for intermediate
/// files.
///
/// # Errors
/// Fails when there is no wasm of the expected name, or wasm-opt refuses it.
pub fn finish(bound: Bound<'_>, site: &Path, work: &Path, wasm_opt: &Path, glue: &Path) -> Result<String> {
    let Bound { folder, name } = bound;
    let (script, module) = (folder.join(format!("{name}.js")), folder.join(format!("{name}_bg.wasm")));
    let optimized = work.join(name).with_extension("wasm");
    let mut command = Command::new(wasm_opt);
    command.arg(&module).args(FEATURES).args(PASSES).arg("-o").arg(&optimized);
    process::run(&format!("wasm-opt for {name}"), &mut command)
        .context("Trunk must have left NAME_bg.wasm: `filehash` is off in Trunk.toml")?;
    files::write(glue, files::read_text(&script)?)?;
    for left in [module, script, folder.join(SNIPPETS)] {
        files::remove(&left)?;
    }
    files::copy_named_by_content(&optimized, site)
}
