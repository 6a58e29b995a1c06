//! The plugin for WordPress: the sources in `integrations/wordpress`, their translations, and the site, as one ZIP.
//!
//! The output depends only on its sources. This module must not know WordPress beyond the layout of a plugin.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{catalogue, copy, copy_site, output, say};
use crate::files;
use crate::project::Project;

const SOURCES: &str = "integrations/wordpress";
/// The folder of the plugin in WordPress.
const NAME: &str = "shindan";
/// The placeholder for the version in the sources.
const NO_VERSION: &str = "0.0.0";
const VERSIONED: [&str; 2] = ["shindan.php", "readme.txt"];

/// Packs the built site; returns the file, `target/integrations/shindan-wordpress.zip`.
///
/// # Errors
/// Fails when the site is not built, a text has no translation, or a file cannot be written.
pub fn pack(project: &Project) -> Result<PathBuf> {
    pack_as(project, env!("CARGO_PKG_VERSION"))
}

/// Packs the site under another version, such as the previous one.
///
/// # Errors
/// The same as for [`pack`].
pub fn pack_as(project: &Project, version: &str) -> Result<PathBuf> {
    let output = output(project);
    let folder = output.join("wordpress").join(NAME);
    files::remove(&folder)?;
    copy(&project.root().join(SOURCES), &folder, |file| !matches!(files::extension(file), "po" | "xml"))?;
    copy_site(project, &folder.join("site"))?;
    for file in VERSIONED {
        let text = files::read_text(&folder.join(file))?;
        ensure!(text.contains(NO_VERSION), "{file} has no {NO_VERSION} in the place of its version");
        files::write(&folder.join(file), text.replace(NO_VERSION, version))?;
    }
    translate(project, &folder)?;
    let file = output.join("shindan-wordpress.zip");
    zip(&folder, &file)?;
    say(&file)?;
    Ok(file)
}

/// Writes the catalogue of each `languages/*.po`, which must translate every text of the plugin.
fn translate(project: &Project, folder: &Path) -> Result<()> {
    let sources = project.root().join(SOURCES);
    let mut texts = Vec::new();
    for file in files::walk(&sources)?.iter().filter(|file| files::extension(file) == "php") {
        texts.extend(catalogue::texts(&files::read_text(file)?));
    }
    for file in files::walk(&sources.join("languages"))?.iter().filter(|file| files::extension(file) == "po") {
        let translated = catalogue::read(&files::read_text(file)?)
            .with_context(|| format!("{} is not understood", file.display()))?;
        let missing: Vec<_> = texts.iter().filter(|text| !translated.contains_key(*text)).collect();
        ensure!(missing.is_empty(), "{} has no translation of {missing:#?}", file.display());
        let unused: Vec<_> = translated.keys().filter(|text| !text.is_empty() && !texts.contains(text)).collect();
        ensure!(unused.is_empty(), "{} translates what the plugin does not say: {unused:#?}", file.display());
        let name = Path::new(file.file_name().unwrap_or_default()).with_extension("mo");
        files::write(&folder.join("languages").join(name), catalogue::compiled(&translated)?)?;
    }
    Ok(())
}

/// Packs `folder` under its own name.
fn zip(folder: &Path, to: &Path) -> Result<()> {
    let above = folder.parent().context("the plugin's folder lies somewhere")?;
    let made = std::fs::File::create(to).with_context(|| format!("{} cannot be written", to.display()))?;
    let mut zip = ZipWriter::new(made);
    // The entries have a fixed time, so that the same sources give the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for file in files::walk(folder)? {
        let name = file.strip_prefix(above)?.to_string_lossy().replace('\\', "/");
        zip.start_file(name, options)?;
        zip.write_all(&files::read(&file)?)?;
    }
    zip.finish().map(drop).with_context(|| format!("{} cannot be finished", to.display()))
}
