//! Nothing is lost: leads on their way from the widget to receivers that are down, slow, wrong or elsewhere, in a real
//! browser.
//!
//! Each journey ends with exactly one lead at the receiver (by its id; a repetition carries the same), or with an honest
//! word and a way out on screen. Nobody waits for a clock: see `clock.js`.

mod lead_page;
mod network;
mod privacy;
mod removal;
mod replies;
mod storage;
mod tabs;
mod update;
mod vendors;

use lead_page::{A_WHILE, LeadPage};
