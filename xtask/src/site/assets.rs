//! Maps the path of a request to a file, and the file's name to its content type.
//!
//! Files outside the mounted folders are never found: not by `..`, not by its encodings, not by a symbolic link. This
//! module must not know requests or responses.

use std::path::{Path, PathBuf};

/// The mounted folders.
#[derive(Clone, Debug)]
pub(super) struct Assets {
    /// The file shown for `/`.
    pub(super) index: String,
    mounts: Vec<(String, PathBuf)>,
}

impl Assets {
    pub(super) fn of(folder: PathBuf) -> Self {
        Self { index: "index.html".to_owned(), mounts: vec![("/".to_owned(), folder)] }
    }

    pub(super) fn mount(&mut self, prefix: &str, folder: PathBuf) {
        self.mounts.push((format!("/{}/", prefix.trim_matches('/')), folder));
    }

    /// The file for a request's target, if it exists inside its folder.
    pub(super) fn find(&self, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next()?;
        let path = decode(path)?;
        let mounts = self.mounts.iter().filter(|(prefix, _)| path.starts_with(prefix));
        let (prefix, folder) = mounts.max_by_key(|(prefix, _)| prefix.len())?;
        let mut relative = path.strip_prefix(prefix.as_str())?.to_owned();
        if path == "/" {
            relative.clone_from(&self.index);
        } else if relative.is_empty() || relative.ends_with('/') {
            relative.push_str("index.html");
        }
        let harmless = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0']);
        if !relative.split('/').all(harmless) {
            return None;
        }
        let folder = folder.canonicalize().ok()?;
        let file = folder.join(relative).canonicalize().ok()?;
        (file.starts_with(&folder) && file.is_file()).then_some(file)
    }
}

/// Decodes percent-encoding; `None` if it is invalid or not UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let (high, low) = (digit()?, digit()?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

/// The content type for a file's name.
pub(super) fn content_type(path: &Path) -> &'static str {
    match crate::files::extension(path) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Whether the name contains the hash of the content (`shindan-1a2b3c4d.wasm`), so that the content never changes.
pub(super) fn is_immutable(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("");
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 8 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn only_what_is_inside_is_found() {
        let dir = Scratch::new()
            .with("secret.txt", "")
            .with("site/index.html", "")
            .with("site/a b.html", "")
            .with("site/.hidden", "")
            .with("vendor/lib.js", "")
            .with("vendor/index.html", "");
        let link = dir.path().join("site/link.txt");
        std::os::unix::fs::symlink(dir.path().join("secret.txt"), link).unwrap();
        let mut assets = Assets::of(dir.path().join("site"));
        assets.mount("vendor", dir.path().join("vendor"));
        let check = |target: &str, expect: Option<&str>| {
            let root = dir.path().canonicalize().unwrap();
            assert_eq!(assets.find(target), expect.map(|path| root.join(path)), "{target}");
        };
        check("/", Some("site/index.html"));
        check("/?q=1", Some("site/index.html"));
        check("/a%20b.html#x", Some("site/a b.html"));
        check("/vendor/lib.js", Some("vendor/lib.js"));
        check("/vendor/", Some("vendor/index.html"));
        check("/lib.js", None);
        for outside in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/link.txt", "//secret.txt"] {
            check(outside, None);
        }
        for odd in ["/.hidden", "/%", "/%zz", "/%ff", "/a%00", "", "secret.txt", "/vendor"] {
            check(odd, None);
        }
    }

    #[test]
    fn a_hash_in_the_name_is_seen() {
        assert!(is_immutable(Path::new("shindan-1a2b3c4d.wasm")));
        assert!(is_immutable(Path::new("readiness.ja-00000000.json")));
        assert!(!is_immutable(Path::new("embed.js")));
        assert!(!is_immutable(Path::new("side-example.html")));
    }
}
