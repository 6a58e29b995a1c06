//! The outbox in the browser: stores leads, sends them and retries, as a wasm of its own. It is loaded when a
//! respondent begins to fill in the contact form, and on later pages while a lead is still waiting.
//!
//! The crate `leads` decides what is planned and how a lead is formatted for its receiver; this crate stores
//! ([`store`]) and sends (`sender`). Without the feature `page` it consists of the store alone, which the lead console
//! uses.

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

/// An allocator half the size of the one in the standard library, and faster.
#[cfg(all(target_arch = "wasm32", feature = "page"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
