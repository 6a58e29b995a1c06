//! References from scripts to files of their build: `NAME#sha256-…`, the name and the hash of the content.
//!
//! The fragment stays with an address and is never sent, so that `www/pinned.js` finds the hash wherever the address is
//! passed. The hash is SHA-256, because a respondent downloads each hash and hashes do not compress. This module must
//! not know which files there are.

use std::path::Path;

use anyhow::Result;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

use crate::files;

/// The reference to the file `name` of `site`, with its hash.
///
/// # Errors
/// Names the file that cannot be read.
pub fn pinned(site: &Path, name: &str) -> Result<String> {
    let hash = Sha256::digest(files::read(&site.join(name))?);
    Ok(format!("{name}#sha256-{}", BASE64_STANDARD.encode(hash)))
}

/// Adds the hash to each of these references.
///
/// # Errors
/// The errors of [`pinned`].
pub fn pin<'a>(site: &Path, names: impl IntoIterator<Item = &'a mut String>) -> Result<()> {
    for name in names {
        *name = pinned(site, name)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn names_go_with_what_their_bytes_hash_to() {
        let site = Scratch::new().with("a.js", "");
        let mut names = ["a.js".to_owned()];
        pin(site.path(), &mut names).unwrap();
        assert_eq!(names, ["a.js#sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="]);
        assert!(pinned(site.path(), "b.js").is_err());
    }
}
