//! Journeys through the built site in a real browser, told as a respondent would tell them.
//!
//! Where to start: [`Site`] serves `dist/` (and pages made up by a test), [`Browser`] is one Chromium of its own,
//! [`Widget`] is what a respondent sees and does, [`rules`] works out what must come of the answers. A journey that
//! fails stops its test with a message that says what was waited for and what was on screen instead, and leaves a
//! picture in `target/screens/`.
//!
//! Must not know: the crate `shindan`. It looks at the site from outside, through the contract alone.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test code: a failed expectation ends the test, which is its purpose"
)]

mod axe;
mod browser;
mod camera;
mod chromedriver;
mod hand;
mod look;
mod network;
pub mod rules;
mod site;
mod wait;
mod widget;
mod witness;

pub use browser::{Browser, Device};
pub use camera::bytes;
pub use hand::{Focus, Hand};
pub use look::{Choice, Compared, Cta, Event, Finding, Look, Verdict};
pub use site::{Page, Site};
pub use thirtyfour::Key;
pub use wait::{patience, until};
pub use widget::{Answering, Widget};
pub use xtask::site::Action;
