//! A command-line program in one exact version: from `PATH`, the cache, a release archive, or its source.
//!
//! The same four steps apply to every program written in Rust. This module must not know which programs there are; see
//! [`super::trunk`] and [`super::wasm_bindgen`].

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::cache::Cache;
use super::say;
use crate::{files, process, progress};

/// Description of a program, and where to get it.
#[derive(Debug)]
pub struct Pinned<'a> {
    /// The package, as cargo knows it.
    pub package: &'a str,
    /// The exact version.
    pub version: &'a str,
    /// Purpose of the program, shown to the waiting user.
    pub why: &'a str,
    /// The programs it consists of; the first one is asked for its version.
    pub programs: &'a [&'a str],
    /// A release archive (`.tar.gz`) for this machine, if one is published.
    pub archive: Option<String>,
    /// Additional arguments of `cargo install`.
    pub install_options: &'a [&'a str],
    /// Duration of the installation on two cores.
    pub install_minutes: u32,
}

impl Pinned<'_> {
    /// The folder that holds the programs.
    ///
    /// # Errors
    /// Fails when all four ways failed; gives the reason of the last one.
    pub fn ensure(&self, cache: &Cache) -> Result<PathBuf> {
        if let Some(dir) = self.find(cache) {
            return Ok(dir);
        }
        say(format!("{} {} is missing: {}", self.package, self.version, self.why));
        let installed = cache.install(self.package, self.version, |draft| {
            if let Err(error) = self.download(draft) {
                say(format!("no release of {} could be had ({error:#})", self.package));
                self.build(draft)?;
            }
            ensure!(
                self.is_in(&draft.join("bin")),
                "what was installed as {} {} does not run here, or says another version",
                self.package,
                self.version
            );
            Ok(())
        });
        Ok(installed?.join("bin"))
    }

    /// The folder that holds the programs, if they are on `PATH` or in the cache.
    pub fn find(&self, cache: &Cache) -> Option<PathBuf> {
        let kept = || Some(cache.folder(self.package, self.version).join("bin")).filter(|bin| self.is_in(bin));
        self.on_path().or_else(kept)
    }

    fn on_path(&self) -> Option<PathBuf> {
        let program = process::find_on_path(self.programs.first()?)?;
        let dir = program.parent()?;
        self.is_in(dir).then(|| dir.to_path_buf())
    }

    fn is_in(&self, dir: &Path) -> bool {
        self.programs.iter().all(|program| dir.join(program).is_file())
            && self
                .programs
                .first()
                .is_some_and(|program| process::version_of(&dir.join(program)).as_deref() == Some(self.version))
    }

    fn download(&self, draft: &Path) -> Result<()> {
        let url = self.archive.as_deref().context("none is published for this machine")?;
        say(format!("trying the release archive {url}"));
        let archive = draft.join("release.tar.gz");
        let limits = ["--connect-timeout", "5", "--max-time", "600", "--proto", "=https"];
        let mut curl = Command::new("curl");
        curl.args(["--fail", "--location", "--silent", "--show-error"]);
        curl.args(limits).arg("--output").arg(&archive).arg(url);
        progress::during(format!("downloading {}", self.package), || process::run("the download", &mut curl))?;
        let unpacked = draft.join("unpacked");
        files::create_dir(&unpacked)?;
        let mut tar = Command::new("tar");
        tar.arg("-xzf").arg(&archive).arg("-C").arg(&unpacked);
        process::run("unpacking", &mut tar)?;
        for file in files::walk(&unpacked)? {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("");
            if self.programs.contains(&name) {
                files::create_dir(&draft.join("bin"))?;
                std::fs::rename(&file, draft.join("bin").join(name))?;
            }
        }
        files::remove(&unpacked)?;
        files::remove(&archive)?;
        let right = self.is_in(&draft.join("bin"));
        ensure!(right, "the archive's programs do not run here, or say another version");
        Ok(())
    }

    fn build(&self, draft: &Path) -> Result<()> {
        say(format!(
            "building {} {} from source, once, in about {} minutes on two cores",
            self.package, self.version, self.install_minutes
        ));
        files::remove(&draft.join("bin"))?;
        let build_dir = draft.join("build");
        let mut cargo = process::cargo();
        cargo
            .args(["install", self.package, "--version"])
            .arg(format!("={}", self.version))
            .args(self.install_options)
            .arg("--root")
            .arg(draft)
            .arg("--target-dir")
            .arg(&build_dir)
            // The programs run for seconds: a fast compilation matters more than fast programs.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        process::run(&format!("installing {}", self.package), &mut cargo)?;
        files::remove(&build_dir)
    }
}
