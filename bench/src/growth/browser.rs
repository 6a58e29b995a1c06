//! The widget with packs of two sizes in the browser, over a fast network.
//!
//! A page of its own names a pack by its address, and goes the whole way. It must not know how the widget renders.

use anyhow::Result;
use serde::Deserialize;
use xtask::commands::bench::Options;

use super::Row;
use crate::cdp::Cdp;
use crate::page::Page;
use crate::stats::median;

/// What one visit gave, in milliseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Mounted {
    /// From the element in the page to the painted first question.
    mounted: f64,
    /// From a choice to the painted next question, the median of the way.
    answered: f64,
    /// From the last answer to the painted verdict.
    pub concluded: f64,
}

/// The address, below the measured site, of the page that asks a pack of `size` questions.
pub fn page(size: usize) -> String {
    format!("growth/?loader=/shindan/embed.js&pack=/growth/{size}.json")
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
        row("browser: from the element to the painted first question of a pack at an address", |visit| visit.mounted),
        row("browser: from a choice to the painted next question", |visit| visit.answered),
        row("browser: from the last answer to the painted verdict", |visit| visit.concluded),
    ]
}
