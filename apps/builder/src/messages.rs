//! The texts of this page and the ids of the built-in packs, which `build.rs` generates from `locales/` and `packs/`.

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
include!(concat!(env!("OUT_DIR"), "/built_in.rs"));
