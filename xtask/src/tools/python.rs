//! Python with its module for virtual environments, for tools that only tests need.
//!
//! It is found on `PATH`, else installed by apt where that works without a prompt. This module must not know what runs
//! in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::apt::Apt;
use super::say;
use crate::process;

/// The versions for which the tests' packages are published as binaries; others would have to be compiled.
const FITTING: std::ops::RangeInclusive<u32> = 11..=14;
const PACKAGES: [&str; 2] = ["python3", "python3-venv"];

/// A suitable Python.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Python {
    /// The program.
    pub(super) program: PathBuf,
    /// Full version, such as `3.11.7`.
    pub(super) version: String,
}

impl Python {
    /// The first suitable one on `PATH`, else the system's, installed by apt.
    ///
    /// # Errors
    /// Fails when there is none and apt is not usable or has no suitable one; names the command to type.
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

    /// The Python that [`Python::ensure`] would use without installing anything.
    pub(super) fn find() -> Option<Self> {
        let numbered = FITTING.rev().map(|minor| format!("python3.{minor}"));
        let names = ["python3".to_owned()].into_iter().chain(numbered);
        names.filter_map(|name| process::find_on_path(&name)).find_map(|program| Self::at(&program))
    }

    /// This Python, if it is suitable and can create environments.
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

/// Instructions for installing it by hand.
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
