//! The edge to the browser: the only place that performs effects.
//!
//! What the loader can do before the wasm is there (keep the session, tell the host page, move the focus) it goes on
//! doing afterwards: [`Port`] is its side of the contract, so that there is one way of each.

mod panic;
mod port;

pub(crate) use panic::set_panic_hook;
pub(crate) use port::Port;
