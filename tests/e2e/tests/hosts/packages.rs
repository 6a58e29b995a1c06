//! The packages that hosts are made of, pinned in `package.json` beside this file, and scripts bundled from them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use xtask::process;
use xtask::project::Project;
use xtask::tools::cache::Cache;
use xtask::tools::hosts;
use xtask::tools::npm::Npm;

/// The folder of the packages.
pub(crate) fn folder() -> PathBuf {
    // By one test for all: two at once would install into one draft.
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let found = FOLDER.get_or_init(|| {
        let cache = Cache::from_env().expect("there is a cache");
        let project = Project::find().expect("this is a checkout");
        hosts::packages(&cache, &project).expect("the packages of the hosts are there")
    });
    found.clone()
}

/// Makes one module of the script `entry`, which may import packages.
pub(crate) fn bundle(entry: &Path, output: &Path) {
    let (cache, project) = (Cache::from_env().expect("there is a cache"), Project::find().expect("this is a checkout"));
    let npm = Npm::ensure(&cache, &project).expect("esbuild is there");
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(output);
    let mut esbuild = Command::new(npm.esbuild());
    esbuild.arg(entry).args(["--bundle", "--minify", "--format=esm", "--log-level=warning"]).arg(outfile);
    esbuild.args(["--define:process.env.NODE_ENV=\"production\"", "--jsx=automatic"]).env("NODE_PATH", folder());
    process::run("bundling a host's script", &mut esbuild).expect("the script can be bundled");
}
