//! A run with a filter: the tests whose names contain it, or the whole test target of that name.
//!
//! The test programs are compiled and list their tests first, so that the site is built and a browser installed only if
//! a browser test matches. This module must not know what the tests check.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use super::stage::Stage;
use super::{Run, chromium, javascript};
use crate::commands::{build, engines};
use crate::tools::cache::Cache;
use crate::tools::engine::Engine;
use crate::tools::rust_target::{self, WASM};
use crate::tools::wasm_bindgen;

/// The test target that runs on a build of its own.
const PROBE: &str = "probe";

/// A compiled test program, as cargo describes it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Program {
    /// The manifest of its package.
    manifest_path: PathBuf,
    target: Target,
    executable: Option<PathBuf>,
}

#[derive(Clone, Debug, Deserialize)]
struct Target {
    name: String,
}

/// A program with matching tests, and the arguments that make it run only those.
#[derive(Clone, Debug)]
pub(super) struct Match {
    /// The name of the test target.
    pub(super) target: String,
    program: PathBuf,
    folder: PathBuf,
    /// The filter; `None` if the whole target is meant.
    pub(super) words: Vec<String>,
}

impl Match {
    /// The program that runs what matches, in the folder that cargo would run it in.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.words).current_dir(&self.folder);
        command
    }
}

/// The stages that run what matches.
///
/// # Errors
/// Fails when the tests cannot be compiled, or none matches.
pub(super) fn stages<'a>(run: &'a Run<'a>, filter: &'a str) -> Result<Vec<Stage<'a>>> {
    let mut stages: Vec<Stage<'a>> = matches(run.cargo_test(), filter, |program| Command::new(program))?
        .into_iter()
        .map(|found| Stage::tests(found.target.clone(), move || Ok(found.command())))
        .collect();
    stages.extend(javascript::matching(run, filter)?);
    if count(run.cargo_test().args(["--doc", "--", "--list", filter])) > 0 {
        stages.push(Stage::tests("doctests", move || {
            let mut cargo = run.cargo_test();
            cargo.args(["--doc", "--", filter]);
            Ok(cargo)
        }));
    }
    if !run.options.cargo_only {
        stages.extend(in_wasm(run, filter)?);
        stages.extend(in_the_browser(run, filter)?);
    }
    ensure!(!stages.is_empty(), "no test's name contains {filter:?}, and no test target has this name");
    Ok(stages)
}

/// The matching tests of `tests/web`, as listed by the runner of wasm-bindgen.
fn in_wasm<'a>(run: &'a Run<'a>, filter: &str) -> Result<Option<Stage<'a>>> {
    rust_target::ensure()?;
    let runner = wasm_bindgen::ensure(&Cache::from_env()?, run.project)?.join(wasm_bindgen::TEST_RUNNER);
    let mut cargo = run.cargo(chromium::IN_WASM);
    cargo.arg(WASM);
    let list = |file: &Path| {
        let mut list = Command::new(&runner);
        list.arg(file);
        list
    };
    Ok(matches(cargo, filter, list)?.pop().map(|found| {
        Stage::tests("wasm tests in Chromium", move || {
            let words = ["--".to_owned()].into_iter().chain(found.words);
            chromium::in_wasm(run, words)
        })
    }))
}

/// The matching tests of `tests/e2e`, which run after a build of the site.
fn in_the_browser<'a>(run: &'a Run<'a>, filter: &str) -> Result<Vec<Stage<'a>>> {
    let found = matches(run.cargo("test --locked --package e2e"), filter, |program| Command::new(program))?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut stages = vec![
        Stage::of("build", || build::run(run.project)),
        Stage::of("tools for the tests", || run.tools().map(drop)),
    ];
    if found.iter().any(|found| found.target == PROBE) {
        stages.insert(1, Stage::of("build with the maintainer's probe", || build::with_probe(run.project).map(drop)));
    }
    let is_of_engines = |found: &Match| engines::TARGETS.contains(&found.target.as_str());
    let has_table = run.options.engines.is_named() && found.iter().any(is_of_engines);
    for found in found {
        if let Some(target) = engines::TARGETS.into_iter().find(|target| *target == found.target) {
            let engines = Engine::ALL.into_iter().filter(|engine| run.options.engines.contains(*engine));
            stages.extend(engines.map(|engine| chromium::in_engine(run, target, engine, found.words.clone())));
        } else if run.options.engines.contains(Engine::Chromium) {
            stages.push(chromium::one(run, found));
        }
    }
    if has_table {
        let write = || {
            engines::write_table_if_whole(run.project);
            Ok(())
        };
        stages.push(Stage::of("table of the engines", write));
    }
    Ok(stages)
}

/// Compiles the test programs of a `cargo test` and selects those with matching tests; `list` starts the command that
/// lists the tests of one program.
fn matches(mut cargo: Command, filter: &str, list: impl Fn(&Path) -> Command) -> Result<Vec<Match>> {
    let mut found = Vec::new();
    for Program { manifest_path, target, executable } in programs(&mut cargo)? {
        let Some(program) = executable else { continue };
        let is_whole = target.name == filter;
        let words = if is_whole { Vec::new() } else { vec![filter.to_owned()] };
        if count(list(&program).args(["--list", "--format", "terse"]).args(&words)) > 0 {
            let folder = manifest_path.parent().context("a manifest lies in a folder")?.to_path_buf();
            found.push(Match { target: target.name, program, folder, words });
        }
    }
    Ok(found)
}

/// Compiles the test programs of a `cargo test`.
fn programs(cargo: &mut Command) -> Result<Vec<Program>> {
    let output = cargo
        .args(["--no-run", "--message-format", "json-render-diagnostics"])
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    ensure!(output.status.success(), "the tests cannot be compiled; cargo's output is above");
    Ok(read_programs(&String::from_utf8_lossy(&output.stdout)))
}

fn read_programs(messages: &str) -> Vec<Program> {
    messages.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// Number of tests that a test runner lists; 0 if it cannot.
fn count(list: &mut Command) -> usize {
    let listed = list.stdin(Stdio::null()).stderr(Stdio::null()).output();
    let lines = listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    lines.lines().filter(|line| line.ends_with(": test")).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_read_from_what_cargo_says() {
        let messages = r#"
{"reason":"compiler-artifact","manifest_path":"/p/Cargo.toml","target":{"name":"p","kind":["lib"]},"executable":null}
{"reason":"compiler-artifact","manifest_path":"/p/Cargo.toml","target":{"name":"t","kind":["test"]},"executable":"/x/t"}
{"reason":"build-finished","success":true}"#;
        let found = read_programs(messages);
        let executables: Vec<_> = found.iter().filter_map(|program| program.executable.as_deref()).collect();
        assert_eq!(executables, [Path::new("/x/t")]);
    }

    #[test]
    fn listed_tests_are_counted() {
        let mut echo = Command::new("printf");
        assert_eq!(count(echo.arg("a::b: test\nc: test\nd: benchmark\n\n2 tests, 1 benchmark\n")), 2);
        assert_eq!(count(&mut Command::new("no-such-program-here")), 0);
    }
}
