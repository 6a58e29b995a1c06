//! The leads of a device for the lead console, a wasm of its own: a respondent never loads it.
//!
//! Where leads are kept is the outbox's business; here many are read and changed at a time.

mod archive;
mod console_lead;
