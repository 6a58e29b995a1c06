//! The pages that are measured, built into one folder: each twin, the bare pages with the embed, the host pages.
//!
//! Every page asks the questions of the readiness pack, from which they are written into it. One file a page that
//! needs more than that. It must not know how they are measured.

pub mod esbuild;
pub mod growth;
pub mod host;
pub mod questions;
pub mod snippet;
pub mod surveyjs;
pub mod vanilla;
pub mod yew;

use std::path::{Path, PathBuf};

use anyhow::Result;
use xtask::bundle::compress;
use xtask::files;
use xtask::project::Project;
use xtask::tools;

use questions::Questions;

/// What a page has where its questions go.
const PLACE: &str = "QUESTIONS";

/// A folder of the twins' sources, and the folder that is served.
#[derive(Debug)]
pub struct Folders {
    sources: PathBuf,
    site: PathBuf,
}

impl Folders {
    /// Where the page `name` is written.
    fn site(&self, name: &str) -> PathBuf {
        self.site.join(name)
    }

    fn source(&self, name: &str, file: &str) -> PathBuf {
        self.sources.join(name).join(file)
    }

    /// Writes the page `name` with `questions` in their place.
    fn page(&self, name: &str, questions: &str) -> Result<()> {
        self.file(name, "index.html", questions)
    }

    /// Writes a file of the page `name` with `questions` in their place.
    fn file(&self, name: &str, file: &str, questions: &str) -> Result<()> {
        let text = files::read_text(&self.source(name, file))?.replace(PLACE, questions);
        files::write(&self.site(name).join(file), text)
    }
}

/// Builds everything into a folder below `work`, compressed, and gives that folder. `modules` are the installed
/// packages of `bench/package.json`; `dist` is built before.
///
/// # Errors
/// Names the step that failed.
pub fn build(project: &Project, work: &Path, modules: &Path, questions: &Questions) -> Result<PathBuf> {
    let folders = Folders { sources: project.root().join("bench/twins"), site: work.join("site") };
    files::remove(work)?;
    let tools = tools::for_build(project)?;

    folders.page("widget", "")?;
    snippet::build(&project.dist(), &folders)?;
    folders.page("inline", &questions.html())?;
    vanilla::build(&folders, &tools, questions)?;
    surveyjs::build(&folders, &tools, modules, questions)?;
    yew::build(project, &folders, &tools, &work.join("yew"), questions)?;
    host::build(&project.dist(), &folders)?;
    growth::build(&folders)?;
    compress::all(&folders.site)?;
    Ok(folders.site)
}
