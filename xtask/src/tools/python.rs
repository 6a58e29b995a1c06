//! Python with its module for virtual environments, for what only tests need.
//!
//! Found on `PATH`, else installed by apt where that works without a question. It must not know what runs in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::apt::Apt;
use super::say;
use crate::process;

/// Where packages of the tests are published ready-made; others would have to be compiled.
const FITTING: std::ops::RangeInclusive<u32> = 11..=14;
const PACKAGES: [&str; 2] = ["python3", "python3-venv"];

/// A Python that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Python {
    /// The program.
    pub(super) program: PathBuf,
    /// Its whole version, such as `3.11.7`.
    pub(super) version: String,
}

impl Python {
    /// The first one on `PATH` that fits, else that of the system, installed by apt.
    ///
    /// # Errors
    /// When there is none and apt cannot be used or has none that fits; with the command to type.
    pub(super) fn ensure() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        say("no Python 3.11 or newer with `venv` was found: a test runs a CRM that is written in it");
        let Some(apt) = Apt::usable() else { bail!(advice()) };
        apt.install("installing Python", &PACKAGES)?;
        match Self::find() {
            Some(found) => Ok(found),
            None => bail!("apt installed {PACKAGES:?}, but none that fits was found. {}", advice()),
        }
    }

    /// What [`Python::ensure`] would take without installing anything.
    pub(super) fn find() -> Option<Self> {
        let numbered = FITTING.rev().map(|minor| format!("python3.{minor}"));
        let names = ["python3".to_owned()].into_iter().chain(numbered);
        names.filter_map(|name| process::find_on_path(&name)).find_map(|program| Self::at(&program))
    }

    /// This one, if it fits and can make environments.
    fn at(program: &Path) -> Option<Self> {
        let version = process::version_of(program)?;
        let can = process::output(Command::new(program).args(["-c", "import ensurepip, venv"])).is_some();
        (fits(&version) && can).then(|| Self { program: program.to_path_buf(), version })
    }
}

fn fits(version: &str) -> bool {
    let minor = version.strip_prefix("3.").and_then(process::major);
    minor.is_some_and(|minor| FITTING.contains(&minor))
}

/// How to get it by hand.
pub(super) fn advice() -> String {
    let command = if cfg!(target_os = "macos") {
        "brew install python@3.13".to_owned()
    } else {
        format!("sudo apt-get update && sudo apt-get install {}", PACKAGES.join(" "))
    };
    format!(
        "A test writes leads into a real CRM, which needs Python 3.{} to 3.{} with `venv`. Type\n\n    {command}\n\nand \
         run the command again, or leave that test out with `cargo xtask test --skip-receivers`",
        FITTING.start(),
        FITTING.end()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_versions_with_published_packages_fit() {
        for (version, expect) in
            [("3.10.12", false), ("3.11.7", true), ("3.14.0", true), ("3.15.0", false), ("2.7", false)]
        {
            assert_eq!(fits(version), expect, "{version}");
        }
    }

    #[test]
    fn the_advice_names_both_ways() {
        assert!(advice().contains("install") && advice().contains("--skip-receivers"), "{}", advice());
    }
}
