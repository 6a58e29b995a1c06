//! From Trunk's staging folder to the deployable site.
//!
//! Trunk compiles the wasm, runs wasm-bindgen and writes `index.html`; its `post_build` hook then calls
//! [`run`], one step after the other, one file a step. What comes out depends on the checkout alone: no time, no path
//! of this machine, so that two builds give the same bytes. It must not compile the widget: that is Trunk's.

pub mod apps;
pub mod compile;
pub mod compress;
pub mod esbuild;
pub mod integrity;
pub mod manifest;
pub mod messages;
pub mod notices;
pub mod packs;
pub mod pages;
pub mod prerender;
pub mod snippet;
pub mod statics;
pub mod wasm;
pub mod wasm_module;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::files;
use crate::project::Project;
use crate::tools::{cache::Cache, npm::Npm};
use esbuild::{Esbuild, Parts};
use wasm::Bound;
use wasm_module::Tools;

/// The environment variable with the files of packs that are built in beside those of the project.
pub const OWN_PACKS: &str = "SHINDAN_OWN_PACKS";

/// The files of packs that are built in beside those of the project: Trunk's hook takes no arguments.
fn own_packs() -> Vec<PathBuf> {
    let files = std::env::var_os(OWN_PACKS).filter(|files| !files.is_empty());
    files.map(|files| std::env::split_paths(&files).collect()).unwrap_or_default()
}

/// Turns `staging`, as Trunk leaves it, into the site.
///
/// # Errors
/// Those of the steps, each naming the step.
pub fn run(project: &Project, staging: &Path) -> Result<()> {
    let work = project.target().join("bundle");
    files::remove(&work)?;
    files::create_dir(&work)?;
    let cache = Cache::from_env()?;
    let npm = Npm::ensure(&cache, project)?;
    let wasm_opt = npm.bin().join("wasm-opt");
    let esbuild = Esbuild::new(npm.esbuild());

    let glue = work.join("glue.js");
    let bound = Bound { folder: staging, name: "shindan" };
    let mut wasm = wasm::finish(bound, staging, &work, &wasm_opt, &glue)?;
    let tools = Tools { cache: &cache, wasm_opt: &wasm_opt, work: &work };
    let mut reader = wasm_module::write(project, wasm_module::READER, &tools, staging).context("making the reader")?;
    let mut modules = Vec::new();
    for name in wasm_module::MODULES {
        modules.push((
            name,
            wasm_module::write(project, name, &tools, staging).with_context(|| format!("making {name}"))?,
        ));
    }
    let sources = packs::sources(&project.packs(), &own_packs())?;
    let mut packs = packs::write(&sources, staging)?;
    let mut messages = messages::write(&project.messages(), staging)?;
    integrity::pin(staging, [&mut wasm, &mut reader.wasm])?;
    integrity::pin(staging, modules.iter_mut().map(|(_, module)| &mut module.wasm))?;
    integrity::pin(staging, packs.values_mut().chain(messages.values_mut()))?;
    let questionnaire = |name: &str| work.join(format!("questionnaire.{name}.json"));
    for (name, pack) in &sources {
        prerender::write(project, pack, &questionnaire(name)).with_context(|| format!("prerendering {name}"))?;
    }
    for name in esbuild::STYLES {
        esbuild.styles(&project.styles(name), &work.join(name).with_extension("css"))?;
    }
    let styles = files::read_text(&work.join("styles.css"))?;
    let marks = snippet::write(project, &sources, &styles, staging).context("writing the snippets")?;
    let mark = |name: &str| marks.get(name).cloned().unwrap_or_default();
    let www = project.www();
    let mut parts = Parts {
        www: &www,
        glue: &glue,
        questionnaire: questionnaire(prerender::DEFAULT),
        prerendered: prerender::DEFAULT.to_owned(),
        snippet: mark(prerender::DEFAULT),
        styles: &work,
        wasm: &wasm,
        packs: &packs,
        messages: &messages,
        reader: &reader,
        reader_script: String::new(),
        modules: BTreeMap::new(),
        modes: String::new(),
        contrast: String::new(),
        runtime: String::new(),
    };
    let named = |entry: &Path, script: &str, parts: &Parts<'_>| {
        let output = work.join(script);
        esbuild.script(entry, parts, &output)?;
        let name = files::copy_named_by_content(&output, staging);
        integrity::pinned(staging, &name.with_context(|| format!("naming {script} by its content"))?)
    };
    let by_content = |script: &str, parts: &Parts<'_>| named(&www.join(script), script, parts);
    for (name, module) in modules {
        let script = named(&module.glue, &format!("{name}.js"), &parts)?;
        parts.modules.insert(name, [script, module.wasm]);
    }
    // Each names those before it.
    parts.reader_script = by_content(pages::READER, &parts)?;
    parts.contrast = by_content(pages::CONTRAST, &parts)?;
    parts.modes = by_content(pages::MODES, &parts)?;
    parts.runtime = by_content(pages::RUNTIME, &parts)?;
    for script in pages::scripts(&[staging, &project.www()])? {
        esbuild.script(&project.www().join(&script), &parts, &staging.join(&script))?;
    }
    for name in sources.keys().filter(|name| *name != prerender::DEFAULT) {
        parts.questionnaire = questionnaire(name);
        parts.prerendered.clone_from(name);
        parts.snippet = mark(name);
        esbuild.script(&www.join(pages::LOADER), &parts, &staging.join(pages::loader_of(name)))?;
    }
    // After the scripts of `www`, which are looked for in the pages that are there by now.
    apps::write(project, &tools, &esbuild, staging)?;
    statics::copy(&project.www(), staging).context("copying the host pages")?;
    notices::write(project, staging).context("naming what of others is inside")?;

    compress::all(staging).context("compressing")?;
    manifest::write(staging, env!("CARGO_PKG_VERSION")).context("writing the manifest")
}
