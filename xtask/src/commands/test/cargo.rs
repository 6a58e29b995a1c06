//! The stages that need nothing but cargo.
//!
//! It must not know what the tests check.

use std::process::Command;

use anyhow::Result;

use super::Run;
use super::stage::Stage;
use crate::bundle::apps;
use crate::process;
use crate::tools::rust_target::{self, WASM};

/// The packages whose tests need a browser and a built site, or that are no part of the product.
const OTHERS: [&str; 5] = ["e2e", "bench", "bench-engine", "bench-yew-twin", "yew-host"];

/// The crates that are compiled to WebAssembly, beside the apps.
const IN_WASM: [&str; 5] = ["shindan", "reader", "outbox", "takeaway", "benchmark-view"];

/// Histories of the outbox that its model promises to hold for; the stage `tests without a browser` tries fewer.
const HISTORIES: &str = "100000";

impl Run<'_> {
    /// `cargo` with these words, at the root of the checkout.
    pub(super) fn cargo(&self, words: &str) -> Command {
        let mut cargo = process::cargo();
        cargo.args(words.split_whitespace()).current_dir(self.project.root());
        cargo
    }

    /// `cargo test` with the packages that need no browser. One selection for all stages: with another cargo would
    /// choose other features, and compile everything again.
    pub(super) fn cargo_test(&self) -> Command {
        let mut cargo = self.cargo("test --locked --workspace");
        cargo.args(OTHERS.iter().flat_map(|package| ["--exclude", package]));
        cargo
    }
}

/// The format of the Rust sources.
pub(super) fn format<'a>(run: &Run<'_>) -> Stage<'a> {
    // `-l` names the files; `cargo fmt --all` formats them.
    Stage::command("format", run.cargo("fmt --all --check -- -l"))
}

/// The tests that need no browser.
pub(super) fn tests<'a>(run: &'a Run<'a>) -> Stage<'a> {
    Stage::tests("tests without a browser", || Ok(run.cargo_test()))
}

/// Lints, and the documentation.
pub(super) fn lints<'a>(run: &'a Run<'a>) -> Vec<Stage<'a>> {
    vec![
        Stage::command("clippy", run.cargo("clippy --locked --workspace --all-targets -- -D warnings")),
        Stage::of("clippy for wasm", || clippy_for_wasm(run)),
        documentation(run),
    ]
}

/// The pages of rustdoc, without a broken link.
fn documentation<'a>(run: &Run<'_>) -> Stage<'a> {
    let mut doc = run.cargo("doc --locked --workspace --no-deps");
    doc.env("RUSTDOCFLAGS", "-D warnings");
    Stage::command("documentation", doc)
}

fn clippy_for_wasm(run: &Run<'_>) -> Result<()> {
    rust_target::ensure()?;
    let apps = apps::names(run.project)?;
    let packages = IN_WASM.into_iter().chain(apps.iter().map(String::as_str));
    let mut clippy = run.cargo("clippy --locked --lib --target");
    clippy.arg(WASM).args(packages.flat_map(|package| ["--package", package])).args(["--", "-D", "warnings"]);
    process::run("clippy", &mut clippy)
}

/// The model of the outbox once more, with as many histories as it promises.
pub(super) fn histories<'a>(run: &Run<'_>) -> Stage<'a> {
    let mut cargo = run.cargo_test();
    cargo.args(["--test", "outbox", "history"]).env("SHINDAN_CASES", HISTORIES);
    Stage::parallel("outbox model in 100,000 histories", cargo)
}
