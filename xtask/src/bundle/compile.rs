//! A package of the workspace as wasm with its glue: what Trunk does for the widget, for everything else.
//!
//! It must not know which packages there are, nor make anything small: that is `wasm`'s.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::commands::build::remapped_paths;
use crate::process;
use crate::project::Project;
use crate::tools::rust_target;

/// Compiles `package` and binds it by the program `wasm_bindgen`: `folder` then holds `NAME.js` and `NAME_bg.wasm`.
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
