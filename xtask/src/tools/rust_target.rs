//! The standard library for WebAssembly.
//!
//! It belongs to the toolchain, so it is the one thing that goes neither into the cache nor into the checkout. It must
//! not change the toolchain in any other way.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use super::say;
use crate::process;

/// The target of the widget.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the target to the toolchain in use, if it is not there.
///
/// # Errors
/// Fails when rustup cannot add it; names the command to type.
pub fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    say(format!("adding the target {WASM} to the Rust toolchain: the widget is compiled to it"));
    let mut rustup = Command::new("rustup");
    process::run("adding the target", rustup.args(["target", "add", WASM]))
        .with_context(|| format!("the standard library for {WASM} is needed; add it by `rustup target add {WASM}`"))
}

/// Whether the toolchain in use has the target.
pub(super) fn is_installed() -> bool {
    let mut rustc = Command::new("rustc");
    let library = process::output(rustc.args(["--print", "target-libdir", "--target", WASM]));
    library.is_some_and(|dir| Path::new(&dir).is_dir())
}
