//! Writes a brotli twin (`FILE.br`) beside each text and wasm file, so that any static host can send the compressed
//! form.
//!
//! It must not know which files there are, only which kinds are worth compressing.

use std::path::{Path, PathBuf};

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;

use crate::files;

const KINDS: [&str; 8] = ["html", "js", "css", "json", "wasm", "svg", "txt", "xml"];

/// Compresses every file of a kind that compresses well.
///
/// # Errors
/// Names the file.
pub fn all(dir: &Path) -> Result<()> {
    for path in files::walk(dir)? {
        if KINDS.contains(&files::extension(&path)) {
            file(&path)?;
        }
    }
    Ok(())
}

/// Compresses one file.
///
/// # Errors
/// Names the file.
pub fn file(path: &Path) -> Result<()> {
    files::write(&twin(path), brotli(&files::read(path)?)?)
}

/// The compressed file's path.
pub fn twin(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    PathBuf::from(name)
}

/// The smallest brotli stream that every browser reads: quality 11, no large window.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        large_window: false,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "診断".repeat(500);
        let dir = Scratch::new().with("a.js", &text).with("a.png", &text);
        all(dir.path()).unwrap();
        let small = files::read(&dir.path().join("a.js.br")).unwrap();
        assert!(small.len() < text.len() / 50, "{}", small.len());
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut small.as_slice(), &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        assert!(!dir.path().join("a.png.br").exists());
    }
}
