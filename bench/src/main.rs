//! The program behind `cargo xtask bench`.

use std::process::ExitCode;

use xtask::commands::bench::Options;

fn main() -> ExitCode {
    let measured = Options::parse(std::env::args().skip(1)).and_then(|options| bench::run::run(&options));
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nbench: {error:#}");
            ExitCode::FAILURE
        }
    }
}
