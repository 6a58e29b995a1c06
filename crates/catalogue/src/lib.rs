//! The texts of a staff page: `locales/LANG.json` in, Rust out. The build script of a page calls [`build`].
//!
//! The output is a struct `Messages` with a field for each text, a method for each text with `{placeholders}`, and a
//! `staff::Table` for each object of texts. The compiler therefore finds a text that is missing in a language, or that
//! nobody uses. The crate does not depend on what any text says.

mod generate;
mod read;

use std::path::Path;

pub use generate::source;
pub use read::{Catalogue, Text};

/// Reads `locales/ja.json` and `locales/en.json` beside the caller's `Cargo.toml`, and writes `messages.rs` into cargo's
/// folder for the output of build scripts. Include it by `include!(concat!(env!("OUT_DIR"), "/messages.rs"))`.
///
/// # Errors
/// Names the file and the text that is missing, superfluous, or of another form.
pub fn build() -> Result<(), String> {
    let folder = variable("CARGO_MANIFEST_DIR")?;
    let locales = Path::new(&folder).join("locales");
    println!("cargo:rerun-if-changed={}", locales.display());
    let read = |language: &str| {
        let path = locales.join(language).with_extension("json");
        let json = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Catalogue::read(&json).map_err(|fault| format!("{}: {fault}", path.display()))
    };
    let made = source(&read("ja")?, &read("en")?)?;
    let path = Path::new(&variable("OUT_DIR")?).join("messages.rs");
    std::fs::write(&path, made).map_err(|error| format!("{}: {error}", path.display()))
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name} is not set; this is for build scripts"))
}
