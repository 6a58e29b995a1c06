//! WebKitGTK's small browser with its driver, and a virtual display, for the journeys only.
//!
//! They are found in the usual places, else installed by apt where that works without a prompt. This module must not
//! start any of them. Safari is no substitute: its driver requires a person to allow it.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};

use super::apt::Apt;
use super::{locate, say};

const PACKAGES: [&str; 3] = ["webkit2gtk-driver", "xvfb", "fonts-noto-cjk"];

/// The three programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebKit {
    /// The browser itself.
    pub browser: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
    /// The X server.
    pub display: PathBuf,
}

impl WebKit {
    /// `$MINIBROWSER`, `$WEBKITWEBDRIVER` and `$XVFB`, else programs that are found or installed.
    ///
    /// # Errors
    /// Fails when they are missing and apt is not usable; names the command to type.
    pub fn ensure() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        ensure!(!cfg!(target_os = "macos"), "WebKitGTK is not made for macOS; run the journeys in it on Linux");
        say("no WebKitGTK with its driver was found: the journeys run in it too");
        let Some(apt) = Apt::usable() else { bail!(advice()) };
        apt.install("installing WebKitGTK", &PACKAGES)?;
        Self::find().with_context(advice)
    }

    /// The programs that [`WebKit::ensure`] would use without installing anything.
    pub(super) fn find() -> Option<Self> {
        let folders = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
        let browsers: Vec<String> = folders
            .iter()
            .flat_map(|folder| {
                let debian = format!("/usr/lib/{}-linux-gnu/{folder}/MiniBrowser", std::env::consts::ARCH);
                [debian, format!("/usr/libexec/{folder}/MiniBrowser"), format!("/usr/lib/{folder}/MiniBrowser")]
            })
            .collect();
        let browsers: Vec<&str> = browsers.iter().map(String::as_str).collect();
        Some(Self {
            browser: locate("MINIBROWSER", &browsers)?,
            driver: locate("WEBKITWEBDRIVER", &["WebKitWebDriver"])?,
            display: locate("XVFB", &["Xvfb"])?,
        })
    }
}

/// Instructions for installing it by hand.
pub(super) fn advice() -> String {
    format!(
        "The journeys run in WebKitGTK too. Type\n\n    sudo apt-get update && sudo apt-get install {}\n\nor set \
         MINIBROWSER, WEBKITWEBDRIVER and XVFB to the programs, and run the command again",
        PACKAGES.join(" ")
    )
}
