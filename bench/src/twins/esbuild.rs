//! esbuild for the twins, with the flags that the widget's own scripts get.
//!
//! It must not know which twins there are.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use xtask::process;
use xtask::tools::BuildTools;

const FLAGS: [&str; 7] = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=none",
    "--log-level=warning",
];

/// Makes one module of the script `entry`, and a stylesheet beside it if it imports one. Packages come from `modules`.
///
/// # Errors
/// esbuild's own, printed by it.
pub fn run(tools: &BuildTools, entry: &Path, modules: &Path, more: &[OsString], output: &Path) -> Result<()> {
    let mut outfile = OsString::from("--outfile=");
    outfile.push(output);
    let mut esbuild = Command::new("esbuild");
    esbuild.arg(entry).args(FLAGS).args(more).arg(outfile).env("NODE_PATH", modules).env("PATH", &tools.path);
    process::run("bundling a twin", &mut esbuild)
}
