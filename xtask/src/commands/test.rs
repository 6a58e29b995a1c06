//! `cargo xtask test`: every test, the fast ones first, so that a broken rule is known within two minutes.
//!
//! Stages run in order and the first failure ends the run with its name. The runners print to this terminal, and the
//! last words of a good run are theirs. It must not know what the tests check.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::commands::build;
use crate::project::Project;
use crate::tools::rust_target::WASM;
use crate::tools::{self, TestTools, nginx, rust_target};
use crate::{files, process};

/// Runs the stages that need nothing but cargo and, unless `cargo_only`, the build and the browser tests.
///
/// # Errors
/// Names the stage that failed.
pub fn run(project: &Project, cargo_only: bool) -> Result<()> {
    let run = Run { project, started: Instant::now() };
    // `-l` names the files; `cargo fmt --all` mends them.
    run.cargo("format", "fmt --all --check -- -l")?;
    run.cargo("rules", "test --locked --package shindan --features ssr")?;
    run.cargo("commands and reader", "test --locked --package xtask --package shindan-reader")?;
    run.cargo("clippy", "clippy --locked --workspace --all-targets -- -D warnings")?;
    run.stage("wasm target", rust_target::ensure)?;
    run.cargo(
        "clippy for wasm",
        &format!("clippy --locked --package shindan --package shindan-reader --lib --target {WASM} -- -D warnings"),
    )?;
    if cargo_only {
        return Ok(());
    }
    run.stage("build", || build::run(project))?;
    let tools = tools::for_tests(project)?;
    run.stage("in the browser", || in_the_browser(project, &tools))?;
    run.last("journeys", || journeys(project, &tools))
}

struct Run<'a> {
    project: &'a Project,
    started: Instant,
}

impl Run<'_> {
    fn cargo(&self, name: &str, words: &str) -> Result<()> {
        self.stage(name, || {
            let mut cargo = process::cargo();
            cargo.args(words.split_whitespace()).current_dir(self.project.root());
            process::run(&format!("`cargo {words}`"), &mut cargo)
        })
    }

    /// Runs a stage and says how long it took.
    fn stage(&self, name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        let started = Instant::now();
        self.last(name, work)?;
        println!("── {name} took {:.1} s", started.elapsed().as_secs_f32());
        Ok(())
    }

    /// Runs a stage and leaves the last word to its runner.
    fn last(&self, name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        let at = self.started.elapsed().as_secs_f32();
        println!("\n── {name}, {at:.1} s after the start");
        work().with_context(|| format!("the stage `{name}` failed"))
    }
}

/// What only a browser can tell: `tests/web.rs`, compiled to wasm and run in headless Chromium.
fn in_the_browser(project: &Project, tools: &TestTools) -> Result<()> {
    let capabilities = project.target().join("webdriver.json");
    let options = serde_json::json!({
        "goog:chromeOptions": {
            "binary": tools.browser.chromium,
            "args": [
                "headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "no-first-run",
                "disable-background-networking", "disable-component-update", "disable-sync",
            ],
        },
    });
    files::write(&capabilities, serde_json::to_string_pretty(&options)?)?;
    let mut cargo = process::cargo();
    cargo
        .args(["test", "--locked", "--package", "shindan", "--test", "web", "--target", WASM])
        .current_dir(project.root())
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &tools.wasm_runner)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    process::run("`tests/web.rs` in Chromium", driven(&mut cargo, tools))
}

/// Journeys through the built site, in `tests/e2e`. No doctests: their empty summary would be the last one.
fn journeys(project: &Project, tools: &TestTools) -> Result<()> {
    let mut cargo = process::cargo();
    cargo
        .args(["test", "--locked", "--package", "e2e"])
        .current_dir(project.root())
        .env("SHINDAN_DIST", project.dist())
        .env("AXE", &tools.axe);
    match &tools.nginx {
        Some(nginx) => cargo.arg("--tests").env(nginx::VARIABLE, &nginx.program),
        None => cargo.args(["--lib", "--test", "arrival", "--test", "journeys", "--test", "sizes"]),
    };
    process::run("`tests/e2e`", driven(&mut cargo, tools))
}

fn driven<'a>(cargo: &'a mut Command, tools: &TestTools) -> &'a mut Command {
    cargo.env("CHROMIUM", &tools.browser.chromium).env("CHROMEDRIVER", &tools.browser.chromedriver)
}
