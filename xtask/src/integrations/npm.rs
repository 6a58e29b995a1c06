//! The npm package: the sources in `integrations/npm`, the site, the licences, and `docs/npm.md` as its README.
//!
//! npm itself packs it, so that the tested package equals the published one. Nothing is published here.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::{copy, copy_site, output, say};
use crate::project::Project;
use crate::tools::node;
use crate::{files, process};

const SOURCES: &str = "integrations/npm";
/// The placeholder for the version in the sources.
const NO_VERSION: &str = "\"version\": \"0.0.0\"";
const LICENCES: [&str; 3] = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];

/// Packs the built site; returns the file, `target/integrations/shindan-widget-VERSION.tgz`.
///
/// # Errors
/// Fails when the site is not built, a file cannot be written, or npm is missing or fails.
pub fn pack(project: &Project) -> Result<PathBuf> {
    let output = output(project);
    let folder = output.join("npm");
    files::remove(&folder)?;
    copy(&project.root().join(SOURCES), &folder, |_| true)?;
    copy_site(project, &folder.join("site"))?;
    for licence in LICENCES {
        files::write(&folder.join(licence), files::read(&project.root().join(licence))?)?;
    }
    files::write(&folder.join("README.md"), files::read(&project.root().join("docs/npm.md"))?)?;

    // The file is edited as text, because the order of its entries matters.
    let description = folder.join("package.json");
    let text = files::read_text(&description)?;
    ensure!(text.contains(NO_VERSION), "{} has no {NO_VERSION}", description.display());
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    files::write(&description, text.replacen(NO_VERSION, &version, 1))?;

    let mut npm = Command::new(node::npm()?);
    npm.args(["pack", "--silent", "--ignore-scripts", "--pack-destination"]).arg(&output).current_dir(&folder);
    process::output(&mut npm)
        .with_context(|| format!("`npm pack` fails in {}; run it there to see why", folder.display()))?;
    let file = output.join(format!("shindan-widget-{}.tgz", env!("CARGO_PKG_VERSION")));
    say(&file)?;
    Ok(file)
}
