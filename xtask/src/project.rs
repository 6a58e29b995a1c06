//! Paths in the checkout.
//!
//! Only this module knows the layout. It must not read the files, except to find the root.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The checkout, identified by its root folder.
#[derive(Clone, Debug)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the checkout that the running command belongs to: the nearest folder with a `Trunk.toml`, upwards from
    /// the package that cargo runs, else from the current folder.
    ///
    /// # Errors
    /// Fails when there is none.
    pub fn find() -> Result<Self> {
        let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
            Some(dir) => PathBuf::from(dir),
            None => std::env::current_dir().context("the current folder cannot be read")?,
        };
        let root = start
            .ancestors()
            .find(|dir| dir.join("Trunk.toml").is_file())
            .with_context(|| format!("no Trunk.toml at or above {}; run this inside the checkout", start.display()))?;
        Ok(Self::at(root))
    }

    /// The checkout at `root`.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The deployable site that `build` writes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The site with the maintainer's probe in it, which is built for the tests alone.
    pub fn probe_dist(&self) -> PathBuf {
        self.target().join("probe-dist")
    }

    /// The folder of the packs.
    pub fn packs(&self) -> PathBuf {
        self.root.join("packs")
    }

    /// The folder of the interface messages, one file per language.
    pub fn messages(&self) -> PathBuf {
        self.root.join("locales")
    }

    /// The folder of the loader's modules and the host pages.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The folder of the staff pages, one folder per app.
    pub fn apps(&self) -> PathBuf {
        self.root.join("apps")
    }

    /// The script that starts each staff page.
    pub fn start_of_apps(&self) -> PathBuf {
        self.root.join("crates/staff/start.js")
    }

    /// The widget's stylesheet of that name: `styles`, `result`, `lead`, `print` or `modes`.
    pub fn styles(&self, name: &str) -> PathBuf {
        self.root.join("src/ui").join(name).with_extension("css")
    }

    /// Cargo's target folder: `CARGO_TARGET_DIR`, else `target`.
    pub fn target(&self) -> PathBuf {
        match std::env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => self.root.join(dir),
            None => self.root.join("target"),
        }
    }
}
