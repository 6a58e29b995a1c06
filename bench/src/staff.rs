//! When a page for staff is first painted: the shell that stands before its wasm has come.
//!
//! It must not know what the page does.

use anyhow::{Context as _, Result};
use xtask::commands::bench::Options;

use crate::cdp::Cdp;
use crate::page::Page;

/// The pages, below the measured site.
pub const PAGES: [&str; 2] = ["shindan/builder.html", "shindan/leads.html"];

const PAINT: &str = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";

/// Visits the page; how long its first text took to be painted, in milliseconds from the start of the navigation.
///
/// # Errors
/// When it does not load, or shows nothing.
pub fn visit(cdp: &mut Cdp, options: &Options, url: &str) -> Result<f64> {
    let mut page = Page::open(cdp, options, "")?;
    page.visit(url)?;
    let painted: Option<f64> = page.evaluate(PAINT)?;
    page.close()?;
    painted.context("nothing was ever painted")
}
