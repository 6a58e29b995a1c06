//! A result beside those of others, as a wasm of its own: only pages whose owner names a benchmark load it, once the result is
//! on screen.
//!
//! [`comparison`] puts a file and a result into texts and shares, and is pure; `page` (wasm only) draws them below the result.
//! It sends nothing, and keeps no choice of a group.

pub mod comparison;
pub mod messages;

#[cfg(target_arch = "wasm32")]
mod draw;
#[cfg(target_arch = "wasm32")]
pub mod page;

/// Half the size of the allocator that the standard library brings, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
