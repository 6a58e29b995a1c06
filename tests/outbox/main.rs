//! The outbox as a world: tabs that send, crash and freeze, receivers that answer or do not, a clock that is set, a storage
//! that loses its last write. Over generated histories no lead is lost, and none is sent twice without a reason.
//!
//! `history` generates them, `world` plays them, and `checks` judges each step; `manual_driver` tests single rules.
//!
//! `SHINDAN_CASES=100000` tries a hundred thousand histories instead of a thousand, as `cargo xtask test` does.

mod checks;
mod history;
mod manual_driver;
mod migration;
mod world;

/// A day in 2026, far enough from 0 that the clock can be set back.
const START: u32 = 1_795_310_414;
