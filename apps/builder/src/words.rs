//! The words of this page and the ids of the built-in packs; `build.rs` makes them of `locales/` and `packs/`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));
include!(concat!(env!("OUT_DIR"), "/built_in.rs"));
