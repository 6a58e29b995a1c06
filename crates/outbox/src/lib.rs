//! The outbox in the browser: a wasm of its own, for those who begin to fill in the lead form and for leads that are still
//! on their way. The console's wasm has its store alone, without the feature `page`.
//!
//! Most respondents never need it, so the widget's wasm does without. What is planned and how leads are put is in `leads`;
//! here is where they are stored ([`store`]) and how they are sent (`sender`).

pub mod database;
pub mod store;
pub mod stored;
pub mod texts;

#[cfg(feature = "page")]
mod outbox;
#[cfg(feature = "page")]
mod page;
#[cfg(feature = "page")]
mod send;
#[cfg(feature = "page")]
mod sender;
#[cfg(feature = "page")]
mod status;
#[cfg(feature = "page")]
mod throttle;
#[cfg(feature = "page")]
mod watch;

/// Half the size of the allocator that the standard library brings, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
