//! How cost grows with the pack: the same measurements with 8 and with 200 questions.
//!
//! [`engine`] measures the rules natively, [`browser`] the way from the start of the wasm to a question on screen.

pub mod browser;
pub mod engine;

pub use bench_engine::SIZES;

/// One thing, measured at each of [`SIZES`].
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What takes the time.
    pub what: String,
    /// How long, in milliseconds.
    pub milliseconds: [f64; 2],
}
