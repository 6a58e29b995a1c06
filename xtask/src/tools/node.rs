//! Node.js, the only prerequisite besides rustup: every system has its own good way to install it.
//!
//! This module must not install it.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};

use crate::process;

const OLDEST: u32 = 20;

/// The path of `npm`, if Node is installed and recent enough.
///
/// # Errors
/// Says how to install Node.
pub fn npm() -> Result<PathBuf> {
    let node = process::find_on_path("node").with_context(|| advice("it was not found"))?;
    let version = process::version_of(&node).unwrap_or_default();
    let new_enough = process::major(&version).is_some_and(|major| major >= OLDEST);
    ensure!(new_enough, advice(&format!("{} says version {version:?}", node.display())));
    process::find_on_path("npm").with_context(|| advice("its `npm` was not found"))
}

fn advice(what: &str) -> String {
    format!(
        "Node.js {OLDEST} or newer with npm is needed to bundle the loader, and {what}; install it \
         (macOS: `brew install node`; Debian 13 and Ubuntu 25.04 or newer: `apt-get install nodejs npm`; \
         elsewhere see nodejs.org) and run the command again"
    )
}
