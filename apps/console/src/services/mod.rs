//! Access to the browser: its leads, clock, character tables, files and locks.

pub(crate) mod archive;
pub(crate) mod blobs;
pub(crate) mod calendar;
pub(crate) mod idle;
pub(crate) mod letters;
pub(crate) mod lock;
