//! Makes Rust of the messages, and of the ids of the built-in packs.

use std::path::Path;

fn main() -> Result<(), String> {
    catalogue::build()?;
    let packs = Path::new("../../packs");
    println!("cargo:rerun-if-changed={}", packs.display());
    let mut ids = Vec::new();
    for entry in std::fs::read_dir(packs).map_err(|error| error.to_string())? {
        let name = entry.map_err(|error| error.to_string())?.file_name();
        ids.extend(name.to_string_lossy().strip_suffix(".ja.json").map(str::to_owned));
    }
    // The main diagnosis first.
    ids.sort_by_key(|id| (id != "readiness", id.clone()));
    let folder = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let source = format!(
        "/// The ids of the built-in packs, the main one first.\npub(crate) const BUILT_IN: &[&str] = &{ids:?};\n"
    );
    std::fs::write(Path::new(&folder).join("built_in.rs"), source).map_err(|error| error.to_string())
}
