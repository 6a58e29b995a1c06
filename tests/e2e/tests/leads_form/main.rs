//! The lead form, as a respondent meets it: what it asks, what it says, and what it hands over.
//!
//! What becomes of a lead on bad networks and at bad receivers is the matter of `leads`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test code: a failed expectation ends the test, which is its purpose"
)]

mod desk;
mod filling;
mod kiosk;
mod looks;
mod payload;
mod placement;
mod settings;
mod told;

use desk::Desk;
