//! Shindan (診断): an embeddable self-diagnosis widget.
//!
//! [`ui`] holds the Yew views, `browser` (wasm only) the effects, and `embed` what the loader in `www/` calls. `prerender`
//! (feature `ssr`) renders the same views natively. The rules are in the crate `diagnosis`, the run as a pure state machine
//! in `session`.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod ui;
