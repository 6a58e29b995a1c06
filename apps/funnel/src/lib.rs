//! The funnel page: shows at which question people leave, from an export that the owner opens. Only the owner sees it;
//! it sends nothing of what it reads.
//!
//! `app` assembles the page, `input` reads the export, `funnel_view` and `arms` show the results of the crate
//! `funnel-data`.

mod app;
mod arms;
mod funnel_view;
mod input;
mod messages;
mod numbers;

use wasm_bindgen::prelude::*;

/// Starts the page.
#[wasm_bindgen(start)]
pub fn start() {
    staff::start::<app::App>();
}
