//! The adapters to the browser: each file wraps one of its interfaces, with errors as values. They know nothing of what
//! they are used for.

pub mod clock;
pub mod http;
pub mod indexed_db;
pub mod local_storage;
pub mod locks;
pub mod random;
