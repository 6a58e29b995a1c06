//! What the widget does to the page around it while nobody has come near: shifts of the layout, blocked time.
//!
//! The demo page is visited twice a round: with the widget far below the fold, and without it. The pages are made by
//! [`crate::twins::host`]. It must not know how the widget loads.

use anyhow::Result;
use serde::Deserialize;
use xtask::commands::bench::Options;

use crate::cdp::Cdp;
use crate::page::Page;

/// Shifts and long tasks, from the page's first moment.
const OBSERVE: &str = "
    window.__host = { shift: 0, blocking: 0 };
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) __host.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) __host.blocking += Math.max(0, duration - 50);
    }).observe({ type: 'longtask', buffered: true });";

/// Goes down as a thumb would, a third of a screen a frame.
const SCROLL: &str = "new Promise((done) => {
    const frame = () => {
        const before = scrollY;
        scrollBy({ top: 280, behavior: 'instant' });
        scrollY === before ? done(null) : requestAnimationFrame(frame);
    };
    frame();
})";

/// What one visit to a host page gave.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct HostVisit {
    /// Cumulative layout shift: while loading, and while scrolling down to the end.
    pub shift: f64,
    /// What long tasks took beyond their first 50 ms before anyone did anything, in milliseconds.
    pub blocking: f64,
    /// What all tasks of the page's main thread took before anyone did anything, in milliseconds.
    #[serde(default)]
    pub main_thread: f64,
}

/// Visits a host page and then scrolls to its end.
///
/// # Errors
/// When it does not load.
pub fn visit(cdp: &mut Cdp, options: &Options, url: &str) -> Result<HostVisit> {
    let mut page = Page::open(cdp, options, OBSERVE)?;
    page.visit(url)?;
    let untouched: HostVisit = page.evaluate("__host")?;
    let main_thread = page.main_thread_time()?;
    page.evaluate::<Option<()>>(SCROLL)?;
    page.wait_until_idle()?;
    let scrolled: HostVisit = page.evaluate("__host")?;
    page.close()?;
    Ok(HostVisit { shift: scrolled.shift, blocking: untouched.blocking, main_thread })
}
