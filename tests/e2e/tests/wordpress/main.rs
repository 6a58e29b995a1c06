//! The plugin in a real WordPress: installed from its ZIP, used by each role, and visited in Chromium.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test fails by panicking, and its functions are named for what they hold"
)]

mod authors;
mod desk;
mod installing;
mod looks;
mod optimisers;
mod receiver;
mod settings;
mod sources;
mod uninstalling;
mod updating;
mod wordpress;

// The same servers as child processes as those of the receivers.
#[path = "../receivers/service.rs"]
mod service;
