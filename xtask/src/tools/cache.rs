//! The folder in which tools are kept between runs and clones.
//!
//! It is outside the checkout and has one folder per tool and version, which appears atomically: a tool is installed
//! into a temporary folder that is renamed when it is complete, so that neither an interrupted nor a concurrent
//! installation can be mistaken for a tool. This module must not know which tools there are.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::files;

/// The variable that sets another cache folder.
pub const VARIABLE: &str = "SHINDAN_TOOLS";

/// The tool cache.
#[derive(Clone, Debug)]
pub struct Cache {
    dir: PathBuf,
}

impl Cache {
    /// `$SHINDAN_TOOLS`, else `shindan/tools` in the system's cache folder.
    ///
    /// # Errors
    /// Fails when the home folder is unknown.
    pub fn from_env() -> Result<Self> {
        if let Some(dir) = std::env::var_os(VARIABLE).filter(|dir| !dir.is_empty()) {
            let dir = std::path::absolute(dir).with_context(|| format!("{VARIABLE} is no path"))?;
            return Ok(Self::at(dir));
        }
        let home = || {
            std::env::var_os("HOME")
                .map(PathBuf::from)
                .with_context(|| format!("HOME is not set; set {VARIABLE} to a folder for the tools"))
        };
        let caches = if cfg!(target_os = "macos") {
            home()?.join("Library/Caches")
        } else {
            match std::env::var_os("XDG_CACHE_HOME").filter(|dir| !dir.is_empty()) {
                Some(dir) => PathBuf::from(dir),
                None => home()?.join(".cache"),
            }
        };
        Ok(Self::at(caches.join("shindan/tools")))
    }

    /// The cache in `dir`.
    pub fn at(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into() }
    }

    /// The folder of `name` in `version`, if it is installed.
    pub fn folder(&self, name: &str, version: &str) -> PathBuf {
        self.dir.join(format!("{name}-{version}"))
    }

    /// Fills the folder of `name` in `version`: `fill` gets an empty folder, which is moved into place when `fill` is
    /// done.
    ///
    /// # Errors
    /// The errors of `fill`, after which nothing is left behind, or those of the file system.
    pub fn install(&self, name: &str, version: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let folder = self.folder(name, version);
        let draft = self.dir.join(format!(".{name}-{version}-{}", std::process::id()));
        files::remove(&draft)?;
        files::create_dir(&draft)?;
        let installed = fill(&draft).and_then(|()| {
            // The existing folder is either broken, or was just completed by a concurrent run.
            files::remove(&folder)?;
            std::fs::rename(&draft, &folder).with_context(|| format!("{} cannot be put in place", folder.display()))
        });
        if installed.is_err() {
            files::remove(&draft)?;
        }
        installed.map(|()| folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn a_tool_appears_whole_or_not_at_all() {
        let dir = Scratch::new();
        let cache = Cache::at(dir.path());
        let broken = cache.install("saw", "1", |draft| {
            files::write(&draft.join("blade"), "half")?;
            anyhow::bail!("the saw broke")
        });
        assert!(format!("{:#}", broken.unwrap_err()).contains("the saw broke"));
        assert_eq!(files::walk(dir.path()).unwrap(), Vec::<PathBuf>::new());

        let saw = cache.install("saw", "1", |draft| files::write(&draft.join("blade"), "whole")).unwrap();
        assert_eq!(saw, cache.folder("saw", "1"));
        assert_eq!(files::walk(dir.path()).unwrap(), [saw.join("blade")]);
    }

    #[test]
    fn an_install_replaces_a_broken_one() {
        let dir = Scratch::new().with("saw-1/rust", "");
        let cache = Cache::at(dir.path());
        cache.install("saw", "1", |draft| files::write(&draft.join("blade"), "")).unwrap();
        assert!(!dir.path().join("saw-1/rust").exists());
    }
}
