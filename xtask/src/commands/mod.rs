//! The commands, one module each.
//!
//! This module picks the one that was asked for. It must not know how any of them works.

pub mod bench;
pub mod benchmark;
pub mod build;
pub mod bundle;
pub mod disclosure;
pub mod doctor;
pub mod engines;
pub mod lint_pack;
pub mod npm;
pub mod reproducible;
pub mod serve;
pub mod simulate_pack;
pub mod snippet;
pub mod test;
pub mod wordpress;

use std::process::ExitCode;

use anyhow::Result;

use crate::cli::Command;
use crate::project::Project;

/// Runs a command to its end.
///
/// # Errors
/// Those of the command.
pub fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Bench(options) => bench::run(&Project::find()?, &options)?,
        Command::Benchmark(options) => benchmark::run(&Project::find()?, &options)?,
        Command::Disclosure(options) => disclosure::run(&Project::find()?, &options)?,
        Command::LintPack(options) => return lint_pack::run(&options),
        Command::SimulatePack(options) => simulate_pack::run(&options)?,
        Command::Doctor => return doctor::run(&Project::find()?),
        Command::Build(options) => build::with_options(&Project::find()?, &options)?,
        Command::Bundle => bundle::run(&Project::find()?)?,
        Command::Reproduce => reproducible::run(&Project::find()?)?,
        Command::Npm => npm::run(&Project::find()?)?,
        Command::WordPress => wordpress::run(&Project::find()?)?,
        Command::Serve(options) => serve::run(&Project::find()?, &options)?,
        Command::Snippet(options) => snippet::run(&Project::find()?, &options)?,
        Command::Test(options) => test::run(&Project::find()?, &options)?,
    }
    Ok(ExitCode::SUCCESS)
}
