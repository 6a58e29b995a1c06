//! The lead console: what this device keeps of leads, for the people who took them.
//!
//! `app` puts the page together. What leads are in words, rows and files is pure, in `lead` and `export`; what the
//! browser has is in `services`. No respondent loads any of this, and nothing of what it shows is sent anywhere by it.

mod actions;
mod app;
mod components;
mod export;
mod heights;
mod lead;
mod list_state;
mod services;
mod shared;
mod words;
mod work;

use wasm_bindgen::prelude::*;

/// Starts the page.
#[wasm_bindgen(start)]
pub fn start() {
    staff::start::<app::App>();
}
