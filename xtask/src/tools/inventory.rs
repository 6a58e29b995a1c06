//! The tools of all commands, each with what is installed or how it would be installed.
//!
//! It installs nothing. It must not know how the list is printed; see [`crate::commands::doctor`].

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::apt::Apt;
use super::browser::{self, Browser};
use super::cache::Cache;
use super::crm::Crm;
use super::nginx::{self, Nginx};
use super::pinned::Pinned;
use super::python::Python;
use super::webkit::WebKit;
use super::wordpress::{self, WordPress};
use super::{firefox, hosts, libreoffice, node, node_red, npm, npm_hosts, rust_target, trunk, wasm_bindgen};
use crate::process;
use crate::project::Project;

/// A tool, or several that are installed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Display name of the tool.
    pub name: &'static str,
    /// The command that needs it first.
    pub needed_by: NeededBy,
    /// Availability of the tool.
    pub state: State,
}

/// The first command that needs a tool; later ones need it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NeededBy {
    /// `cargo xtask build`, and so `serve`.
    Build,
    /// `cargo xtask test`.
    Test,
    /// `cargo xtask test --engine all`.
    AllEngines,
}

/// Availability of a tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The tool is installed; contains its version or place.
    Installed(String),
    /// The command installs the tool.
    Installable {
        /// The means of installation.
        how: String,
        /// Approximate duration in seconds, on two cores.
        seconds: u32,
    },
    /// No command can install it; contains what to do.
    ByHand(String),
}

/// Looks for the tools of all commands.
///
/// # Errors
/// Fails when the cache has no place, or `Cargo.lock` cannot be read.
pub fn collect(project: &Project) -> Result<Vec<Item>> {
    let cache = Cache::from_env()?;
    let mut items = for_build(&cache, project)?;
    items.extend(for_test(&cache, project));
    items.extend(for_all_engines(&cache));
    Ok(items)
}

fn for_build(cache: &Cache, project: &Project) -> Result<Vec<Item>> {
    let item = |name, state| Item { name, needed_by: NeededBy::Build, state };
    let rust = process::output(Command::new("rustc").arg("--version"));
    let node = node::npm().ok().and_then(|_| process::version_of(&process::find_on_path("node")?));
    let wasm_bindgen = wasm_bindgen::version(project)?;
    Ok(vec![
        item("Rust", rust.map_or_else(|| State::ByHand("install rustup".into()), State::Installed)),
        item(
            "Rust's target for WebAssembly",
            match rust_target::is_installed() {
                true => State::Installed(rust_target::WASM.into()),
                false => State::Installable { how: "rustup".into(), seconds: 30 },
            },
        ),
        item(
            "Node.js with npm",
            match (node, node::npm()) {
                (Some(version), _) => State::Installed(version),
                (None, missing) => State::ByHand(missing.err().map(|why| why.to_string()).unwrap_or_default()),
            },
        ),
        item("packages of package.json", packages(npm::find(cache, npm::NAME, project.root()), 20)),
        item("wasm-bindgen-cli", program(cache, &wasm_bindgen::pinned(&wasm_bindgen))),
        item("Trunk", program(cache, &trunk::pinned())),
    ])
}

fn for_test(cache: &Cache, project: &Project) -> Vec<Item> {
    let item = |name, state| Item { name, needed_by: NeededBy::Test, state };
    let folder = |folder: &str| project.root().join(folder);
    let browser = Browser::find().map(|found| found.chromium);
    let python = Python::find().map(|found| found.program);
    vec![
        item("Chromium with its driver", system(browser, 60, browser::advice)),
        item("packages of the host pages", packages(npm::find(cache, hosts::NAME, &folder(hosts::FOLDER)), 30)),
        item("Vite and frameworks", packages(npm::find(cache, npm_hosts::NAME, &folder(npm_hosts::FOLDER)), 20)),
        item("WordPress with PHP and MariaDB", system(WordPress::find(cache, project), 90, wordpress::advice)),
        item("nginx with brotli", system(Nginx::find(cache).map(|found| found.program), 10, nginx::advice)),
        item("LibreOffice Calc", system(libreoffice::find(), 180, libreoffice::advice)),
        item("Node-RED", packages(npm::find(cache, node_red::NAME, &folder(node_red::FOLDER)), 40)),
        item("Python with venv", system(python, 20, super::python::advice)),
        item(
            "django-crm-admin",
            installed(Crm::find(cache, project), || State::Installable { how: "pip".into(), seconds: 60 }),
        ),
    ]
}

fn for_all_engines(cache: &Cache) -> Vec<Item> {
    let item = |name, state| Item { name, needed_by: NeededBy::AllEngines, state };
    let driver = match firefox::named_driver() {
        Some(path) => State::Installed(path.display().to_string()),
        None => program(cache, &firefox::driver()),
    };
    vec![
        item("Firefox", system(firefox::find(), 60, firefox::advice)),
        item("geckodriver", driver),
        item("WebKitGTK, Xvfb", system(WebKit::find().map(|found| found.browser), 60, super::webkit::advice)),
    ]
}

/// The state of a tool that was found, else the one that `missing` returns.
fn installed(found: Option<PathBuf>, missing: impl FnOnce() -> State) -> State {
    found.map_or_else(missing, |path| State::Installed(path.display().to_string()))
}

/// Packages of npm, in the cache.
fn packages(found: Option<PathBuf>, seconds: u32) -> State {
    installed(found, || State::Installable { how: "npm ci".into(), seconds })
}

/// A tool of the system, installed by apt where that works without a prompt.
fn system(found: Option<PathBuf>, seconds: u32, advice: impl FnOnce() -> String) -> State {
    installed(found, || match Apt::usable() {
        Some(_) => State::Installable { how: "apt".into(), seconds },
        None => State::ByHand(advice()),
    })
}

/// A program in one exact version.
fn program(cache: &Cache, program: &Pinned<'_>) -> State {
    installed(program.find(cache), || {
        let or = program.archive.as_ref().map(|_| "its release archive, else ").unwrap_or_default();
        let how = format!("{or}cargo install {} {}", program.package, program.version);
        State::Installable { how, seconds: program.install_minutes * 60 }
    })
}
