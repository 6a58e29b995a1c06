//! The questionnaire as HTML, one string per step, rendered natively by the same views that later run in the browser.
//!
//! It must not know what is in the HTML.

use std::path::Path;

use anyhow::{Context as _, Error, Result};

use messages::Messages;

use super::packs;
use crate::files;
use crate::project::Project;

/// The pack that the plain loader contains prerendered; every other pack has its own loader.
pub const DEFAULT: &str = "readiness.ja";

/// Writes the prerendered questionnaire of the file `pack` to `output`: JSON, a list of pairs of a step's name and its HTML. The steps of
/// the questions are followed by the ends in every language, as `.waiting.ja`.
///
/// # Errors
/// Fails when the pack or the wording is refused; with the path of the fault and the fix.
pub fn write(project: &Project, pack: &Path, output: &Path) -> Result<()> {
    let pack = packs::read(pack)?;
    let all = super::messages::read(&project.messages())?;
    let messages = super::messages::read_language(&project.messages(), pack.lang())?;
    let mut steps = shindan::prerender::questionnaire(pack, &messages).map_err(Error::msg)?;
    for (language, lines) in all {
        let ends = shindan::prerender::ends(&Messages::from_lines(&lines)).map_err(Error::msg)?;
        steps.extend(ends.map(|(name, html)| (format!("{name}.{language}"), html)));
    }
    files::write(output, serde_json::to_string(&steps).context("the steps are no JSON")?)
}
