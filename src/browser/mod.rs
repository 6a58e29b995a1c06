//! The edge to the browser: the only place of this crate that performs effects.

mod configuration;
mod lead;
mod loader;
mod modules;
mod page;
mod panic;
mod print;

pub(crate) use configuration::read_settings;
pub(crate) use lead::lead_context;
pub use loader::Loader;
pub(crate) use loader::SessionStore;
pub(crate) use page::{BrowserPage, today};
pub(crate) use panic::set_panic_hook;
