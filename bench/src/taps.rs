//! A thousand taps around the wasm's arrival, counted by the journey of `tests/e2e` that makes them.
//!
//! It must not know how a tap is made or lost.

use anyhow::Result;
use xtask::process;
use xtask::project::Project;
use xtask::tools::browser::Browser;
use xtask::tools::engine;

/// How many of the thousand are lost: none, or there is no number.
///
/// # Errors
/// When one is lost or counts twice, or the journey cannot be made; its own words stand above.
pub fn lost(project: &Project, browser: &Browser) -> Result<u32> {
    let mut cargo = process::cargo();
    cargo
        .args(["test", "--locked", "--package", "e2e", "--test", "arrival", "thousand_taps"])
        .current_dir(project.root())
        .env("SHINDAN_DIST", project.dist())
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.chromedriver)
        .env(engine::VARIABLE, "chromium");
    process::run("a thousand taps around the arrival of the wasm", &mut cargo)?;
    Ok(0)
}
