//! A Yew app as the host: two wasms and two Yews on one page.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use xtask::process;
use xtask::project::Project;
use xtask::tools::cache::Cache;
use xtask::tools::{rust_target, wasm_bindgen};

use crate::page::Host;

const PACKAGE: &str = "yew-host";
/// How it is started on the page.
const START: &str =
    "import init from './app.js';\ninit({ module_or_path: new URL('app_bg.wasm', import.meta.url) });\n";

/// Compiles the app as one does while working on it, and binds it into `folder`.
fn make(folder: &Path) {
    let (cache, project) = (Cache::from_env().expect("there is a cache"), Project::find().expect("this is a checkout"));
    let mut cargo = process::cargo();
    cargo.args(["build", "--locked", "--quiet", "--package", PACKAGE, "--target", rust_target::WASM]);
    cargo.current_dir(project.root()).env("CARGO_PROFILE_DEV_DEBUG", "0");
    process::run("compiling the Yew app", &mut cargo).expect("it compiles");
    let programs = wasm_bindgen::ensure(&cache, &project).expect("wasm-bindgen is there");
    let mut bindgen = Command::new(programs.join("wasm-bindgen"));
    bindgen.arg(project.target().join(format!("{}/debug/yew_host.wasm", rust_target::WASM)));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "app", "--out-dir"]).arg(folder);
    process::run("binding the Yew app", &mut bindgen).expect("it can be bound");
    std::fs::write(folder.join("start.js"), START).expect("the folder can be written to");
}

/// The app, and the folder that it is in.
async fn app() -> (TempDir, Host) {
    let made = tempfile::tempdir().expect("a folder can be made");
    make(made.path());
    let host = Host::with("yew_app", vec![("made", made.path().to_owned())]).await;
    (made, host)
}

#[tokio::test]
async fn the_whole_way_is_gone_in_it() {
    let (_made, host) = app().await;
    host.goes_the_whole_way().await;
}

#[tokio::test]
async fn a_run_goes_on_after_navigation_and_rendering() {
    let (_made, host) = app().await;
    host.opens().await;
    host.comes_back_to_its_run().await;
    host.goes_on_when_it_is_rendered_anew().await;
}
