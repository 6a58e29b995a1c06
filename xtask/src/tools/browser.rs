//! Chromium (or Chrome) and a driver of the same version, for the tests only.
//!
//! They are found in the usual places, else installed by apt where that works without a prompt. This module must not
//! download a browser in any other way, and must not start one.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::apt::Apt;
use super::{at, say};
use crate::process;

const BROWSERS: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/opt/google/chrome/chrome",
];
const DRIVERS: [&str; 5] = [
    "chromedriver",
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
    "/opt/homebrew/bin/chromedriver",
    "/usr/local/bin/chromedriver",
];
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// A browser and the matching driver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// Its WebDriver server.
    pub chromedriver: PathBuf,
}

impl Browser {
    /// `$CHROMIUM` and `$CHROMEDRIVER`, else a pair found on this machine, else one that apt installs.
    ///
    /// # Errors
    /// Fails when there is none and apt is not usable; names the command to type.
    pub fn ensure() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        say("no Chromium (or Chrome) with a chromedriver of the same version was found: the tests drive one");
        let Some(apt) = Apt::usable() else { bail!(advice()) };
        apt.install("installing the browser", &PACKAGES)?;
        match Self::find() {
            Some(found) => Ok(found),
            None => bail!("apt installed {PACKAGES:?}, but no fitting pair was found. {}", advice()),
        }
    }

    /// The pair that [`Browser::ensure`] would use without installing anything.
    pub(super) fn find() -> Option<Self> {
        let browsers = candidates("CHROMIUM", &BROWSERS);
        let drivers = candidates("CHROMEDRIVER", &DRIVERS);
        pair(&browsers, &drivers)
            .map(|(browser, driver)| Self { chromium: browser.to_path_buf(), chromedriver: driver.to_path_buf() })
    }
}

/// The existing programs, with their major version. A variable that is set is the only candidate.
fn candidates(variable: &str, names: &[&str]) -> Vec<(PathBuf, u32)> {
    let paths: Vec<PathBuf> = match std::env::var_os(variable).filter(|path| !path.is_empty()) {
        Some(path) => vec![PathBuf::from(path)],
        None => names.iter().filter_map(|name| at(name)).collect(),
    };
    paths
        .into_iter()
        .filter_map(|path| {
            let major = process::version_of(&path).as_deref().and_then(process::major)?;
            Some((path, major))
        })
        .collect()
}

/// The first browser with a driver of its major version.
fn pair<'a>(browsers: &'a [(PathBuf, u32)], drivers: &'a [(PathBuf, u32)]) -> Option<(&'a Path, &'a Path)> {
    browsers.iter().find_map(|(browser, version)| {
        let (driver, _) = drivers.iter().find(|(_, other)| other == version)?;
        Some((browser.as_path(), driver.as_path()))
    })
}

/// Instructions for installing them by hand.
pub(super) fn advice() -> String {
    let command = if cfg!(target_os = "macos") {
        "brew install --cask google-chrome chromedriver".to_owned()
    } else {
        format!("sudo apt-get update && sudo apt-get install {}", PACKAGES.join(" "))
    };
    format!(
        "The tests need Chromium or Chrome and a chromedriver of the same version. Type\n\n    {command}\n\n\
         or set CHROMIUM and CHROMEDRIVER to the two programs, and run the command again"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browser_and_driver_must_be_of_one_version() {
        let at = |path: &str, version: u32| (PathBuf::from(path), version);
        let browsers = [at("chromium", 155), at("chrome", 156)];
        let drivers = [at("old", 154), at("new", 156)];
        let (browser, driver) = pair(&browsers, &drivers).unwrap();
        assert_eq!((browser, driver), (Path::new("chrome"), Path::new("new")));
        assert_eq!(pair(&browsers, &drivers[..1]), None);
    }
}
