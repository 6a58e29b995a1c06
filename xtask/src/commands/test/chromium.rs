//! The stages that drive a browser.
//!
//! It must not know what the tests check.

use std::ffi::OsStr;
use std::num::NonZero;
use std::process::Command;
use std::thread::available_parallelism;

use anyhow::{Context as _, Result};

use super::Run;
use super::matching::Match;
use super::stage::Stage;
use crate::commands::engines;
use crate::files;
use crate::tools::cache::Cache;
use crate::tools::engine::{Engine, VARIABLE};
use crate::tools::rust_target::WASM;
use crate::tools::{libreoffice, nginx};

/// The arguments that compile `tests/web`, except for the target that follows.
pub(super) const IN_WASM: &str = "test --locked --package shindan --test web --target";

/// The browser tests of `--fast`: targets of `tests/e2e` with parts of the names of a few tests.
const SMOKE: [(&str, &[&str]); 3] = [
    ("journeys", &["keyboard::tab_arrows", "host_page::the_widget_is_also", "verdicts::any_answers"]),
    ("arrival", &["before::what_was_answered", "never::a_browser_without_wasm"]),
    ("leads_form", &["status::a_delivered_lead"]),
];

/// Disturbances in a browser; see `tests/e2e/src/conditions.rs`.
const CONDITIONS: [&str; 2] = ["translator", "slow-stream"];

/// The variable that makes a run of `tests/e2e` use one of them.
const CONDITION: &str = "SHINDAN_CONDITION";

/// The main journeys, which also run under each condition: parts of the names of tests.
const MAIN_JOURNEYS: [&str; 11] = [
    "verdicts::any_answers",
    "keyboard::tab_arrows",
    "memory_of_answers::a_reload",
    "memory_of_answers::back_keeps",
    "what_if::a_thumb",
    "links::another_browser",
    "offers::a_tap",
    "filling::what_is_typed",
    "payload::what_can",
    "status::a_delivered",
    "status::what_the_receiver",
];

/// The variable with the number of tests that run at once.
const THREADS: &str = "RUST_TEST_THREADS";

/// The target that needs a real WordPress.
const WORDPRESS: &str = "wordpress";

/// The tests that send leads to real receivers; for `--skip`.
const RECEIVERS: &str = "real_receivers::";

impl Run<'_> {
    /// Sets the paths of the built site and the programs for a runner of `tests/e2e`.
    fn with_tools<'c>(&self, command: &'c mut Command) -> Result<&'c mut Command> {
        let tools = self.tools()?;
        command.env("SHINDAN_DIST", self.project.dist()).env("SHINDAN_PROBE_DIST", self.project.probe_dist());
        command.env("AXE", &tools.axe);
        command.env("CHROMIUM", &tools.browser.chromium).env("CHROMEDRIVER", &tools.browser.chromedriver);
        if std::env::var_os(THREADS).is_none() {
            // One journey more than processors: each waits now and then.
            command.env(THREADS, (available_parallelism().map_or(1, NonZero::get) + 1).to_string());
        }
        Ok(command)
    }

    /// Sets the paths of the tools that only some tests need.
    fn with_extra<'c>(&self, command: &'c mut Command) -> Result<&'c mut Command> {
        let extra = self.extra()?;
        if let Some(nginx) = &extra.nginx {
            command.env(nginx::VARIABLE, &nginx.program);
        }
        if let Some(office) = &extra.office {
            command.env(libreoffice::VARIABLE, office);
        }
        Ok(command)
    }

    /// `cargo test` with the tests of `tests/e2e`.
    fn e2e(&self) -> Result<Command> {
        let mut cargo = self.cargo("test --locked --package e2e --no-fail-fast");
        self.with_tools(&mut cargo)?;
        Ok(cargo)
    }

    /// Skips the real receivers if the options say so, with a notice.
    fn skip_receivers(&self, runner: &mut Command) {
        if self.options.skip_receivers {
            println!("SKIPPED: leads to a real Node-RED and a real CRM (tests/e2e/tests/receivers), as you asked for");
            runner.args(["--skip", RECEIVERS]);
        }
    }
}

/// Runs `tests/web`, compiled to wasm, in headless Chromium: the exports of the wasm against a real DOM.
pub(super) fn in_wasm(run: &Run<'_>, words: impl IntoIterator<Item = String>) -> Result<Command> {
    let tools = run.tools()?;
    let capabilities = run.project.target().join("webdriver.json");
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
    let mut cargo = run.cargo(IN_WASM);
    cargo
        .arg(WASM)
        .args(words)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &tools.wasm_runner)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("CHROMIUM", &tools.browser.chromium)
        .env("CHROMEDRIVER", &tools.browser.chromedriver);
    Ok(cargo)
}

/// The few journeys of `--fast`.
pub(super) fn smoke<'a>(run: &'a Run<'a>) -> Stage<'a> {
    Stage::tests("smoke tests in Chromium", || {
        let mut cargo = run.e2e()?;
        cargo.args(SMOKE.iter().flat_map(|(target, _)| ["--test", target])).arg("--");
        cargo.args(SMOKE.iter().flat_map(|(_, names)| *names));
        Ok(cargo)
    })
}

/// The main journeys under each condition.
pub(super) fn under_conditions<'a>(run: &'a Run<'a>) -> impl Iterator<Item = Stage<'a>> {
    CONDITIONS.into_iter().map(move |condition| {
        Stage::tests(format!("main journeys under the condition {condition}"), move || {
            let mut cargo = run.e2e()?;
            cargo
                .args(["--test", "journeys", "--test", "leads_form", "--"])
                .args(MAIN_JOURNEYS)
                .env(CONDITION, condition);
            Ok(cargo)
        })
    })
}

/// Runs one of the targets that run in every engine, in this one, with these arguments for the test runner.
pub(super) fn in_engine<'a>(run: &'a Run<'a>, target: &'a str, engine: Engine, words: Vec<String>) -> Stage<'a> {
    let make = move || {
        let journal = engines::journal(run.project, target, engine);
        engines::forget(&journal, &words)?;
        let mut cargo = run.e2e()?;
        run.with_extra(&mut cargo)?;
        cargo.args(["--test", target, "--"]).args(words);
        cargo.envs(engine.ensure(&Cache::from_env()?)?).env(VARIABLE, engine.name()).env(engines::JOURNAL, journal);
        Ok(cargo)
    };
    let name = format!("{target} in {}", engine.title());
    Stage::tests(name, make).and_always(move || engines::print_outcomes(run.project, target, engine))
}

/// Runs the tests of another target of `tests/e2e` that match a filter.
pub(super) fn one<'a>(run: &'a Run<'a>, found: Match) -> Stage<'a> {
    Stage::tests(format!("{} in Chromium", found.target), move || {
        let mut runner = found.command();
        run.with_extra(run.with_tools(&mut runner)?)?;
        run.skip_receivers(&mut runner);
        Ok(runner)
    })
}

/// The targets of `tests/e2e` that run in Chromium only, and its library. Doctests are excluded: their empty summary
/// would be the last one.
pub(super) fn others<'a>(run: &'a Run<'a>) -> Stage<'a> {
    Stage::tests("other browser tests in Chromium", || {
        let mut cargo = run.e2e()?;
        run.with_extra(&mut cargo)?;
        cargo.arg("--lib");
        for target in targets(run)?.iter().filter(|target| !engines::TARGETS.contains(&target.as_str())) {
            if target == "deploy" && run.extra()?.nginx.is_none() {
                println!("SKIPPED: tests/e2e/tests/deploy, which needs nginx with its brotli module");
            } else if target == WORDPRESS && run.options.skip_wordpress {
                println!("SKIPPED: the plugin in a real WordPress (tests/e2e/tests/wordpress), as you asked for");
            } else {
                cargo.args(["--test", target]);
            }
        }
        cargo.arg("--");
        run.skip_receivers(&mut cargo);
        Ok(cargo)
    })
}

/// The test targets of `tests/e2e`: each is a file or a folder.
fn targets(run: &Run<'_>) -> Result<Vec<String>> {
    let folder = run.project.root().join("tests/e2e/tests");
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        names.extend(path.file_stem().and_then(OsStr::to_str).map(str::to_owned));
    }
    names.sort_unstable();
    Ok(names)
}
