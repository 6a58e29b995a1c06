//! The edge to the browser: the only place that performs effects and reads foreign values.
//!
//! What the loader can do before the wasm is there (keep the session, tell the host page, move the focus) it goes on
//! doing afterwards: [`Port`] is its side of the contract, so that there is one way of each.

mod panic;
mod port;
mod value;

pub(crate) use panic::set_panic_hook;
pub(crate) use port::Port;
pub(crate) use value::to_value;

/// Warns the site owner in the console.
pub(crate) fn warn(message: &str) {
    gloo::console::warn!(["<shindan-widget> ", message].concat());
}
