//! The words of this page; `build.rs` makes them of `locales/`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));
