//! Compiles a package of the workspace to wasm with its glue: Trunk does this for the widget, this module for all
//! others.
//!
//! It must not know which packages there are, nor reduce their size, which is the task of `wasm`.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::commands::build::remapped_paths;
use crate::process;
use crate::project::Project;
use crate::tools::rust_target;

/// Compiles `package` and runs the program `wasm_bindgen` on it: `folder` then contains `NAME.js` and `NAME_bg.wasm`.
///
/// # Errors
/// Names the step that failed.
pub fn bound(project: &Project, package: &str, wasm_bindgen: &Path, folder: &Path, name: &str) -> Result<()> {
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--locked", "--quiet", "--release", "--package", package, "--target", rust_target::WASM])
        .current_dir(project.root())
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped_paths());
    process::run(&format!("compiling {package}"), &mut cargo)?;

    let module = format!("{}/release/{}.wasm", rust_target::WASM, package.replace('-', "_"));
    let mut bindgen = Command::new(wasm_bindgen);
    bindgen
        .arg(project.target().join(module))
        .args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"])
        .arg(folder);
    process::run(&format!("binding {package}"), &mut bindgen)
}
