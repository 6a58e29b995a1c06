//! The wasm and its glue, as Trunk leaves them in the staging folder.
//!
//! The wasm gets a name with its hash, so that it may be cached for ever; the glue is bundled into the loader and
//! disappears. It must not look into either.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::files;

/// wasm-bindgen's JavaScript, in the staging folder.
pub const GLUE: &str = "shindan.js";

const WASM: &str = "shindan_bg.wasm";
const SNIPPETS: &str = "snippets";

/// Renames the wasm to `shindan-HASH.wasm` and returns that name.
///
/// # Errors
/// When Trunk left no wasm of the expected name.
pub fn name_by_content(staging: &Path) -> Result<String> {
    let path = staging.join(WASM);
    let bytes = files::read(&path).with_context(
        || "Trunk left no wasm; `filehash` must be off in Trunk.toml, and the package be called shindan",
    )?;
    let name = format!("shindan-{}.wasm", files::short_hash(&bytes, 8));
    std::fs::rename(&path, staging.join(&name))?;
    Ok(name)
}

/// Removes the glue and what it imported.
///
/// # Errors
/// Names the file that stays.
pub fn remove_glue(staging: &Path) -> Result<()> {
    files::remove(&staging.join(GLUE))?;
    files::remove(&staging.join(SNIPPETS))
}
