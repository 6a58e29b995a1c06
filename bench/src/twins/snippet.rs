//! The bare page with the instant snippet: the first question stands in its own HTML.

use std::path::Path;

use anyhow::{Context as _, Result};
use xtask::files;

use super::Folders;

const NAME: &str = "snippet";
/// The snippet of the pack whose questions every page asks.
const SNIPPET: &str = "snippets/readiness.ja.html";

/// Writes it: the page with two lines, and in its element the snippet as the built site has it.
///
/// # Errors
/// When the site has no snippet, or that page no element.
pub fn build(dist: &Path, folders: &Folders) -> Result<()> {
    let snippet = files::read_text(&dist.join(SNIPPET))?;
    let page = files::read_text(&folders.source("widget", "index.html"))?;
    let (element, rest) = page.split_once("></shindan-widget>").context("the bare page has no element")?;
    files::write(&folders.site(NAME).join("index.html"), format!("{element}>{snippet}</shindan-widget>{rest}"))
}
