//! The wasm, optimized and named by its content, and its glue as wasm-bindgen wrote it.
//!
//! Everything here is a public option of wasm-opt. Code that another tool generated is never edited: an ordinary change of
//! a view must not meet a build that knows better.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{files, process};

/// What wasm-bindgen writes beside the glue, if there is any.
const SNIPPETS: &str = "snippets";

/// What every browser of the last years has; anything newer would turn some away.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];

const PASSES: [&str; 7] = [
    // The control flow is made anew, from which the optimizer finds more; its second run is for what the first left.
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // Repetition compresses: this makes the wasm larger, and its brotli form smaller.
    "--one-caller-inline-max-function-size=0",
    "--strip-producers",
    "--strip-target-features",
];

/// What wasm-bindgen left of one wasm: `NAME.js` and `NAME_bg.wasm` in a folder.
#[derive(Clone, Copy, Debug)]
pub struct Bound<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// The name of both files, and of what becomes of the wasm.
    pub name: &'a str,
}

/// Optimizes the wasm and writes it to `site` as `NAME-HASH.wasm`; moves the glue that goes with it to `glue`. `work` is
/// for files in between.
///
/// # Errors
/// When there is no wasm of the expected name, or wasm-opt refuses it.
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
