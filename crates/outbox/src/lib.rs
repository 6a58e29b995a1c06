//! The outbox in the browser: a wasm of its own, for those who begin to fill in the lead form, for leads that are still on
//! their way, and for the lead console.
//!
//! Most respondents never need it, so the widget's wasm does without. What is planned and how leads are put is in `leads`;
//! here is where they are stored ([`store`]) and how they are sent ([`sender`]).

mod archive;
mod console_lead;
mod database;
mod outbox;
mod page;
mod send;
mod sender;
mod status;
mod store;
mod stored;
mod texts;
mod throttle;
mod watch;

/// Half the size of the allocator that the standard library brings, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
