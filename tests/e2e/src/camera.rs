//! Saves screenshots.

use std::path::PathBuf;

use thirtyfour::support::base64_decode;

use crate::engine::Engine;

/// The base64 result of a DevTools command.
pub fn bytes(base64: &str) -> Vec<u8> {
    base64_decode(base64).unwrap_or_else(|error| panic!("this is no base64: {error}"))
}

/// The name of a picture with its engine's folder; Chromium has none.
pub(crate) fn in_folder(engine: Engine, name: &str) -> String {
    match engine {
        Engine::Chromium => name.to_owned(),
        other => format!("{}/{name}", other.name()),
    }
}

/// Writes a PNG, given in base64, to `target/screens/NAME.png` of the repository.
pub(crate) fn keep(name: &str, base64: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/screens");
    let picture = base64_decode(base64).unwrap_or_default();
    // A picture that cannot be saved must not fail a journey.
    let file = folder.join(format!("{name}.png"));
    let made = file.parent().map_or(Ok(()), std::fs::create_dir_all);
    if made.and_then(|()| std::fs::write(&file, picture)).is_err() {
        eprintln!("the picture {} cannot be written", file.display());
    }
}
