//! The outbox in the browser: a wasm of its own, for those who begin to fill in the lead form.
//!
//! Most respondents never do, so the widget's wasm does without. It must not know where leads are kept, nor how they are
//! sent (that is `www/lead/`).

use leads::{Chance, Time, answer};
use wasm_bindgen::prelude::wasm_bindgen;

/// Half the size of the allocator that the standard library brings, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Asks the outbox, see [`answer`]: `now` in seconds since 1970-01-01 UTC, `chance` a random number up to 65535.
#[wasm_bindgen]
pub fn leads(question: &str, about: &str, more: &str, now: f64, chance: u16) -> String {
    answer(question, about, more, Time::new(now as u32), Chance(chance))
}
