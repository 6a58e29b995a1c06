//! The texts of this page, which `build.rs` generates from `locales/`.

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
