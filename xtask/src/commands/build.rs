//! `cargo xtask build`: the deployable site in `dist/`.
//!
//! Trunk runs the build: it compiles the widget, runs wasm-bindgen and wasm-opt, and calls [`crate::bundle`] as its
//! hook; its configuration is in `Trunk.toml` and `index.html`. This module must not touch the intermediate files.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::bundle::{self, manifest::Manifest};
use crate::project::Project;
use crate::{process, sizes, tools};

/// The feature of the widget's crate for the tests of this pipeline; see src/ui/probe.
const PROBE: &str = "maintainer-probe";

/// What is built.
#[derive(Clone, Debug, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  cargo xtask build                  then copy dist/ to any static web server
  cargo xtask build --pack sales.ja.json --pack sales.en.json")]
pub struct Options {
    /// Build this pack in as well, a file called ID.LANG.json: it has a loader of its own, embed.ID.LANG.js
    #[arg(long = "pack", value_name = "FILE")]
    pub packs: Vec<PathBuf>,
}

/// Builds the site and prints its sizes.
///
/// # Errors
/// Fails when a tool is not available or a step fails; the output of the step appears before the error.
pub fn run(project: &Project) -> Result<()> {
    through(project, &project.target())
}

/// Builds the site as [`run`] does, with the packs of `options`.
///
/// # Errors
/// The same as for [`run`]; also fails where a pack cannot be found.
pub fn with_options(project: &Project, options: &Options) -> Result<()> {
    let found = |path: &PathBuf| path.canonicalize().with_context(|| format!("{} is not there", path.display()));
    let packs = options.packs.iter().map(found).collect::<Result<Vec<_>>>()?;
    build(project, &project.target(), &std::env::join_paths(packs).context("the path of a pack has a colon in it")?)
}

/// Builds the site with cargo's and the bundler's intermediate files in the absolute folder `target`.
///
/// # Errors
/// The same as for [`run`].
pub fn through(project: &Project, target: &Path) -> Result<()> {
    build(project, target, OsStr::new(""))
}

fn build(project: &Project, target: &Path, own_packs: &OsStr) -> Result<()> {
    trunk(project, target, own_packs, &[])?;
    let manifest = Manifest::read(&project.dist()).context("the build wrote no site")?;
    println!("\n{}\n{}", project.dist().display(), sizes::table(&manifest));
    Ok(())
}

/// Builds the site with the maintainer's probe in it, by the same steps, and returns its folder.
///
/// # Errors
/// The same as for [`run`].
pub fn with_probe(project: &Project) -> Result<PathBuf> {
    let dist = project.probe_dist();
    trunk(
        project,
        &project.target(),
        OsStr::new(""),
        &["--features".as_ref(), PROBE.as_ref(), "--dist".as_ref(), dist.as_os_str()],
    )?;
    Ok(dist)
}

fn trunk(project: &Project, target: &Path, own_packs: &OsStr, options: &[&OsStr]) -> Result<()> {
    let tools = tools::for_build(project)?;

    // Trunk builds without the network, so everything in Cargo.lock must be downloaded first.
    let mut fetch = process::cargo();
    fetch.args(["fetch", "--locked", "--quiet"]).current_dir(project.root());
    process::run("fetching the crates of Cargo.lock", &mut fetch)?;

    let mut trunk = Command::new(&tools.trunk);
    trunk
        .args(["build", "--release"])
        .args(options)
        .current_dir(project.root())
        .env("PATH", &tools.path)
        .env("CARGO_TARGET_DIR", target)
        .env(bundle::OWN_PACKS, own_packs)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped_paths())
        // Trunk expects a Boolean here and refuses the usual `1`.
        .env_remove("NO_COLOR");
    process::run("building the site", &mut trunk)
}

/// Compiler flags that keep this machine's paths out of the wasm, because panics contain the path of their source file.
/// The same sources then give the same bytes for everyone, and fewer bytes.
pub fn remapped_paths() -> String {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let sources = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let mut flags: Vec<String> = sources
        .into_iter()
        .flatten()
        .flatten()
        .map(|source| format!("--remap-path-prefix={}=", source.path().display()))
        // The variable is split at spaces.
        .filter(|flag| !flag.contains(' '))
        .collect();
    flags.sort();
    flags.join(" ")
}
