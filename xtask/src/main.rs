//! The binary behind `cargo xtask`: read the command line, run the command, report.
//!
//! Everything that can be tested or reused is in the library; this file only maps results to exit codes.

use std::process::ExitCode;

use clap::CommandFactory as _;
use xtask::{cli, commands};

fn main() -> ExitCode {
    let command = match cli::parse(std::env::args().skip(1)) {
        Ok(Some(command)) => command,
        Ok(None) => {
            print!("{}", cli::Cli::command().render_long_help());
            return ExitCode::SUCCESS;
        }
        Err(error) => error.exit(),
    };
    match commands::run(command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
