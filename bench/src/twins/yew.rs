//! The Yew twin: compiled, bound and optimized as the widget is.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use xtask::bundle::wasm;
use xtask::commands::build::remapped_paths;
use xtask::project::Project;
use xtask::tools::{BuildTools, rust_target};
use xtask::{files, process};

use super::questions::Questions;
use super::{Folders, esbuild, file_name};

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
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--locked", "--release", "--package", PACKAGE, "--target", rust_target::WASM])
        .current_dir(project.root())
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped_paths());
    process::run("compiling the Yew twin", &mut cargo)?;

    let module = format!("{}/release/{}.wasm", rust_target::WASM, PACKAGE.replace('-', "_"));
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.arg(project.target().join(module)).args(["--target", "web", "--no-typescript", "--out-name", "shindan"]);
    process::run("binding the Yew twin", bindgen.arg("--out-dir").arg(work).env("PATH", &tools.path))?;

    let glue = work.join("glue.js");
    let wasm_opt = process::find_in(&tools.path, "wasm-opt").unwrap_or_else(|| "wasm-opt".into());
    let wasm = wasm::finish(work, work, &wasm_opt, &glue, wasm::Snipping::Nothing)?;
    let target = folders.site(NAME).join(&wasm);
    files::write(&target, files::read(&work.join(&wasm))?)?;
    let mut alias = OsString::from("--alias:twin-glue=");
    alias.push(&glue);
    let define = OsString::from(format!("--define:WASM_FILE={:?}", file_name(&target)));
    esbuild::run(tools, &folders.source(NAME, "main.js"), work, &[alias, define], &folders.site(NAME).join("main.js"))
}
