//! `cargo xtask bench`: the widget beside its peers, measured on a slow phone in one run.
//!
//! Where to start: [`run`] is the whole order of things. [`twins`] builds the pages that are measured, [`chromium`],
//! [`cdp`] and [`page`] are the browser, [`visit`], [`host`], [`staff`], [`lighthouse`] and [`growth`] measure one thing each,
//! [`stats`] makes ratios of it, [`budget`] holds them against the bars, [`report`] writes them down.
//!
//! Absolute times depend on the machine and its load. What counts are ratios between pages of one round, so every
//! round measures every page once, in a fresh browser context, and starts with another page.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod budget;
pub mod cdp;
pub mod chromium;
pub mod growth;
pub mod host;
pub mod lighthouse;
pub mod page;
pub mod progress;
pub mod report;
pub mod run;
pub mod staff;
pub mod stats;
pub mod subject;
pub mod taps;
pub mod twins;
pub mod visit;
