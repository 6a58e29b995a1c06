//! Writes a brotli twin (`FILE.br`) beside each text and wasm file, so that any static host can send the compressed
//! form.
//!
//! It must not know which files there are, only which kinds are worth compressing.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::Result;

use crate::files;

const KINDS: [&str; 8] = ["html", "js", "css", "json", "wasm", "svg", "txt", "xml"];

/// Compresses every file of a kind that compresses well.
///
/// # Errors
/// Names the file.
pub fn all(dir: &Path) -> Result<()> {
    let mut paths = files::walk(dir)?;
    paths.retain(|path| KINDS.contains(&files::extension(path)));
    let queue = Mutex::new(paths.into_iter());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || std::iter::from_fn(next).try_for_each(|path| file(&path));
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// Compresses one file.
///
/// # Errors
/// Names the file.
pub fn file(path: &Path) -> Result<()> {
    files::write(&twin(path), compression::brotli(&files::read(path)?)?)
}

/// The compressed file's path.
pub fn twin(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    PathBuf::from(name)
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
        assert_eq!(compression::unbrotli(&small).unwrap(), text.as_bytes());
        assert!(!dir.path().join("a.png.br").exists());
    }
}
