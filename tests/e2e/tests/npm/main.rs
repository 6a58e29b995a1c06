//! The npm package, installed from the packed file as a developer would: built with Vite in React and Vue, imported by a
//! plain Node and by a plain page, typed, and driven in Chromium.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test fails by panicking, and its functions are named for what they hold"
)]

mod apps;
mod plain;
mod project;
mod types;
