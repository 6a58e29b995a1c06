//! Versions from `Cargo.lock`, so that a tool that must match a library is never pinned twice.
//!
//! It reads the lock file's text; it must not ask cargo.

use anyhow::{Context as _, Result};

use crate::files;
use crate::project::Project;

/// The locked version of `package`.
///
/// # Errors
/// Fails when the lock file or the package in it is missing.
pub fn version_of(project: &Project, package: &str) -> Result<String> {
    let text = files::read_text(&project.root().join("Cargo.lock"))?;
    find(&text, package)
        .with_context(|| format!("Cargo.lock has no package {package:?}; restore the file from the repository"))
}

fn find(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"somewhere\"
";

    #[test]
    fn the_whole_name_counts() {
        assert_eq!(find(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(find(LOCK, "wasm"), None);
    }
}
