//! `cargo xtask test`: every test, the fast ones first, so that a broken rule is known within two minutes.
//!
//! Stages run in order and the first failure ends the run with its name. The runners print to this terminal, and the
//! last words of a good run are theirs. It must not know what the tests check.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::commands::{build, engines, twice};
use crate::project::Project;
use crate::tools::engine::Engine;
use crate::tools::rust_target::WASM;
use crate::tools::{self, TestTools, libreoffice, nginx, rust_target};
use crate::{files, process};

/// What to leave out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Stop after the stages that need nothing but cargo.
    pub cargo_only: bool,
    /// Leave out the tests that send leads to a real Node-RED and a real CRM.
    pub skip_receivers: bool,
    /// The engines that the journeys run in.
    pub engines: engines::Choice,
}

impl Options {
    /// Reads the words after `test`.
    ///
    /// # Errors
    /// Names the option that is not understood.
    pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--engine" => options.engines.add(&words.next().context("`--engine` wants a name after it")?)?,
                "--cargo-only" => options.cargo_only = true,
                "--skip-receivers" => options.skip_receivers = true,
                other => bail!("`test` takes no option {other:?}"),
            }
        }
        Ok(options)
    }
}

/// Runs the stages that need nothing but cargo and, unless `cargo_only`, the build and the browser tests.
///
/// # Errors
/// Names the stage that failed.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let run = Run { project, started: Instant::now() };
    // `-l` names the files; `cargo fmt --all` mends them.
    run.cargo("format", "fmt --all --check -- -l")?;
    run.cargo("rules", "test --locked --features shindan/ssr --package shindan --package diagnosis --package messages --package session --package leads --package authoring")?;
    run.cargo("commands and reader", "test --locked --package xtask --package reader")?;
    run.cargo("clippy", "clippy --locked --workspace --all-targets -- -D warnings")?;
    run.stage("wasm target", rust_target::ensure)?;
    run.cargo(
        "clippy for wasm",
        &format!(
            "clippy --locked --package shindan --package reader --package outbox --lib --target {WASM} -- -D warnings"
        ),
    )?;
    if options.cargo_only {
        return Ok(());
    }
    run.stage("build", || build::run(project))?;
    run.stage("build again elsewhere", || twice::run(project))?;
    let tools = tools::for_tests(project)?;
    // Early, so that what cannot be had is known before the long stages.
    if !options.skip_receivers && options.engines.holds(Engine::Chromium) {
        tools::receivers(project)?;
    }
    run.stage("in the browser", || in_the_browser(project, &tools))?;
    run.stage("a hundred thousand histories of the outbox", || histories(project))?;
    let ready = engines::ensure(&options.engines)?;
    let base = [("SHINDAN_DIST", project.dist()), ("AXE", tools.axe.clone())];
    engines::run(project, &ready, &base, |name, work| run.stage(name, work))?;
    if !options.engines.holds(Engine::Chromium) {
        println!("SKIPPED: what is asked of Chromium alone, as you named other engines");
        return Ok(());
    }
    run.last("the rest in Chromium", || the_rest(project, &tools, options))
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

/// The model of the outbox once more, with as many histories as it promises; the fast stage tries fewer.
fn histories(project: &Project) -> Result<()> {
    let mut cargo = process::cargo();
    cargo
        .args(["test", "--locked", "--package", "shindan", "--features", "ssr", "--test", "outbox", "history"])
        .current_dir(project.root())
        .env("SHINDAN_CASES", "100000");
    process::run("`tests/outbox` with 100,000 histories", &mut cargo)
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

/// The other targets of `tests/e2e`. No doctests: their empty summary would be the last one.
fn the_rest(project: &Project, tools: &TestTools, options: &Options) -> Result<()> {
    let mut cargo = process::cargo();
    cargo
        .args(["test", "--locked", "--package", "e2e", "--lib"])
        .current_dir(project.root())
        .env("SHINDAN_DIST", project.dist())
        .env("AXE", &tools.axe);
    for target in targets(project)? {
        if engines::TARGETS.contains(&&*target) || (target == "deploy" && tools.nginx.is_none()) {
            continue;
        }
        cargo.args(["--test", &target]);
    }
    if let Some(nginx) = &tools.nginx {
        cargo.env(nginx::VARIABLE, &nginx.program);
    }
    if let Some(office) = &tools.office {
        cargo.env(libreoffice::VARIABLE, office);
    }
    if options.skip_receivers {
        println!("SKIPPED: leads to a real Node-RED and a real CRM (tests/e2e/tests/receivers), as you asked for");
        cargo.args(["--", "--skip", "real_receivers::"]);
    }
    process::run("`tests/e2e`", driven(&mut cargo, tools))
}

/// The test targets of `tests/e2e`: a file or a folder each.
fn targets(project: &Project) -> Result<Vec<String>> {
    let folder = project.root().join("tests/e2e/tests");
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        names.extend(path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned));
    }
    names.sort_unstable();
    Ok(names)
}

fn driven<'a>(cargo: &'a mut Command, tools: &TestTools) -> &'a mut Command {
    cargo.env("CHROMIUM", &tools.browser.chromium).env("CHROMEDRIVER", &tools.browser.chromedriver)
}
