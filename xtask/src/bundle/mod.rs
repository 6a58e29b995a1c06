//! From Trunk's staging folder to the deployable site.
//!
//! Trunk compiles the wasm, runs wasm-bindgen and writes `index.html`; its `post_build` hook then calls
//! [`run`], one step after the other, one file a step. What comes out depends on the checkout alone: no time, no path
//! of this machine, so that two builds give the same bytes. It must not build anything itself.

pub mod compress;
pub mod esbuild;
pub mod manifest;
pub mod packs;
pub mod pages;
pub mod prerender;
pub mod snip;
pub mod statics;
mod unreached;
pub mod wasm;
pub mod words;

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::files;
use crate::project::Project;
use crate::tools::{cache::Cache, npm::Npm};
use esbuild::{Esbuild, Parts};

/// Turns `staging`, as Trunk leaves it, into the site.
///
/// # Errors
/// Those of the steps, each naming the step.
pub fn run(project: &Project, staging: &Path) -> Result<()> {
    let work = project.target().join("bundle");
    files::remove(&work)?;
    files::create_dir(&work)?;
    let npm = Npm::ensure(&Cache::from_env()?, project)?;
    let esbuild = Esbuild::new(npm.esbuild());

    let glue = work.join("glue.js");
    let wasm = wasm::finish(staging, &work, &npm.bin().join("wasm-opt"), &glue, wasm::Snipping::Widget)?;
    let packs = packs::write(&project.packs(), staging)?;
    let words = words::write(&project.words(), staging)?;
    let questionnaire = work.join("questionnaire.json");
    prerender::write(project, &questionnaire).context("prerendering the questionnaire")?;
    for name in esbuild::STYLES {
        esbuild.styles(&project.styles(name), &work.join(name).with_extension("css"))?;
    }
    let mut parts = Parts {
        glue: &glue,
        questionnaire: &questionnaire,
        styles: &work,
        wasm: &wasm,
        packs: &packs,
        words: &words,
        runtime: String::new(),
    };
    let runtime = work.join(pages::RUNTIME);
    esbuild.script(&project.www().join(pages::RUNTIME), &parts, &runtime)?;
    parts.runtime = files::copy_named_by_content(&runtime, staging).context("naming the runtime by its content")?;
    for script in pages::scripts(&[staging, &project.www()])? {
        esbuild.script(&project.www().join(&script), &parts, &staging.join(&script))?;
    }
    statics::copy(&project.www(), staging).context("copying the host pages")?;

    compress::all(staging).context("compressing")?;
    manifest::write(staging, env!("CARGO_PKG_VERSION")).context("writing the manifest")
}
