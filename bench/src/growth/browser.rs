//! The widget's wasm with packs of two sizes in the browser, everything already downloaded.
//!
//! A page of its own starts the runtime of the built site as the loader does. It must not know how it renders.

use anyhow::{Context as _, Result};
use serde::Deserialize;
use xtask::bundle::manifest::Manifest;
use xtask::commands::bench::Options;

use super::Row;
use crate::cdp::Cdp;
use crate::page::Page;
use crate::stats::median;

/// What one visit gave, in milliseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Mounted {
    /// From the start of the wasm to the first question in the page.
    mounted: f64,
    /// From a choice to the next question in the page.
    answered: f64,
    /// From the last answer to the verdict in the page.
    concluded: f64,
}

/// The address, below the measured site, of the page that mounts a pack of `size` questions.
///
/// # Errors
/// When the built site lacks the wasm.
pub fn page(manifest: &Manifest, size: usize) -> Result<String> {
    let mut names = manifest.files.iter().map(|file| &file.path);
    let wasm = names
        .find(|path| path.starts_with("shindan-") && path.ends_with(".wasm"))
        .context("the site has no wasm of the widget")?;
    Ok(format!("growth/?wasm=/shindan/{wasm}&pack=/growth/{size}.txt&run=/growth/{size}.run.txt"))
}

/// Mounts a pack, the address of whose page is given.
///
/// # Errors
/// When it does not mount.
pub fn visit(cdp: &mut Cdp, options: &Options, url: &str) -> Result<Mounted> {
    // What is downloaded beforehand need not come slowly.
    let options = Options { rtt: 0, kbit: 100_000, ..options.clone() };
    let mut page = Page::open(cdp, &options, "")?;
    page.visit(url)?;
    let mounted = page.evaluate("__grown")?;
    page.close()?;
    Ok(mounted)
}

/// The medians of the visits with the small pack and with the large one.
pub fn rows(small: &[Mounted], large: &[Mounted]) -> Vec<Row> {
    let row = |what: &str, time: fn(&Mounted) -> f64| {
        let at = |visits: &[Mounted]| median(&visits.iter().map(time).collect::<Vec<_>>()).unwrap_or(f64::NAN);
        Row { what: what.to_owned(), milliseconds: [at(small), at(large)] }
    };
    vec![
        row("browser: from the start of the wasm to the first question in the page", |visit| visit.mounted),
        row("browser: from a choice to the next question in the page", |visit| visit.answered),
        row("browser: from the last answer to the verdict in the page", |visit| visit.concluded),
    ]
}
