//! The funnel: at which question people leave, of an export that the owner opens. For the owner's own eyes; nothing of what it
//! reads is sent anywhere by it.
//!
//! `app` puts the page together, `input` takes the export, `funnel_view` and `arms` show what the crate `funnel-data` makes of it.

mod app;
mod arms;
mod funnel_view;
mod input;
mod numbers;
mod words;

use wasm_bindgen::prelude::*;

/// Starts the page.
#[wasm_bindgen(start)]
pub fn start() {
    staff::start::<app::App>();
}
