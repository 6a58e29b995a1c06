//! Node-RED, a real receiver of leads, for the tests only.
//!
//! The npm packages that `tests/e2e/receivers/node-red` pins, in the cache; the settings and the flow stay in the
//! checkout. This module must not start it, nor know what the flow does.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::cache::Cache;
use super::npm;
use crate::process;
use crate::project::Project;

/// Folder with the pinned versions, relative to the root of the checkout.
pub(super) const FOLDER: &str = "tests/e2e/receivers/node-red";
/// Name of the packages in the cache.
pub(super) const NAME: &str = "npm-node-red";
/// Files that it reads, besides the packages.
const OWN: [&str; 2] = ["settings.js", "flow.json"];

/// An installed Node-RED with the flow of the tests.
#[derive(Clone, Debug)]
pub struct NodeRed {
    program: PathBuf,
    folder: PathBuf,
}

impl NodeRed {
    /// The cached installation, else one that npm fills.
    ///
    /// # Errors
    /// Fails when Node is missing or npm fails.
    pub fn ensure(cache: &Cache, project: &Project) -> Result<Self> {
        let folder = project.root().join(FOLDER);
        let modules = npm::install(cache, NAME, &folder, "Node-RED, which takes leads in a test")?;
        let program = modules.join("node-red/red.js");
        ensure!(program.is_file(), "npm installed no Node-RED; compare package.json with {}", modules.display());
        Ok(Self { program, folder })
    }

    /// Copies settings and flow into the empty folder `home`, and returns the command that runs them there on a free
    /// port of this machine, which it prints. The caller sets the flow's variables.
    ///
    /// # Errors
    /// Fails when Node is missing or a file cannot be copied.
    pub fn command(&self, home: &Path) -> Result<Command> {
        for file in OWN {
            std::fs::copy(self.folder.join(file), home.join(file))
                .with_context(|| format!("{file} cannot be copied"))?;
        }
        let mut command = Command::new(process::find_on_path("node").context("Node.js was not found")?);
        command.arg(&self.program).arg("--userDir").arg(home).current_dir(home).env("HOME", home);
        Ok(command)
    }
}
