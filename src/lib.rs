//! Shindan (診断): an embeddable self-diagnosis widget.
//!
//! Where to start: [`domain`] holds the rules, [`app`] the run as a pure state machine, [`ui`] the Yew views, and
//! `browser` (wasm only) the effects; `embed` exports what the loader in `www/` calls. `prerender` (feature `ssr`)
//! renders the same views natively. Each knows only those before it; `tests/layering.rs` keeps it so. Without the feature
//! `widget` there are only the rules and the state machine, which is what the wasm of `reader/` is made of.

pub mod app;
#[cfg(all(feature = "widget", target_arch = "wasm32"))]
mod browser;
pub mod domain;
#[cfg(all(feature = "widget", target_arch = "wasm32"))]
pub mod embed;
pub mod outbox;
#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(feature = "widget")]
pub mod ui;
