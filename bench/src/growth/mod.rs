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

#[cfg(test)]
mod tests {
    use super::SIZES;
    use bench_engine::packs::{readiness, run};

    #[test]
    fn packs_have_their_size_and_can_be_answered() {
        for size in SIZES {
            let pack = readiness(size).unwrap();
            assert_eq!(pack.questions().len(), size);
            assert!(pack.findings().len() >= size - 8);
            run(&pack).unwrap();
        }
        assert!(readiness(7).is_err());
    }
}
