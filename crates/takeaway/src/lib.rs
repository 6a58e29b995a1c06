//! A result to take along: [`qr`] for the respondent's phone, [`picture`] for slides.
//!
//! It is a wasm of its own, since few respondents ask for either. `page` (wasm only) puts the QR code into its place and
//! reads the result off the screen; the rest is pure. The module knows no language, because all texts come from the
//! screen.

pub mod picture;
pub mod qr;

#[cfg(target_arch = "wasm32")]
pub mod page;

/// Half the size of the allocator that the standard library brings, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
