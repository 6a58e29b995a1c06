//! The bare page with the instant snippet: the first question stands in its own HTML.

use std::path::Path;

use anyhow::Result;
use xtask::files;

use super::Folders;

const NAME: &str = "snippet";
/// The snippet of the pack whose questions every page asks.
const SNIPPET: &str = "snippets/readiness.ja.html";

/// Writes it, with the snippet as the built site has it.
///
/// # Errors
/// When the site has no snippet.
pub fn build(dist: &Path, folders: &Folders) -> Result<()> {
    folders.page(NAME, &files::read_text(&dist.join(SNIPPET))?)
}
