//! The lead console: shows the leads on this device to the people who collected them.
//!
//! `app` assembles the page. Words, rows and files of leads are pure, in `lead` and `export`; access to the browser is
//! in `services`. No respondent loads any of this, and it sends nothing of what it shows.

mod actions;
mod app;
mod components;
mod export;
mod heights;
mod lead;
mod list_state;
mod messages;
mod services;
mod shared;
mod work;

use wasm_bindgen::prelude::*;

/// Starts the page.
#[wasm_bindgen(start)]
pub fn start() {
    staff::start::<app::App>();
}
