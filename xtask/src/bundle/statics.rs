//! Copies the host pages and all other files of `www/` that go into the site unchanged: everything except scripts and
//! their types, which are bundled.
//!
//! It must not change a file.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::files;

/// Copies the files of `www`, folders included.
///
/// # Errors
/// Fails when a file would replace one that is there already, or cannot be copied.
pub fn copy(www: &Path, staging: &Path) -> Result<()> {
    for path in files::walk(www)? {
        // Types (`.d.ts`) are only used for checking the scripts.
        if ["js", "ts"].contains(&files::extension(&path)) {
            continue;
        }
        let target = staging.join(path.strip_prefix(www)?);
        ensure!(!target.exists(), "{} has the name of a file that the build writes; rename it", path.display());
        files::write(&target, files::read(&path)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn scripts_stay_and_nothing_is_replaced() {
        let www =
            Scratch::new().with("demo.html", "d").with("embed.js", "e").with("types.d.ts", "").with("i/a.svg", "a");
        let site = Scratch::new();
        copy(www.path(), site.path()).unwrap();
        assert!(site.path().join("demo.html").is_file());
        assert!(site.path().join("i/a.svg").is_file());
        assert!(!site.path().join("embed.js").exists() && !site.path().join("types.d.ts").exists());

        let error = copy(www.path(), site.path()).unwrap_err();
        assert!(format!("{error:#}").contains("rename it"));
    }
}
