//! Firefox and geckodriver, for the journeys only.
//!
//! Firefox is found in the usual places, else installed by apt where that works without a prompt; geckodriver, which no
//! Debian package contains, is pinned and cached. This module must not start either.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use super::apt::Apt;
use super::cache::Cache;
use super::pinned::Pinned;
use super::{locate, say};

const BROWSERS: [&str; 3] = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];
const PACKAGES: [&str; 1] = ["firefox-esr"];
const DRIVER: &str = "geckodriver";
const VERSION: &str = "0.37.1";

/// A browser and its driver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Firefox {
    /// The browser itself.
    pub firefox: PathBuf,
    /// Its WebDriver server.
    pub geckodriver: PathBuf,
}

impl Firefox {
    /// `$FIREFOX` and `$GECKODRIVER`, else a pair that is found or installed.
    ///
    /// # Errors
    /// Fails when Firefox is missing and apt is not usable, or geckodriver is not available; names the command to type.
    pub fn ensure(cache: &Cache) -> Result<Self> {
        Ok(Self { firefox: firefox()?, geckodriver: geckodriver(cache)? })
    }
}

fn firefox() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    say("no Firefox was found: the journeys run in it too");
    let Some(apt) = Apt::usable() else { bail!(advice()) };
    apt.install("installing Firefox", &PACKAGES)?;
    find().with_context(advice)
}

/// The installed browser: `$FIREFOX`, else the first that is found.
pub(super) fn find() -> Option<PathBuf> {
    locate("FIREFOX", &BROWSERS)
}

fn geckodriver(cache: &Cache) -> Result<PathBuf> {
    match named_driver() {
        Some(found) => Ok(found),
        None => Ok(driver().ensure(cache)?.join(DRIVER)),
    }
}

/// The driver that `$GECKODRIVER` names.
pub(super) fn named_driver() -> Option<PathBuf> {
    locate("GECKODRIVER", &[])
}

/// Description of the driver, for finding or installing it elsewhere.
pub(super) fn driver() -> Pinned<'static> {
    let machine = match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => Some("linux64"),
        ("linux", "aarch64") => Some("linux-aarch64"),
        ("macos", "x86_64") => Some("macos"),
        ("macos", "aarch64") => Some("macos-aarch64"),
        _ => None,
    };
    let archive = machine.map(|machine| {
        let file = format!("geckodriver-v{VERSION}-{machine}.tar.gz");
        format!("https://github.com/mozilla/geckodriver/releases/download/v{VERSION}/{file}")
    });
    Pinned {
        package: DRIVER,
        version: VERSION,
        why: "it drives Firefox for the journeys",
        programs: &[DRIVER],
        archive,
        install_options: &["--locked"],
        install_minutes: 2,
    }
}

/// Instructions for installing it by hand.
pub(super) fn advice() -> String {
    let command = if cfg!(target_os = "macos") {
        "brew install --cask firefox".to_owned()
    } else {
        format!("sudo apt-get update && sudo apt-get install {}", PACKAGES.join(" "))
    };
    format!(
        "The journeys run in Firefox too. Type\n\n    {command}\n\nor set FIREFOX to the program, and run the command again"
    )
}
