//! Adapters to the browser, one module per interface, with errors as values. They do not know what they are used for,
//! and run only in wasm.
//!
//! ```no_run
//! use web::{clock, local_storage, random};
//!
//! let key = format!("example:{}", random::page_id());
//! if local_storage::set(&key, &clock::now_seconds().to_string()).is_ok() {
//!     assert!(local_storage::get(&key).is_ok_and(|text| text.is_some()));
//! }
//! ```

pub mod clipboard;
pub mod clock;
pub mod http;
pub mod indexed_db;
pub mod local_storage;
pub mod locks;
pub mod random;
