//! The stages of a run without a filter, in order: those that fail most often, and fail fast, come first.
//!
//! It must not know how a stage is run.

use anyhow::Result;

use super::stage::Stage;
use super::{Run, cargo, chromium, javascript};
use crate::commands::{build, engines, reproducible};
use crate::tools;
use crate::tools::engine::Engine;

/// The stages that the options ask for.
///
/// # Errors
/// Fails when the tests cannot be listed.
pub(super) fn stages<'a>(run: &'a Run<'a>) -> Result<Vec<Stage<'a>>> {
    let options = run.options;
    let mut stages = vec![cargo::format(run)];
    stages.extend(javascript::stages(run));
    let is_whole = !options.cargo_only && !options.fast;
    stages.push(cargo::tests(run));
    if is_whole {
        // This uses one processor for a minute, and the lints after it do not use the other all the time.
        stages.push(cargo::histories(run));
    }
    stages.extend(cargo::lints(run));
    if options.cargo_only {
        return Ok(stages);
    }
    stages.push(Stage::of("build", || build::run(run.project)));
    if options.fast {
        stages.push(Stage::of("tools for the tests", || run.tools().map(drop)));
        stages.push(chromium::smoke(run));
        return Ok(stages);
    }
    // This compares its result with that of the build before it. Both that follow link one wasm after the other, each
    // on one processor.
    stages.push(Stage::parallel("reproducible build", reproducible::command()?));
    stages.push(Stage::of("build with the maintainer's probe", || build::with_probe(run.project).map(drop)));
    // The tools come before the long stages, so that a failing installation is noticed early.
    stages.push(Stage::of("tools for the tests", || install(run)));
    stages.push(Stage::tests("wasm tests in Chromium", || chromium::in_wasm(run, [])));
    for engine in Engine::ALL.into_iter().filter(|engine| options.engines.contains(*engine)) {
        stages.extend(engines::TARGETS.map(|target| chromium::in_engine(run, target, engine, Vec::new())));
    }
    if options.engines.is_all() {
        stages.push(Stage::of("table of the engines", || engines::write_table(run.project)));
    }
    if options.engines.contains(Engine::Chromium) {
        stages.extend(chromium::under_conditions(run));
        stages.push(chromium::others(run));
    } else {
        println!("SKIPPED: the tests that run in Chromium alone, as you named other engines");
    }
    Ok(stages)
}

/// Finds or installs everything that the later stages need.
fn install(run: &Run<'_>) -> Result<()> {
    run.tools()?;
    run.extra()?;
    if !run.options.skip_receivers && run.options.engines.contains(Engine::Chromium) {
        tools::receivers(run.project)?;
    }
    if !run.options.skip_wordpress && run.options.engines.contains(Engine::Chromium) {
        tools::wordpress(run.project)?;
    }
    engines::ensure(&run.options.engines)
}
