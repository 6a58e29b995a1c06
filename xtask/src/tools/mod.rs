//! Tools that the commands need besides cargo: found if they are installed in the right version, else installed.
//!
//! Everything goes into a cache outside the checkout, keyed by version, so that a fresh clone or another branch finds
//! it again. There is one file per tool; this one only says which command needs which. `build` and `serve` never
//! install what only tests need. This module must not know what is done with the tools.

mod apt;
pub mod browser;
pub mod cache;
pub mod crm;
mod debian;
pub mod engine;
pub mod firefox;
pub mod hosts;
pub mod inventory;
pub mod libreoffice;
pub mod lockfile;
pub mod nginx;
pub mod node;
pub mod node_red;
pub mod npm;
pub mod npm_hosts;
pub mod pinned;
pub mod platform;
mod python;
pub mod rust_target;
pub mod trunk;
pub mod wasm_bindgen;
pub mod webkit;
pub mod wordpress;

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::process;
use crate::project::Project;
use browser::Browser;
use cache::Cache;
use crm::Crm;
use nginx::Nginx;
use node_red::NodeRed;
use npm::Npm;
use wordpress::WordPress;

/// Tools for a build of the site.
#[derive(Debug)]
pub struct BuildTools {
    /// The program that builds.
    pub trunk: PathBuf,
    /// `PATH` for it, with wasm-bindgen, wasm-opt and esbuild in front.
    pub path: OsString,
}

/// Additional tools for the browser tests.
#[derive(Debug)]
pub struct TestTools {
    /// Chromium and its driver.
    pub browser: Browser,
    /// Runs `wasm-bindgen-test` suites.
    pub wasm_runner: PathBuf,
    /// The accessibility checker, one script to inject.
    pub axe: PathBuf,
}

/// Tools for some of the browser tests, besides [`TestTools`].
#[derive(Debug)]
pub struct ExtraTools {
    /// The web server of the sample configuration.
    pub nginx: Option<Nginx>,
    /// The spreadsheet program that opens files of leads.
    pub office: Option<PathBuf>,
}

/// Finds or installs what `build` needs.
///
/// # Errors
/// Each error names the missing tool and the command that fixes it.
pub fn for_build(project: &Project) -> Result<BuildTools> {
    let cache = Cache::from_env()?;
    rust_target::ensure()?;
    let npm = Npm::ensure(&cache, project)?;
    let wasm_bindgen = wasm_bindgen::ensure(&cache, project)?;
    let trunk = trunk::ensure(&cache)?;
    Ok(BuildTools {
        path: process::path_with([npm.bin().as_path(), wasm_bindgen.as_path()])?,
        trunk: trunk.join("trunk"),
    })
}

/// Finds or installs what the browser tests need.
///
/// # Errors
/// The same as for [`for_build`].
pub fn for_tests(project: &Project) -> Result<TestTools> {
    let cache = Cache::from_env()?;
    let wasm_bindgen = wasm_bindgen::ensure(&cache, project)?;
    Ok(TestTools {
        browser: Browser::ensure()?,
        wasm_runner: wasm_bindgen.join(wasm_bindgen::TEST_RUNNER),
        axe: Npm::ensure(&cache, project)?.axe(),
    })
}

/// Finds or installs the additional tools of some browser tests, including the npm packages that they build with.
///
/// # Errors
/// The same as for [`for_build`].
pub fn extra(project: &Project) -> Result<ExtraTools> {
    let cache = Cache::from_env()?;
    hosts::packages(&cache, project)?;
    npm_hosts::packages(&cache, project)?;
    Ok(ExtraTools { nginx: nginx(&cache)?, office: office() })
}

/// Finds or installs the real receivers of leads; does not start them.
///
/// # Errors
/// The same as for [`for_build`], with the option that leaves out the tests that need them.
pub fn receivers(project: &Project) -> Result<(NodeRed, Crm)> {
    let cache = Cache::from_env()?;
    let without = "the real receivers of leads are not there; `cargo xtask test --skip-receivers` does without";
    let node_red = NodeRed::ensure(&cache, project).context(without)?;
    Ok((node_red, Crm::ensure(&cache, project).context(without)?))
}

/// Finds or installs a real WordPress; does not start it.
///
/// # Errors
/// The same as for [`for_build`], with the option that leaves out the tests that need it.
pub fn wordpress(project: &Project) -> Result<WordPress> {
    let without = "there is no WordPress; `cargo xtask test --skip-wordpress` does without";
    WordPress::ensure(&Cache::from_env()?, project).context(without)
}

/// nginx with its brotli module. Homebrew's has none, so on macOS it is skipped with a notice.
fn nginx(cache: &Cache) -> Result<Option<Nginx>> {
    match Nginx::ensure(cache) {
        Err(why) if cfg!(target_os = "macos") => {
            say(format!("SKIPPED: the tests of docs/nginx.conf, for {why:#}"));
            Ok(None)
        }
        found => found.map(Some),
    }
}

/// LibreOffice is large: where it is not available, one test is skipped with a notice.
fn office() -> Option<PathBuf> {
    libreoffice::ensure().map_err(|why| say(format!("SKIPPED: files of leads in a spreadsheet, for {why:#}"))).ok()
}

/// The program that this variable names, and no other if it is set; else the first of these that exists.
fn locate(variable: &str, names: &[&str]) -> Option<PathBuf> {
    match std::env::var_os(variable).filter(|path| !path.is_empty()) {
        Some(path) => Some(PathBuf::from(path)).filter(|path| path.is_file()),
        None => names.iter().find_map(|name| at(name)),
    }
}

/// A program by its full path or its name in `PATH`, if it exists.
fn at(name: &str) -> Option<PathBuf> {
    if name.starts_with('/') {
        return Some(PathBuf::from(name)).filter(|path| path.is_file());
    }
    process::find_on_path(name)
}

/// Prints on one line what is installed and why. No line means that everything was available.
fn say(text: impl AsRef<str>) {
    println!("[tools] {}", text.as_ref());
}
