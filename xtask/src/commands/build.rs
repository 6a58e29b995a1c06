//! `cargo xtask build`: the deployable site in `dist/`.
//!
//! Trunk leads: it compiles the widget, runs wasm-bindgen and wasm-opt, and calls [`crate::bundle`] as its hook; what
//! is configured stands in `Trunk.toml` and `index.html`. This module must not touch the files in between.

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
/// When a tool cannot be had or a step fails; the step's own words stand above.
pub fn run(project: &Project) -> Result<()> {
    through(project, &project.target())
}

/// The same with the packs of `options`.
///
/// # Errors
/// As [`run`], and where a pack cannot be found.
pub fn with_options(project: &Project, options: &Options) -> Result<()> {
    let found = |path: &PathBuf| path.canonicalize().with_context(|| format!("{} is not there", path.display()));
    let packs = options.packs.iter().map(found).collect::<Result<Vec<_>>>()?;
    build(project, &project.target(), &std::env::join_paths(packs).context("the path of a pack has a colon in it")?)
}

/// The same, with what cargo and the bundler make on the way in the absolute folder `target`.
///
/// # Errors
/// As [`run`].
pub fn through(project: &Project, target: &Path) -> Result<()> {
    build(project, target, OsStr::new(""))
}

fn build(project: &Project, target: &Path, own_packs: &OsStr) -> Result<()> {
    trunk(project, target, own_packs, &[])?;
    let manifest = Manifest::read(&project.dist()).context("the build wrote no site")?;
    println!("\n{}\n{}", project.dist().display(), sizes::table(&manifest));
    Ok(())
}

/// Builds the site with the maintainer's probe in it, by the same steps, and answers its folder.
///
/// # Errors
/// As [`run`].
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

    // Trunk builds without the network, so everything in Cargo.lock has to be here first.
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
        // Trunk takes this for a yes-or-no option and refuses the usual `1`.
        .env_remove("NO_COLOR");
    process::run("building the site", &mut trunk)
}

/// Compiler flags that keep this machine's paths out of the wasm: panics carry the file that they come from. The same
/// sources then give the same bytes for everyone, and fewer.
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
