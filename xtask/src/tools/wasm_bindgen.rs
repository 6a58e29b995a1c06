//! The wasm-bindgen programs, in the version of the library that the widget is linked with.
//!
//! The version comes from `Cargo.lock`, because program and library must be equal. This module must not pin its own
//! version.

use std::path::PathBuf;

use anyhow::Result;

use super::cache::Cache;
use super::pinned::Pinned;
use super::{lockfile, platform};
use crate::project::Project;

/// The program that runs `wasm-bindgen-test` suites in a browser.
pub const TEST_RUNNER: &str = "wasm-bindgen-test-runner";

/// The folder that holds `wasm-bindgen` and [`TEST_RUNNER`].
///
/// # Errors
/// The errors of [`Pinned::ensure`], or an unreadable `Cargo.lock`.
pub fn ensure(cache: &Cache, project: &Project) -> Result<PathBuf> {
    pinned(&version(project)?).ensure(cache)
}

/// The version of the library that the widget is linked with.
///
/// # Errors
/// Fails when `Cargo.lock` cannot be read.
pub(super) fn version(project: &Project) -> Result<String> {
    lockfile::version_of(project, "wasm-bindgen")
}

/// The programs to look for, in this version.
pub(super) fn pinned(version: &str) -> Pinned<'_> {
    let libc = if platform::is_arm() { "gnu" } else { "musl" };
    let archive = platform::triple(libc).map(|triple| {
        let name = format!("wasm-bindgen-{version}-{triple}.tar.gz");
        format!("https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}/{name}")
    });
    Pinned {
        package: "wasm-bindgen-cli",
        version,
        why: "it writes the JavaScript side of the wasm, and runs the tests inside a browser",
        programs: &["wasm-bindgen", TEST_RUNNER],
        archive,
        // `--locked` is not used: the package is published without a lock file.
        install_options: &[],
        install_minutes: 3,
    }
}
