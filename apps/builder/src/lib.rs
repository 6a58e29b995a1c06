//! The builder: a page on which people who do not program create a diagnosis, its look and its form, and export what a
//! page needs to show it. Respondents load nothing of it, and nothing that is entered leaves the browser.

mod app;
mod caps;
mod checks;
mod context;
mod diagnostics;
mod dom;
mod embed_step;
mod exported;
mod fields;
mod find;
mod findings;
mod form_step;
mod frame;
mod hooks;
mod import;
mod import_panel;
mod labels;
mod levels;
mod look_step;
mod messages;
mod next_steps;
mod number_field;
mod own_pack;
mod pack_parts;
mod place;
mod preview;
mod print;
mod questions_step;
mod result_step;
mod snippet;
mod state;
mod store;
mod try_answers;
mod try_out;
mod versions;
mod which_pack;
mod work;
mod zip;

use wasm_bindgen::prelude::*;

/// Starts the page.
#[wasm_bindgen(start)]
pub fn start() {
    staff::start::<app::App>();
}
