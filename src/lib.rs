//! Shindan (診断): an embeddable self-diagnosis widget.
//!
//! Where to start: [`domain`] holds the rules, [`app`] the run as a pure state machine, [`ui`] the Yew views, and
//! `browser` (wasm only) the effects; `embed` exports what the loader in `www/` calls. `prerender` (feature `ssr`)
//! renders the same views natively. Each knows only those before it; `tests/layering.rs` keeps it so.

pub mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
pub mod domain;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod ui;
