//! Small file operations whose errors name the file.
//!
//! It must not know what the files are for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

/// Reads a whole file.
///
/// # Errors
/// Names the file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Reads a whole UTF-8 file.
///
/// # Errors
/// Names the file.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Writes a whole file, with the folders above it.
///
/// # Errors
/// Names the file.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    if let Some(parent) = path.parent() {
        create_dir(parent)?;
    }
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

/// Creates a folder and those above it.
///
/// # Errors
/// Names the folder.
pub fn create_dir(path: &Path) -> Result<()> {
    fs::create_dir_all(path).with_context(|| format!("{} cannot be created", path.display()))
}

/// Removes a file or a whole folder; succeeds if there is none.
///
/// # Errors
/// Names the path.
pub fn remove(path: &Path) -> Result<()> {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        other => other.with_context(|| format!("{} cannot be removed", path.display())),
    }
}

/// Every file below `dir`, sorted, so that the output is the same on each machine.
///
/// # Errors
/// Names the folder that cannot be read.
pub fn walk(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let cannot = || format!("the folder {} cannot be read", folder.display());
        for entry in fs::read_dir(&folder).with_context(cannot)? {
            let path = entry.with_context(cannot)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The file's extension in ASCII, empty if it has none.
pub fn extension(path: &Path) -> &str {
    path.extension().and_then(|ext| ext.to_str()).unwrap_or("")
}

/// The first `digits` hexadecimal digits of the SHA-256 of `bytes`.
pub fn short_hash(bytes: &[u8], digits: usize) -> String {
    let hash = Sha256::digest(bytes);
    let mut hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    hex.truncate(digits);
    hex
}

/// Copies `NAME.EXT` to `folder/NAME-HASH.EXT`, which may then be cached forever, and returns that name.
///
/// # Errors
/// Names the file.
pub fn copy_named_by_content(path: &Path, folder: &Path) -> Result<String> {
    let bytes = read(path)?;
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let name = format!("{stem}-{}.{}", short_hash(&bytes, 8), extension(path));
    write(&folder.join(&name), bytes)?;
    Ok(name)
}

#[cfg(test)]
pub(crate) mod scratch {
    //! A temporary folder for a test, removed when dropped.

    use std::path::{Path, PathBuf};
    use std::sync::atomic::{AtomicU32, Ordering};

    pub(crate) struct Scratch(PathBuf);

    impl Scratch {
        pub(crate) fn new() -> Self {
            static NEXT: AtomicU32 = AtomicU32::new(0);
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let name = format!("shindan-xtask-{}-{number}", std::process::id());
            let dir = std::env::temp_dir().join(name);
            std::fs::create_dir_all(&dir).unwrap();
            Self(dir)
        }

        pub(crate) fn path(&self) -> &Path {
            &self.0
        }

        pub(crate) fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
            super::write(&self.0.join(name), bytes).unwrap();
            self
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::scratch::Scratch;
    use super::*;

    #[test]
    fn hash_is_sha256() {
        assert_eq!(short_hash(b"abc", 8), "ba7816bf");
    }

    #[test]
    fn walk_is_sorted_and_deep() {
        let dir = Scratch::new().with("b.txt", "").with("a/c.txt", "").with("a.txt", "");
        let names: Vec<_> = walk(dir.path())
            .unwrap()
            .iter()
            .map(|path| path.strip_prefix(dir.path()).unwrap().display().to_string())
            .collect();
        assert_eq!(names, ["a/c.txt", "a.txt", "b.txt"]);
    }

    #[test]
    fn removing_what_is_not_there_is_fine() {
        let dir = Scratch::new();
        remove(&dir.path().join("nothing")).unwrap();
        let error = read(&dir.path().join("nothing")).unwrap_err();
        assert!(format!("{error:#}").contains("nothing cannot be read"));
    }
}
