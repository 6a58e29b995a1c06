//! Shindan (診断): an embeddable self-diagnosis widget.
//!
//! [`ui`] contains the Yew views, `browser` (wasm only) the effects, and `embed` the functions that the loader in
//! `www/` calls. `prerender` (feature `ssr`) renders the same views natively. The rules are in the crate `diagnosis`,
//! the run as a pure state machine in `session`.

// Lints of the workspace that Cargo.toml leaves out because of the tests.
#![warn(missing_docs)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    clippy::todo
)]

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod ui;
