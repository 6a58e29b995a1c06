//! What the benches of the rules need: packs of any size and runs through them.
//!
//! A package of its own, so that `cargo bench` builds nothing but the rules, and `cargo test` no criterion.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod packs;

/// The two sizes at which growth is measured, in questions.
pub const SIZES: [usize; 2] = [8, 200];
