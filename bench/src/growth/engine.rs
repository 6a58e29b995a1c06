//! The rules on this machine, without a browser: what `cargo bench --package bench-engine` finds.
//!
//! criterion does the measuring, in `bench/engine/benches/engine.rs`; this starts it and reads the medians that it
//! leaves. It must not know the rules.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use xtask::project::Project;
use xtask::{files, process};

use super::{Row, SIZES};

/// What the row of the diagnosis is called.
pub const DIAGNOSIS: &str = "the diagnosis: score, level, findings, way up";

/// The folders that criterion writes, and what is measured in each.
pub const GROUPS: [(&str, &str); 4] = [
    ("read", "reading and checking a pack (JSON, at the build)"),
    ("unpack", "taking up a packed pack"),
    ("diagnose", DIAGNOSIS),
    ("run", "a whole run: every question answered, and the diagnosis"),
];

#[derive(Deserialize)]
struct Estimates {
    median: Point,
}

#[derive(Deserialize)]
struct Point {
    /// Nanoseconds.
    point_estimate: f64,
}

/// Runs the benches and gives a row a group.
///
/// # Errors
/// When they do not run to their end.
pub fn measure(project: &Project) -> Result<Vec<Row>> {
    let home = project.target().join("criterion");
    let mut cargo = process::cargo();
    cargo
        .args(["bench", "--locked", "--package", "bench-engine", "--bench", "engine", "--", "--quiet", "--noplot"])
        .current_dir(project.root())
        .env("CRITERION_HOME", &home)
        // The release profile is for small wasm; natively, time counts, also that of the compiler.
        .env("CARGO_PROFILE_BENCH_OPT_LEVEL", "3")
        .env("CARGO_PROFILE_BENCH_LTO", "off")
        .env("CARGO_PROFILE_BENCH_CODEGEN_UNITS", "16");
    process::run("measuring the engine", &mut cargo)?;
    GROUPS.iter().map(|(group, what)| row(&home.join(group), what)).collect()
}

fn row(group: &Path, what: &str) -> Result<Row> {
    let [small, large] = SIZES.map(|size| median(&group.join(size.to_string())));
    Ok(Row { what: what.to_owned(), milliseconds: [small?, large?] })
}

fn median(folder: &Path) -> Result<f64> {
    let path = folder.join("new/estimates.json");
    let estimates: Estimates = serde_json::from_slice(&files::read(&path)?)
        .with_context(|| format!("{} is of another form", path.display()))?;
    Ok(estimates.median.point_estimate / 1e6)
}
