//! Trunk, which builds the site.
//!
//! It must not know how Trunk is called; see [`crate::commands::build`].

use std::path::PathBuf;

use anyhow::Result;

use super::cache::Cache;
use super::pinned::Pinned;
use super::platform;

const VERSION: &str = "0.21.14";

/// The folder that holds `trunk`.
///
/// # Errors
/// The errors of [`Pinned::ensure`].
pub fn ensure(cache: &Cache) -> Result<PathBuf> {
    pinned().ensure(cache)
}

/// The program to look for.
pub(super) fn pinned() -> Pinned<'static> {
    let archive = platform::triple("gnu")
        .map(|triple| format!("https://github.com/trunk-rs/trunk/releases/download/v{VERSION}/trunk-{triple}.tar.gz"));
    Pinned {
        package: "trunk",
        version: VERSION,
        why: "it builds the site from index.html",
        programs: &["trunk"],
        archive,
        // Its default features check for updates and serve TLS, and take minutes longer to compile.
        install_options: &["--locked", "--no-default-features"],
        install_minutes: 8,
    }
}
