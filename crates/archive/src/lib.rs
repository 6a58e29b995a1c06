//! The leads of a device for the lead console, as a wasm of its own: a respondent never loads it.
//!
//! The crate `outbox` knows where leads are stored; this crate reads and changes many of them at a time.

mod archive;
mod console_lead;
