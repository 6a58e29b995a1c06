//! Packs of any size and runs through them, for the benchmarks of the rules.
//!
//! A package of its own, so that `cargo bench` builds nothing but the rules. Its tests are in the package `bench`, so
//! that they do not need criterion.

pub mod packs;

/// The two sizes at which growth is measured, in questions.
pub const SIZES: [usize; 2] = [8, 200];
