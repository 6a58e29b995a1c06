//! The commands, one module each.
//!
//! This module picks the one that was asked for. It must not know how any of them works.

pub mod bench;
pub mod build;
pub mod bundle;
pub mod engines;
pub mod lint_pack;
pub mod serve;
pub mod test;
pub mod twice;

use std::process::ExitCode;

use anyhow::Result;

use crate::cli::{self, Command};
use crate::project::Project;

/// Runs a command to its end.
///
/// # Errors
/// Those of the command.
pub fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Help => println!("{}", cli::HELP),
        Command::Bench(options) => bench::run(&Project::find()?, &options)?,
        Command::LintPack(options) => return lint_pack::run(&options),
        Command::Build => build::run(&Project::find()?)?,
        Command::Bundle => bundle::run(&Project::find()?)?,
        Command::Serve { port } => serve::run(&Project::find()?, port)?,
        Command::Test(options) => test::run(&Project::find()?, &options)?,
    }
    Ok(ExitCode::SUCCESS)
}
