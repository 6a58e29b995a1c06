//! The questionnaire as HTML, a step a string, rendered natively by the same views that later run in the browser.
//!
//! It must not know what is in the HTML.

use std::path::Path;

use anyhow::{Context as _, Error, Result};

use super::packs;
use crate::files;
use crate::project::Project;

/// The pack that the loader carries prerendered; any other is rendered when the wasm is there.
const PACK: &str = "readiness.ja.json";

/// Writes the prerendered questionnaire to `output`: JSON, a list of pairs of a step's name and its HTML.
///
/// # Errors
/// When the pack is refused; with the path of the fault and the mend.
pub fn write(project: &Project, output: &Path) -> Result<()> {
    let pack = packs::read(&project.packs().join(PACK))?;
    let steps = shindan::prerender::questionnaire(pack).map_err(Error::msg)?;
    files::write(output, serde_json::to_string(&steps).context("the steps are no JSON")?)
}
